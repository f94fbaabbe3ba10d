"""Workbooks drawn as text, so that a messy ledger can be read in a review: see tests/cases/README.md."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import xlsxwriter

Grid = list[list[str]]

_SHEET = re.compile(r"== ?(?P<name>.*?)(?P<hidden> \(隐藏\))?")
_ESCAPE = re.compile(r"\\(n|t|x[0-9a-f]{2}|u[0-9a-f]{4})")
_NAMED = {"n": "\n", "t": "\t"}
LEFT, ABOVE = "<", "^"


def sheets(text: str) -> Iterator[tuple[str, bool, Grid]]:
    """Yield (name, is hidden, rows of drawn cells) of every sheet."""
    name, hidden, grid = "Sheet1", False, []
    for line in text.splitlines():
        if heading := line.startswith("==") and _SHEET.fullmatch(line):
            if grid:
                yield name, hidden, grid
            name, hidden, grid = heading["name"], bool(heading["hidden"]), []
        else:
            grid.append([cell.strip(" ") for cell in line.split("|")])
    yield name, hidden, grid


def write(text: str, path: Path) -> None:
    """Write the drawn workbook as .xlsx bytes, whatever the name of the file says."""
    with xlsxwriter.Workbook(str(path)) as workbook:
        day = workbook.add_format({"num_format": "yyyy-mm-dd"})
        for name, hidden, grid in sheets(text):
            sheet = workbook.add_worksheet(name)
            if hidden:
                sheet.hide()
            for (top, left), (bottom, right) in blocks(grid).items():
                if (top, left) != (bottom, right):
                    sheet.merge_range(top, left, bottom, right, "")
                _write_cell(sheet, top, left, grid[top][left], day)


def blocks(grid: Grid) -> dict[tuple[int, int], tuple[int, int]]:
    """Return {first cell: last cell} of every block of merged cells; a cell of its own is a block of one."""
    origins: dict[tuple[int, int], tuple[int, int]] = {}
    for row, cells in enumerate(grid):
        for column, cell in enumerate(cells):
            beside = {LEFT: (row, column - 1), ABOVE: (row - 1, column)}.get(cell)
            origins[row, column] = origins[beside] if beside else (row, column)
    return {first: max(cell for cell, origin in origins.items() if origin == first) for first in origins.values()}


def _write_cell(sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, drawn: str, day: object) -> None:
    """#12.5 is a number, @2023-03-05 a date, anything else text."""
    if drawn.startswith("#"):
        sheet.write_number(row, column, float(drawn[1:]))
    elif drawn.startswith("@"):
        sheet.write_datetime(row, column, date.fromisoformat(drawn[1:]), day)
    elif drawn:
        sheet.write_string(row, column, _ESCAPE.sub(_escaped, drawn))


def _escaped(escape: re.Match[str]) -> str:
    return _NAMED.get(escape[1]) or chr(int(escape[1][1:], 16))
