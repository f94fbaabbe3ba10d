"""Offers to read the other sheets of a file that have the same header as was said of one of them: months, people, a sheet each."""

from dataclasses import replace

import streamlit as st

from etl.declarations import record_types
from etl.inbox.settings import Settings
from etl.recognition.meanings import MONTH, find_column
from etl.reporting.load_report import SheetSummary
from ui.intake import dropped_files
from ui.intake.dropped_files import DroppedFile


def offer(dropped: DroppedFile, sheet: SheetSummary, key: str) -> None:
    """Draw a button that says of all sheets with this header what was said of this sheet, where something was and any differs."""
    own = _without_days(dropped.settings.of_sheet(sheet["sheet"]))
    headers = _headers(sheet)
    names = dict.fromkeys(other["sheet"] for other in dropped.sheets if headers and _headers(other) == headers)
    others = [name for name in names if name != sheet["sheet"] and not _holds(dropped.settings.of_sheet(name), own)]
    if own.is_empty or not others:
        return
    label = f"表头一样的其余{len(others)}张工作表也照这样读"
    if st.button(label, icon=":material/content_copy:", key=f"alike-{key}", help="各张自己的日期不照抄。"):
        dropped_files.look_again(replace(dropped, settings=_said_of_all(dropped, others, own)))


def _headers(sheet: SheetSummary) -> list[str]:
    return [match["header"] for match in sheet["matches"]]


def _holds(stated: Settings, own: Settings) -> bool:
    """Tell whether a sheet is read as was said, whatever else was said of it."""
    is_alike = (stated.record, stated.header_row, stated.columns, stated.only)
    return (
        is_alike == (own.record, own.header_row, own.columns, own.only)
        and own.constants.items() <= stated.constants.items()
    )


def _said_of_all(dropped: DroppedFile, names: list[str], own: Settings) -> Settings:
    """Return the settings of a file in which what was said holds for these sheets, too; their own days stay as they are."""
    settings = dropped.settings
    for name in names:
        constants = {**settings.of_sheet(name).constants, **own.constants}
        settings = settings.with_sheet(name, replace(own, constants=constants), dropped.sheet_names)
    return settings


def _without_days(own: Settings) -> Settings:
    """Return what was said of a sheet without its day or month: each sheet has its own."""
    record = record_types().get(own.record or "")
    columns = {name: find_column(record, name) for name in own.constants} if record else {}
    days = {name for name, column in columns.items() if column and column.kind.sql_type == "date"}
    return replace(own, constants={name: text for name, text in own.constants.items() if name not in {*days, MONTH}})
