"""Writes form.xlsx: a statistics form as another program would save it. Run with a Python that has openpyxl."""

import datetime
import io
import pathlib
import zipfile

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule, FormulaRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

ROWS = """一、本年新收政府信息公开申请数量
二、上年结转政府信息公开申请数量
（一）予以公开
（二）部分公开（区分处理的，只计这一情形，不计其他情形）
1.属于国家秘密
2.其他法律行政法规禁止公开
3.危及“三安全一稳定”
4.保护第三方合法权益
5.属于三类内部事务信息
6.属于四类过程性信息
7.属于行政执法案卷
8.属于行政查询事项
1.本机关不掌握相关政府信息
2.没有现成信息需要另行制作
3.补正后申请内容仍不明确
1.信访举报投诉类申请
2.重复申请
3.要求提供公开出版物
4.无正当理由大量反复申请
5.要求行政机关确认或重新出具已获取信息
1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请
2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请
3.其他
（七）总计
四、结转下年度继续办理""".split("\n")
GROUPS = [(5, 8, ""), (8, 16, "（三）不予公开"), (16, 19, "（四）无法提供"), (19, 24, "（五）不予处理"), (24, 27, "（六）其他处理")]
COLUMNS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
FIRST, LEFT = 6, 4  # first row of figures, first column of figures (D)

song = Font(name="宋体", size=10.5)
thin = Side(style="thin", color="FF000000")
box = Border(left=thin, right=thin, top=thin, bottom=thin)
center = Alignment(horizontal="center", vertical="center", wrap_text=True)
tint = PatternFill("solid", fgColor="FFFFFDF2")

book = Workbook()
book._fonts[0] = Font(name="宋体", size=11)
book._named_styles["Normal"].font = Font(name="宋体", size=11)
sheet = book.active
sheet.title = "表三"


def put(row, column, value, **style):
    cell = sheet.cell(row, column, value)
    cell.font = style.get("font", song)
    cell.alignment = style.get("alignment", center)
    if style.get("border", True):
        cell.border = box
    return cell


def merge(top, left, bottom, right, value, **style):
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            put(row, column, None, **style)
    sheet.cell(top, left).value = value
    sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)


merge(1, 1, 1, 10, "三、收到和处理政府信息公开申请情况", font=Font(name="黑体", size=16, bold=True), border=False)
merge(2, 1, 2, 10, "填报单位：某某局　2026年", font=song, border=False, alignment=Alignment(horizontal="left", vertical="center"))
merge(3, 1, 5, 3, "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", alignment=Alignment(horizontal="left", vertical="center", wrap_text=True))
merge(3, 4, 3, 10, "申请人情况")
merge(4, 4, 5, 4, "自然人")
merge(4, 5, 4, 9, "法人或其他组织")
for offset, label in enumerate(COLUMNS[1:6]):
    put(5, 5 + offset, label)
merge(4, 10, 5, 10, "总计")

left_aligned = Alignment(horizontal="left", vertical="center", wrap_text=True)
for index, label in enumerate(ROWS):
    row = FIRST + index
    if index < 2 or index == 24:
        merge(row, 1, row, 3, label, alignment=left_aligned)
    elif index in (2, 3, 23):
        merge(row, 2, row, 3, label, alignment=left_aligned)
    else:
        put(row, 3, label, alignment=left_aligned)
merge(FIRST + 2, 1, FIRST + 23, 1, "三、本年度办理结果", alignment=Alignment(horizontal="center", vertical="center", text_rotation=255))
for start, end, label in GROUPS:
    if label:
        merge(start + 2, 2, end + 1, 2, label, alignment=left_aligned)

for row in range(FIRST, FIRST + 25):
    for column in range(LEFT, LEFT + 7):
        cell = put(row, column, None)
        cell.fill = tint
        cell.number_format = "0"
        cell.protection = Protection(locked=False)
    check = sheet.cell(row, 12, f'=IF(COUNT(J{row})=0,"",IF(SUM(D{row}:I{row})=J{row},"√","差 "&TEXT(SUM(D{row}:I{row})-J{row},"+0;-0")))')
    check.font = Font(name="宋体", size=10.5, color="FF7F7F7F")
for column, figure in ((4, 1), (5, 5), (10, 6)):
    sheet.cell(FIRST, column).value = figure
sheet.cell(FIRST + 2, 5).value = 2
sheet.cell(FIRST + 2, 10).value = 2
sheet.cell(FIRST + 15, 5).value = 3
sheet.cell(FIRST + 15, 10).value = 4
sheet.cell(FIRST + 31, 4, '=_xldudf_GOUJI_ROWCHECK(D6:I6,J6)').font = song
sheet["L5"] = "校验"
sheet["L5"].comment = Comment("左边各项之和减总计", "勾稽")

for column, width in zip("ABCDEFGHIJKL", (4.5, 15.5, 34, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 9.5, 2.5, 10)):
    sheet.column_dimensions[column].width = width
for row, height in ((1, 30), (3, 20), (4, 20), (5, 42)):
    sheet.row_dimensions[row].height = height
for row in range(FIRST, FIRST + 25):
    sheet.row_dimensions[row].height = 29 if row in (9, 26, 27) else 22
sheet.row_dimensions[40].hidden = True
sheet.freeze_panes = "D6"
sheet.sheet_view.showGridLines = False
sheet.sheet_properties.tabColor = "FF1F6F5C"

red = DifferentialStyle(font=Font(color="FFC00000", bold=True), fill=PatternFill(bgColor="FFFFE5E5"))
from openpyxl.formatting.rule import Rule

sheet.conditional_formatting.add("L6:L30", Rule(type="expression", dxf=red, formula=['LEFT($L6,1)="差"'], stopIfTrue=True))
sheet.conditional_formatting.add("J6:J30", FormulaRule(formula=['LEFT($L6,1)="差"'], fill=PatternFill(bgColor="FFFFF0C2")))
sheet.conditional_formatting.add("D6:J30", CellIsRule(operator="lessThan", formula=["0"], font=Font(color="FFC00000")))

whole = DataValidation(type="whole", operator="greaterThanOrEqual", formula1="0", allow_blank=True, errorStyle="stop", errorTitle="只填整数", error="请填 0 或正整数", showErrorMessage=True)
whole.add("D6:J30")
sheet.add_data_validation(whole)
kinds = DataValidation(type="list", formula1='"政府,部门,乡镇"', allow_blank=True, showErrorMessage=True, showInputMessage=True, promptTitle="单位类型", prompt="从列表中选")
kinds.add("L2")
sheet.add_data_validation(kinds)

sheet.page_setup.orientation = "portrait"
sheet.page_setup.paperSize = 9
sheet.page_setup.fitToWidth = 1
sheet.page_setup.fitToHeight = 1
sheet.sheet_properties.pageSetUpPr.fitToPage = True
sheet.page_margins.left = sheet.page_margins.right = 0.5
sheet.print_options.horizontalCentered = True
sheet.print_area = "A1:J30"
sheet.print_title_rows = "3:5"
sheet.oddFooter.center.text = "第 &P 页"
sheet.protection.sheet = True
sheet.protection.formatColumns = False
sheet.protection.selectLockedCells = False

other = book.create_sheet("表 四's")
other["A1"] = "行政复议"
other["A2"] = datetime.date(2027, 1, 12)
other["A2"].number_format = 'yyyy"年"m"月"d"日"'
other["A3"] = 0.339
other["A3"].number_format = "0.0%"
other["A4"] = True
other["A5"] = "='表三'!J6*2"
other["A6"] = '="表三!"&A1'
other["A7"] = "007"
other["A7"].number_format = "@"
other["A8"] = "=IFERROR(_xlfn.IFS(A3>1,1,TRUE,2),0)"
other["A9"] = "斜"
other["A9"].font = Font(name="楷体", size=14, italic=True, underline="single", color="FF0000FF")
other["A9"].alignment = Alignment(horizontal="right", indent=1, text_rotation=45)
other.column_dimensions["A"].width = 20
hidden = book.create_sheet("_参数")
hidden.sheet_state = "hidden"
hidden["A1"] = 2026

def define(name, reference, **options):
    book.defined_names.append(DefinedName(name, attr_text=reference, **options))


# Written for openpyxl 3.0, whose defined names are one list.
define("GOUJI.t3", "'表三'!$D$6:$J$30")
define("_gouji_year", "'_参数'!$A$1", hidden=True)
define("本表", "'表 四''s'!$A$1:$A$9", localSheetId=1)
book.properties.title = "政府信息公开工作年度报告"
book.properties.creator = "某某局"
book.properties.created = datetime.datetime(2027, 1, 12, 8, 0, 0)
book.properties.modified = datetime.datetime(2027, 1, 12, 8, 0, 0)

plain = io.BytesIO()
book.save(plain)

# openpyxl cannot write custom XML parts, so one is added to the package by hand.
ITEM = '<gouji:form xmlns:gouji="urn:gouji:test" template="nb2021" unit="某某局" year="2026"/>'
PROPS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?><ds:datastoreItem ds:itemID="{3F2504E0-4F89-11D3-9A0C-0305E82C3301}" '
    'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs/></ds:datastoreItem>'
)
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
target = pathlib.Path(__file__).with_name("form.xlsx")
with zipfile.ZipFile(plain) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
    for name in source.namelist():
        text = source.read(name)
        if name == "xl/_rels/workbook.xml.rels":
            text = text.replace(b"</Relationships>", f'<Relationship Id="rIdX1" Type="{RELATIONS}/customXml" Target="../customXml/item1.xml"/></Relationships>'.encode())
        if name == "[Content_Types].xml":
            text = text.replace(b"</Types>", b'<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/></Types>')
        info = zipfile.ZipInfo(name, (2027, 1, 12, 8, 0, 0))
        info.compress_type = zipfile.ZIP_DEFLATED
        out.writestr(info, text)
    for name, text in (
        ("customXml/item1.xml", ITEM),
        ("customXml/itemProps1.xml", PROPS),
        ("customXml/_rels/item1.xml.rels", f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{RELATIONS}/customXmlProps" Target="itemProps1.xml"/></Relationships>'),
    ):
        info = zipfile.ZipInfo(name, (2027, 1, 12, 8, 0, 0))
        info.compress_type = zipfile.ZIP_DEFLATED
        out.writestr(info, text.encode())
