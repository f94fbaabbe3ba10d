"""The blank template of a record type for clerks, made from its declaration; filled in, it loads as it is."""

from pathlib import Path

import xlsxwriter

from etl.schema import EXPLANATION_SHEET, Column, RecordType


def write(record: RecordType, path: Path) -> None:
    """Write an .xlsx with the headers of a record type, lists to choose from, and a sheet that explains each column."""
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False}) as workbook:
        bold = workbook.add_format({"bold": True, "bg_color": "#E8EEF7", "border": 1})
        cells = {form: workbook.add_format({"num_format": form}) for form in ("General", "@", "yyyy-mm-dd")}
        sheet = workbook.add_worksheet(record.label)
        sheet.freeze_panes(1, 0)
        for index, column in enumerate(record.columns):
            sheet.write_string(0, index, column.label, bold)
            sheet.set_column(index, index, max(12, 2 * len(column.label) + 4), cells[_format(column)])
            if column.words and not column.is_open:
                sheet.data_validation(1, index, 1000, index, {"validate": "list", "source": list(column.words)})
        _explain(workbook.add_worksheet(EXPLANATION_SHEET), record, bold)


def _format(column: Column) -> str:
    """Numbers typed under an identifier must stay the text they are: Excel keeps fifteen digits."""
    if column.kind.is_identity:
        return "@"
    return "yyyy-mm-dd" if column.kind.sql == "date" else "General"


def _explain(sheet: xlsxwriter.worksheet.Worksheet, record: RecordType, bold: object) -> None:
    for index, (title, width) in enumerate((("列", 20), ("怎么填", 28), ("必填", 6), ("例子", 16), ("说明", 60))):
        sheet.write_string(0, index, title, bold)
        sheet.set_column(index, index, width)
    for row, column in enumerate(record.columns, 1):
        for index, text in enumerate(_row(column)):
            sheet.write_string(row, index, text)


def _row(column: Column) -> tuple[str, ...]:
    choices = f"可填：{'、'.join(column.words)}" if column.words else ""
    note = "；".join(filter(None, (column.note, choices)))
    return column.label, column.kind.label, "是" if column.is_required else "", column.kind.example, note
