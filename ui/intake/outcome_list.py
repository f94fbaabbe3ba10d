"""Draws what became of the sheets of a load: of a few each, of many those that need a person, worst first, and the others in one line."""

from collections.abc import Callable, Sequence

import streamlit as st

from etl.reporting import sheet_words, unloaded_workbook
from etl.reporting.load_report import SheetSummary
from ui.frame import data_table
from ui.frame.escape import md_escape
from ui.intake import remarks, sheet_report

MOST_DRAWN = 10  # boxes at a time: three hundred of them would make a page nobody can use
HEADER = ("文件", "工作表", "结果")


def draw(sheets: Sequence[SheetSummary], key: str, is_open: Callable[[SheetSummary], object]) -> None:
    """Draw the sheets; `is_open` tells which boxes of a few stand open."""
    if len(sheets) <= MOST_DRAWN:
        for number, sheet in enumerate(sheets):
            _draw_sheet(sheet, f"{key}-{number}", is_open=bool(is_open(sheet)))
        return
    doubtful = sorted(filter(sheet_report.is_doubtful, sheets), key=_rank)
    for number, sheet in enumerate(doubtful[:MOST_DRAWN]):
        _draw_sheet(sheet, f"{key}-{number}", is_open=False)
    if others := doubtful[MOST_DRAWN:]:
        with st.expander(md_escape(f"还有{places(others)}也要看一下")):
            rows = [(*_row(sheet), _reasons(sheet)) for sheet in others]
            data_table.draw(data_table.of_rows((*HEADER, "原因"), rows), name=f"{key}-doubtful", alt="其余要看一下的")
    if clear := [sheet for sheet in sheets if not sheet_report.is_doubtful(sheet)]:
        title = f"{remarks.title(places(clear), clear)}，入库{sum(sheet['loaded'] for sheet in clear):,}行"
        with st.expander(md_escape(title), expanded=any(map(remarks.of_sheet, clear))):
            remarks.draw(clear)
            table = data_table.of_rows(HEADER, list(map(_row, clear)))
            data_table.draw(table, name=f"{key}-clear", alt="没有疑问的")


def draw_whole(files: dict[str, list[SheetSummary]]) -> None:
    """Draw workbooks of which no sheet was loaded: the reasons of the first ones in full, the others in a list."""
    for file in list(files)[:MOST_DRAWN]:
        with st.expander(md_escape(unloaded_workbook.title(file, files[file])), expanded=len(files) <= MOST_DRAWN):
            for sentence in unloaded_workbook.reasons(files[file]):
                st.markdown(md_escape(sheet_report.without_commands(sentence)))
    if others := list(files.items())[MOST_DRAWN:]:
        rows = [
            (file, " ".join(map(sheet_report.without_commands, unloaded_workbook.reasons(own)))) for file, own in others
        ]
        with st.expander(f"还有{len(others)}份也没有一张入库"):
            data_table.draw(data_table.of_rows(("文件", "原因"), rows), name="whole", alt="其余没有入库的文件")


def places(sheets: Sequence[SheetSummary]) -> str:
    """Return how many files, and how many sheets where these are more: 289份，289份的312张工作表."""
    files = len({sheet["file"] for sheet in sheets})
    return f"{files}份" if files == len(sheets) else f"{files}份的{len(sheets)}张工作表"


def _draw_sheet(sheet: SheetSummary, key: str, *, is_open: bool) -> None:
    name = f"{sheet['file']} {sheet_report.place(sheet)}" if sheet["sheet"] else sheet["file"]
    with st.expander(md_escape(f"{name}：{sheet_report.counts(sheet)}"), expanded=is_open):
        sheet_report.draw(sheet, key)


def _rank(sheet: SheetSummary) -> tuple[bool, int, str]:
    """Return the order: what was not taken at all, then most rows refused."""
    return not sheet["error"], -sheet["refused"], sheet["file"]


def _row(sheet: SheetSummary) -> tuple[str, str, str]:
    return sheet["file"], sheet["sheet"], sheet_report.counts(sheet)


def _reasons(sheet: SheetSummary) -> str:
    """Return why a sheet needs a person, in one cell."""
    if sheet["error"]:
        return sheet_report.without_commands(sheet["error"])
    totals = [sheet_words.total_words(total, sheet["refused"]) for total in sheet_words.wrong_totals(sheet)]
    return " ".join([*map(sheet_report.reason_words, sheet["reasons"]), *totals])
