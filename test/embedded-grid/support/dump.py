"""Prints as JSON what openpyxl finds in a workbook: an independent reader of what we write."""

import json
import sys

from openpyxl import load_workbook


def color(value):
    return value.rgb[-6:] if value is not None and isinstance(value.rgb, str) else None


def cell(found):
    border = found.border
    return {
        "value": found.value if isinstance(found.value, (int, float, bool, str, type(None))) else str(found.value),
        "font": [found.font.name, found.font.sz, bool(found.font.b), bool(found.font.i), found.font.u, color(found.font.color) or "000000"],
        "fill": color(found.fill.fgColor) if found.fill.patternType == "solid" else None,
        "border": [side.style for side in (border.left, border.right, border.top, border.bottom)],
        "align": [
            found.alignment.horizontal,
            found.alignment.vertical or "bottom",
            bool(found.alignment.wrap_text),
            found.alignment.text_rotation or 0,
            int(found.alignment.indent or 0),
        ],
        "format": found.number_format,
        "locked": found.protection.locked,
        "note": found.comment.text if found.comment else None,
    }


def is_plain(found):
    """A blank cell that looks like any other."""
    return found.value is None and not found.has_style


def sheet(found):
    rules = [(str(area.sqref), rule) for area in found.conditional_formatting for rule in area.rules]
    rules.sort(key=lambda pair: pair[1].priority)
    return {
        "name": found.title,
        "state": found.sheet_state,
        "cells": {at.coordinate: cell(at) for row in found.iter_rows() for at in row if not is_plain(at)},
        "merges": sorted(str(area) for area in found.merged_cells.ranges),
        "widths": {key: round(found.column_dimensions[key].width, 1) for key in sorted(found.column_dimensions)},
        "heights": {key: found.row_dimensions[key].height for key in sorted(found.row_dimensions) if found.row_dimensions[key].height},
        "hiddenRows": [key for key in sorted(found.row_dimensions) if found.row_dimensions[key].hidden],
        "freeze": found.freeze_panes,
        "gridlines": bool(found.sheet_view.showGridLines is None or found.sheet_view.showGridLines),
        "tab": color(found.sheet_properties.tabColor),
        "rules": [
            [area, rule.type, rule.operator, rule.formula, bool(rule.stopIfTrue), color(rule.dxf.font.color) if rule.dxf and rule.dxf.font else None, color(rule.dxf.fill.bgColor) if rule.dxf and rule.dxf.fill else None]
            for area, rule in rules
        ],
        "validations": [
            [str(rule.sqref), rule.type, rule.operator if rule.type != "list" else None, rule.formula1, bool(rule.allow_blank), rule.errorStyle or "stop", rule.errorTitle, rule.error, rule.promptTitle, rule.prompt]
            for rule in found.data_validations.dataValidation
        ],
        "protection": [found.protection.sheet, found.protection.formatColumns, found.protection.insertRows, found.protection.selectLockedCells],
        "results": {
            at.coordinate: str(at.value) for row in results[found.title].iter_rows() for at in row if at.value not in (None, "")
        },
        "print": [
            found.print_area,
            (found.print_title_rows or "").replace("$", ""),
            found.page_setup.orientation,
            int(found.page_setup.paperSize) if found.page_setup.paperSize else None,
            found.page_setup.fitToWidth,
            found.page_setup.fitToHeight,
            bool(found.print_options.horizontalCentered),
            round(found.page_margins.left, 2),
            found.oddFooter.center.text,
        ],
    }


book = load_workbook(sys.argv[1])
# The same cells with the results that the file keeps beside its formulas.
results = load_workbook(sys.argv[1], data_only=True)
names = book.defined_names.definedName if hasattr(book.defined_names, "definedName") else book.defined_names.values()
print(
    json.dumps(
        {
            "sheets": [sheet(found) for found in book.worksheets],
            "names": sorted([name.name, name.attr_text, name.localSheetId, bool(name.hidden)] for name in names if not name.name.startswith("_xlnm")),
            "title": book.properties.title,
            "author": book.properties.creator,
        },
        ensure_ascii=False,
    )
)
