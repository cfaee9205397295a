"""Opens a workbook with openpyxl and prints what it finds as JSON, or edits it: dump FILE | edit FILE OUT."""

import json
import sys
import warnings

import openpyxl


def dump(path):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        shown = openpyxl.load_workbook(path, data_only=True)
        book = openpyxl.load_workbook(path)
    sheets = []
    for sheet in book.worksheets:
        values = shown[sheet.title]
        sheets.append(
            {
                "name": sheet.title,
                "values": {c.coordinate: c.value for row in values.iter_rows() for c in row if c.value is not None},
                "formulas": {
                    c.coordinate: c.value
                    for row in sheet.iter_rows()
                    for c in row
                    if isinstance(c.value, str) and c.data_type == "f"
                },
                "open": sorted(c.coordinate for row in sheet.iter_rows() for c in row if not c.protection.locked),
                "merges": sorted(str(area) for area in sheet.merged_cells.ranges),
                "printArea": str(sheet.print_area),
                "titleRows": str(sheet.print_title_rows),
                "paper": [str(sheet.page_setup.paperSize), sheet.page_setup.orientation],
                "fit": [sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight],
                "footer": sheet.oddFooter.center.text,
                "freeze": sheet.freeze_panes,
                "validations": [
                    [str(v.sqref), v.type, v.error] for v in sheet.data_validations.dataValidation
                ],
                "conditionals": sorted(
                    [str(area.sqref), rule.formula[0]]
                    for area, rules in sheet.conditional_formatting._cf_rules.items()
                    for rule in rules
                ),
                "fonts": sorted({c.font.name for row in sheet.iter_rows() for c in row if c.value is not None}),
                "comments": sum(1 for row in sheet.iter_rows() for c in row if c.comment),
            }
        )
    # Until 3.1 the names were a list of their own kind.
    defined = getattr(book.defined_names, "definedName", None) or list(book.defined_names.values())
    names = {name.name: str(name.attr_text) for name in defined}
    properties = [book.properties.creator, book.properties.lastModifiedBy, book.properties.title]
    print(json.dumps({"sheets": sheets, "names": names, "properties": properties, "warnings": [str(w.message) for w in caught]}))


def edit(path, out):
    """What clerks and scripts do: rename, move, insert rows and columns, change a figure."""
    book = openpyxl.load_workbook(path)
    book["表三"].insert_rows(1, 2)
    book["表四"].insert_rows(6)
    book["表二"].insert_cols(1)
    book["表三"].title = "依申请公开"
    book.move_sheet("表四", -2)
    book.create_sheet("备注", 0)["A1"] = "随手记"
    book.save(out)


if __name__ == "__main__":
    {"dump": dump, "edit": edit}[sys.argv[1]](*sys.argv[2:])
