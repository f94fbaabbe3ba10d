"""Tells of what the reading of a sheet without doubt remarks, so that nothing of it has to be looked for: a line a remark, with the files."""

from collections.abc import Iterable, Sequence
from typing import Any

import streamlit as st

from etl.problem import SEVERITIES
from etl.reporting.load_report import SheetSummary
from ui.frame.escape import md_escape
from ui.intake import sheet_report
from warehouse.load_reasons import pattern

MOST_LINES = 20  # remarks at a time; of three hundred files many say the same in one line
MOST_PLACES = 3  # named with a remark


def of_sheet(sheet: SheetSummary) -> list[dict[str, Any]]:
    """Return the reasons of a sheet that remark on what is loaded; refused rows are doubts, skipped ones are counted beside."""
    return [reason for reason in sheet["reasons"] if reason["severity"] == SEVERITIES[1]]


def title(places: str, sheets: Iterable[SheetSummary]) -> str:
    """Return what is without doubt, such as 3份, and of how many files the reading remarks something: 3份没有疑问，其中1份有提醒."""
    remarked = len({sheet["file"] for sheet in sheets if of_sheet(sheet)})
    return f"{places}没有疑问" + (f"，其中{remarked}份有提醒" if remarked else "")


def draw(sheets: Sequence[SheetSummary]) -> None:
    """Draw each remark once, with the sheets it is made of."""
    lines = _lines(sheets)
    if lines:
        st.markdown("\n".join(f"- {md_escape(line)}" for line in lines[:MOST_LINES]))
    if len(lines) > MOST_LINES:
        st.caption(f"还有{len(lines) - MOST_LINES}种提醒，在下面选一份就看得到。")


def _lines(sheets: Iterable[SheetSummary]) -> list[str]:
    groups: dict[str, list[tuple[str, str]]] = {}  # sentence without what differs → (place, remark in full)
    for sheet in sheets:
        for reason in of_sheet(sheet):
            entry = (_place(sheet), sheet_report.reason_words(reason))
            groups.setdefault(pattern(reason["sentence"]), []).append(entry)
    return list(map(_line, groups.values()))


def _place(sheet: SheetSummary) -> str:
    return f"{sheet['file']}（{sheet['sheet']}）" if sheet["sheet"] else sheet["file"]


def _line(group: Sequence[tuple[str, str]]) -> str:
    """Return the files and the remark; of remarks that differ in words and numbers the first one."""
    places = list(dict.fromkeys(place for place, _ in group))
    more = f"等{len(places)}张表" if len(places) > MOST_PLACES else ""
    differs = "（各表的字词和数字不同，这是第一张的）" if len({words for _, words in group}) > 1 else ""
    return f"{'、'.join(places[:MOST_PLACES])}{more}：{group[0][1]}{differs}"
