"""Asks for what is the same in all rows of a sheet and stands in no column: the community, the year, the order of day and month."""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from etl.cleaning.privacy_gate import MASKED
from etl.columns import COMMUNITY, differs_by_row
from etl.declarations import register
from etl.inbox.recipes import DATE_ORDERS
from etl.inbox.settings import Settings
from etl.recognition.meanings import AS_ABOVE, DATE_ORDER, NO_NAMES, NOT_COLUMNS, YEAR, find_column
from etl.recognition.stated_people import personal_texts
from etl.reporting import owner_doubts
from etl.reporting.load_report import SheetSummary
from etl.schema import Column, RecordType
from ui.frame import query
from ui.intake import owners
from ui.ledgers import blank_templates
from warehouse import communities
from warehouse.build import Build, NoBuild

BY_PROGRAM, FROM_TITLE = "由程序认", "没有这一列时，从标题、工作表名或文件名里认"
ANY_NAME = "还没有社区名册：没有列出的社区，在框里写出名称，按回车。"
WRITTEN = f"写社区名称，如 {COMMUNITY.example}"
ONLY_REGISTERED = "名册里没有的社区，请先在社区名册里加一行，和这份一起放进来。"
BLANK_REGISTER = "取一份空白的社区名册"
# of boxes that wait for a press: the reader may look at another page or file first
WAITS_FOR_PRESS: dict[str, Any] = {"persist_state": "session"}
SETTLED = ("spelled", "remembered")  # what a header means without being stated for this file


@dataclass(frozen=True)
class Box:
    """A box for what is the same in all rows: what it was drawn with, and what stands in it now."""

    name: str
    before: str
    text: str
    label: str = ""  # under which the same may have been stated
    is_kept_empty: bool = False  # emptied, it is stated to be nothing


@dataclass(frozen=True)
class Constants:
    """What boxes say that is the same in all rows: with all that they offer, and with only what was written in them."""

    offered: dict[str, str]
    written: dict[str, str]
    is_touched: bool


def ask_constants(sheet: SheetSummary, record: RecordType, settings: Settings, key: str) -> Constants:
    """Ask for what no header feeds and may be the same in all rows: required columns that do not add up."""
    fed = {match["column"] for match in sheet["matches"] if match["how"] in (*SETTLED, "stated")}
    lacking = [column for column in record.columns if column.name not in fed and _may_be_constant(column)]
    stated = without_community(settings).constants
    boxes = [_ask_lacking(sheet, record, column, stated, key) for column in lacking]
    names = [DATE_ORDER, YEAR, NO_NAMES, *(column.name for column in lacking), *(column.label for column in lacking)]
    if any(record.column(name).kind.sql_type == "date" for name in fed if name):
        boxes += _ask_dates(stated, key)
    if any(reason["code"] == MASKED for reason in sheet["reasons"]):
        label, before = "不是姓名的词（被当作姓名隐去的）", stated.get(NO_NAMES, "")
        words = st.text_input(
            label, before, placeholder="如 王府井、白石洲", key=box_key("no-names", key, before), **WAITS_FOR_PRESS
        ).strip()
        boxes.append(Box(NO_NAMES, before, words))
    touched = [box for box in boxes if box.text != box.before]
    forgotten = {name for box in touched for name in (box.name, box.label)}
    return Constants(
        _with_boxes({name: text for name, text in stated.items() if name not in names}, boxes),
        _with_boxes({name: text for name, text in stated.items() if name not in forgotten}, touched),
        bool(touched),
    )


def _ask_lacking(sheet: SheetSummary, record: RecordType, column: Column, stated: Mapping[str, str], key: str) -> Box:
    remembered = sheet["remembered"].get(column.name, "")
    offered = remembered or (stated_day(sheet, record) if column.name == record.placed_on else "")
    before = stated.get(column.name, stated.get(column.label, offered))
    text = _ask_constant(column, before, key).strip()
    return Box(column.name, before, text, column.label, is_kept_empty=bool(remembered))


def _ask_dates(stated: Mapping[str, str], key: str) -> list[Box]:
    """Ask for what dates may leave out: the order of day and month, and the year."""
    order, year = stated.get(DATE_ORDER, ""), stated.get(YEAR, "")
    chosen = ask_choice("日期顺序（如 3/4/2024）", list(DATE_ORDERS), order, box_key("order", key, order))
    label = "年份（日期里没写年份时）"
    written = st.text_input(
        label, year, placeholder="如 2025", key=box_key("year", key, year), **WAITS_FOR_PRESS
    ).strip()
    return [Box(DATE_ORDER, order, chosen or ""), Box(YEAR, year, written)]


def _with_boxes(constants: dict[str, str], boxes: Iterable[Box]) -> dict[str, str]:
    return constants | {box.name: box.text for box in boxes if box.text or box.is_kept_empty}


def box_key(name: str, place: str, before: object) -> str:
    """Return the key of a box. It changes with what the box begins with, and with nothing else: what is typed in it is not lost."""
    return f"{name}-{place}-{hashlib.sha256(repr(before).encode()).hexdigest()[:8]}"


def stated_day(sheet: SheetSummary, record: RecordType) -> str:
    """Return the day that title or file name state where a record type lacks one, "" without it."""
    days = (near.get("day", "") for near in sheet["candidates"] if near["record"] == record.id)
    return next(days, "")


def ask_community(sheet: SheetSummary, record: RecordType, settings: Settings, key: str) -> dict[str, str]:
    """Ask whose rows of no community are; drawn outside any form, so that what it shows is what is loaded.

    Return the constant to state for it: none where nothing was stated and nothing is chosen.
    """
    fed = {match["column"] for match in sheet["matches"] if match["how"] in (*SETTLED, "stated")}
    stated = community_of(settings)
    if COMMUNITY.name in fed or not any(column.name == COMMUNITY.name for column in record.columns):
        return stated
    choice = _ask_constant(COMMUNITY, stated.get(COMMUNITY.name, ""), key).strip()
    return {COMMUNITY.name: choice} if choice or stated else {}


def community_of(settings: Settings) -> dict[str, str]:
    """Return the constant that states the community, by the id of its column; none where it is not stated."""
    stated = owner_doubts.stated_community(settings.constants)
    return {} if stated is None else {COMMUNITY.name: stated}


def without_community(settings: Settings) -> Settings:
    """Return settings that do not state the community."""
    named = (COMMUNITY.name, COMMUNITY.label)
    return replace(settings, constants={k: text for k, text in settings.constants.items() if k not in named})


def _may_be_constant(column: Column) -> bool:
    return (
        column.is_required
        and column.name != COMMUNITY.name
        and not differs_by_row(column)
        and not column.kind.is_personal
    )


def _ask_constant(column: Column, before: str, key: str) -> str:
    label, key = owners.label_of(column), box_key(f"same-{column.name}", key, before)
    if column.name != COMMUNITY.name:
        return st.text_input(
            label, before, placeholder=f"如 {column.example or column.kind.example}", key=key, **WAITS_FOR_PRESS
        )
    return ask_owner(label, before, key, FROM_TITLE)


def ask_owner(label: str, before: str, key: str, nothing: str) -> str:
    """Ask for a community, "" where none is chosen: one of those in use, any name while there is no register."""
    build = _build_of_office()
    names = list(query.answer(build, communities.names)) if build else []
    if build is None or not names:
        return _with_blank_register(st.text_input(label, before, placeholder=WRITTEN, key=key), key)
    options = [*names, before] if before and before not in names else names
    is_open = not query.answer(build, communities.has_register)
    choice = ask_choice(label, options, before, key, nothing=nothing, is_open=is_open)
    st.caption(ANY_NAME if is_open else ONLY_REGISTERED)
    return _with_blank_register(choice or "", key)


def _with_blank_register(community: str, key: str) -> str:
    """Return the community; where none is chosen, offer the blank register, in which a new one is written."""
    if not community:
        blank_templates.offer(register(), BLANK_REGISTER, f"-{key}")
    return community


def _build_of_office() -> Build | None:
    """Return the build in use; None while only the sample is loaded."""
    try:
        build = query.in_use()
    except NoBuild:
        return None
    return None if build.is_demo else build


def faults(record: RecordType, constants: dict[str, str]) -> list[str]:
    """Return a sentence for each text that its column cannot read, or that names a person."""
    sentences = []
    for name, text in constants.items():
        column = None if name in NOT_COLUMNS else find_column(record, name)
        try:
            if column and text != AS_ABOVE:
                column.kind.parse(text)
        except ValueError as fault:
            sentences.append(f"{column.label if column else name}：{fault}")
    if not re.fullmatch(r"(20\d\d年?)?", constants.get(YEAR, "")):
        sentences.append("年份请写成 2025。")
    return [*sentences, *personal_texts([record], constants, {})]


def ask_choice(
    label: str,
    options: Sequence[str],
    before: str | None,
    key: str,
    words: Callable[[str], str] = str,
    nothing: str = BY_PROGRAM,
    is_open: bool = False,
) -> str | None:
    """Draw a box that can be set back to nothing, which stands first among its options; return what is chosen, or None.

    In an open box another text than the options may be written.
    """
    choice = st.selectbox(
        label, [nothing, *options], options.index(before) + 1 if before in options else 0,
        format_func=lambda option: nothing if option == nothing else words(option), key=key,
        accept_new_options=is_open, **WAITS_FOR_PRESS,
    )  # fmt: skip
    return None if choice == nothing else choice
