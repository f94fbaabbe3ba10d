"""Asks what the program cannot know of a file: its record type, its header row, what headers mean, what holds for all rows."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from etl.columns import COMMUNITY
from etl.declarations import record_types
from etl.inbox.recipes import DATE_ORDERS
from etl.inbox.settings import Settings
from etl.load_report import SheetSummary
from etl.recognition.meanings import DATE_ORDER, LEFT_OUT, NOT_COLUMNS, YEAR, find_column
from etl.recognition.table_header import NOT_MISSED
from etl.schema import Column, RecordType
from ui.frame import query
from ui.frame.escape import md_escape
from ui.intake import dropped_files
from ui.intake.dropped_files import DroppedFile
from warehouse import communities
from warehouse.build import NoBuild

UNSET, NOT_READ = "不指定", "不读这一列"
SETTLED = ("spelled", "remembered")  # what a header means without being stated for this file
HOW = {
    "spelled": "按写法认出", "stated": "已指明", "remembered": "按上次的对应", "guessed": "推测", "unknown": "没有认出",
    "ambiguous": "可能有两种意思", "surplus": "别的列已经对应", "left_out": "不读", "total": "小计，不读",
}  # fmt: skip


def draw(dropped: DroppedFile) -> None:
    """Draw what holds for the whole file, and look at it again when something was changed."""
    settings, key = dropped.settings, f"{dropped.key}-{_revision(dropped.settings)}"
    with st.container(horizontal=True, vertical_alignment="bottom"):
        record = st.selectbox(
            "是哪一种台账（整份文件）", list(record_types()), _index(list(record_types()), settings.record),
            format_func=lambda id: record_types()[id].label, placeholder="由程序认", key=f"record-{key}",
        )  # fmt: skip
        row = st.number_input(
            "表头在第几行", 1, 1000, settings.header_row, placeholder="由程序认", key=f"header-row-{key}"
        )
        names = [sheet["sheet"] for sheet in dropped.sheets if sheet["sheet"]]
        sheets: Sequence[str] = settings.sheets
        if len(names) > 1:
            sheets = st.multiselect(
                "只读这些工作表", names, list(settings.sheets), placeholder="全部", key=f"sheets-{key}"
            )
    changed = replace(settings, record=record, header_row=int(row) if row else None, sheets=tuple(sheets))
    if changed != settings:
        dropped_files.look_again(replace(dropped, settings=changed))


def draw_password(dropped: DroppedFile) -> None:
    """Ask for the password of a locked workbook, which is used for reading and stored nowhere."""
    with st.form(f"password-{dropped.key}", border=False):
        password = st.text_input("打开密码（只用来读取，不会存下）", type="password", key=f"password-of-{dropped.key}")
        pressed = st.form_submit_button("用这个密码打开", icon=":material/lock_open:")
    if pressed and password:
        dropped_files.look_again(replace(dropped, password=password))


def draw_mapping(dropped: DroppedFile, sheet: SheetSummary, number: int) -> None:
    """Draw one box a header, those in doubt first, and what is missing for all rows; look again when it is sent."""
    record = _record(dropped, sheet)
    if record is None:
        st.caption("先在上面选是哪一种台账，再指明各列。")
        return
    key = f"{dropped.key}-{number}-{record.id}-{_revision(dropped.settings)}"
    doubtful = [match for match in sheet["matches"] if _is_asked(match)]
    clear = [match for match in sheet["matches"] if not _is_asked(match)]
    with st.form(f"mapping-{key}", border=False):
        choices = [(match, _ask_column(match, record, dropped.settings, key)) for match in doubtful]
        constants = _ask_constants(sheet, record, dropped.settings, key)
        if clear:
            with st.expander(f"认出的{len(clear)}列（可以改）"):
                choices += [(match, _ask_column(match, record, dropped.settings, key)) for match in clear]
        pressed = st.form_submit_button("照这样再看一遍", icon=":material/refresh:")
    if not pressed:
        return
    if faults := _faults(record, constants):
        st.error(md_escape(faults[0]), icon=":material/error:")
        return
    columns = _columns(dropped.settings, sheet, choices)
    stated_record = dropped.settings.record or (None if sheet["record"] else record.id)
    settings = replace(dropped.settings, record=stated_record, columns=columns, constants=constants)
    dropped_files.look_again(replace(dropped, settings=settings))


def _record(dropped: DroppedFile, sheet: SheetSummary) -> RecordType | None:
    """Return the record type whose columns are offered: stated, recognised, or the nearest one."""
    nearest = [near["record"] for near in sheet["candidates"]]
    ids = [id for id in (dropped.settings.record, sheet["record"], *nearest) if id]
    return record_types()[ids[0]] if ids else None


def _is_asked(match: dict[str, Any]) -> bool:
    """Whether a header stands in the open: all but those recognised, and running numbers and remarks, which nobody misses."""
    if match["how"] in ("spelled", "total"):
        return False
    return match["how"] != "unknown" or not NOT_MISSED.fullmatch(match["header"])


def _ask_column(match: dict[str, Any], record: RecordType, settings: Settings, key: str) -> str:
    """Draw the box of one header with three values beneath; return UNSET, NOT_READ or the id of a column."""
    options = [UNSET, NOT_READ, *(column.name for column in record.columns)]
    labels = {column.name: column.label for column in record.columns}
    preset = _preset(match, record, settings)
    examples = "、".join(match["examples"]) or "空"
    choice = st.selectbox(
        f"{md_escape(match['header'])}　:gray[{HOW.get(match['how'], '')}]",
        options,
        options.index(preset) if preset in options else 0,
        format_func=lambda option: labels.get(option, option),
        key=f"map-{key}-{match['index']}",
    )
    st.caption(md_escape(f"下面写着：{examples}"))
    return choice


def _preset(match: dict[str, Any], record: RecordType, settings: Settings) -> str:
    stated = settings.columns.get(match["header"], settings.columns.get(_by_place(match)))
    if stated is not None:
        column = find_column(record, stated)
        return NOT_READ if stated == LEFT_OUT else column.name if column else UNSET
    if match["how"] == "left_out":
        return NOT_READ
    return match["column"] if match["how"] in (*SETTLED, "stated", "guessed") else UNSET


def _columns(settings: Settings, sheet: SheetSummary, choices: Sequence[tuple[dict[str, Any], str]]) -> dict[str, str]:
    """Return what is stated of headers: that of other sheets as before, that of this one as chosen."""
    repeated = Counter(match["header"] for match, _ in choices)
    columns = dict(settings.columns)
    for match, choice in choices:
        name = match["header"] if repeated[match["header"]] == 1 else _by_place(match)
        columns.pop(name, None)
        is_as_read = match["how"] in SETTLED and choice == match["column"]
        if choice != UNSET and not is_as_read:
            columns[name] = LEFT_OUT if choice == NOT_READ else choice
    return columns


def _by_place(match: dict[str, Any]) -> str:
    return f"第{match['index'] + 1}列"


def _ask_constants(sheet: SheetSummary, record: RecordType, settings: Settings, key: str) -> dict[str, str]:
    """Ask for what no header feeds and may be the same in all rows: the community, and required columns that do not add up."""
    fed = {match["column"] for match in sheet["matches"] if match["how"] in (*SETTLED, "stated")}
    lacking = [column for column in record.columns if column.name not in fed and _may_be_constant(column)]
    asked = {name for column in lacking for name in (column.name, column.label)} | {DATE_ORDER, YEAR}
    constants = {name: text for name, text in settings.constants.items() if name not in asked}
    for column in lacking:
        before = settings.constants.get(column.name) or settings.constants.get(column.label) or ""
        text = _ask_constant(column, before, key)
        if text.strip():
            constants[column.name] = text.strip()
    if any(record.column(name).kind.sql_type == "date" for name in fed if name):
        orders = list(DATE_ORDERS)
        order = st.selectbox(
            "日期顺序（如 3/4/2024）", orders, _index(orders, settings.constants.get(DATE_ORDER)),
            placeholder="由程序认", key=f"order-{key}",
        )  # fmt: skip
        constants |= {DATE_ORDER: order} if order else {}
        before = settings.constants.get(YEAR, "")
        year = st.text_input("年份（日期里没写年份时）", before, placeholder="如 2025", key=f"year-{key}").strip()
        constants |= {YEAR: year} if year else {}
    return constants


def _may_be_constant(column: Column) -> bool:
    is_wanted = column.is_required or column.name == COMMUNITY.name
    return is_wanted and not column.kind.is_quantity and not column.kind.is_personal


def _ask_constant(column: Column, before: str, key: str) -> str:
    label = f"整份都一样的{column.label}"
    if column.name != COMMUNITY.name:
        return st.text_input(label, before, placeholder=f"如 {column.kind.example}", key=f"same-{key}-{column.name}")
    names = _registered()
    options = [*names, before] if before and before not in names else names
    community = st.selectbox(
        label, options, _index(options, before), accept_new_options=not names,
        placeholder="没有这一列时，从标题、工作表名或文件名里认", key=f"same-{key}-{column.name}",
    )  # fmt: skip
    return community or ""


def _registered() -> list[str]:
    """Return the communities of the office; none while only the sample is loaded."""
    try:
        build = query.current()
    except NoBuild:
        return []
    return [] if build.is_demo else list(query.answer(build, communities.names))


def _faults(record: RecordType, constants: dict[str, str]) -> list[str]:
    """Return a sentence for each text that its column cannot read."""
    sentences = []
    for name, text in constants.items():
        column = None if name in NOT_COLUMNS else find_column(record, name)
        try:
            if column:
                column.kind.parse(text)
        except ValueError as fault:
            sentences.append(f"{column.label if column else name}：{fault}")
    if not re.fullmatch(r"(20\d\d年?)?", constants.get(YEAR, "")):
        sentences.append("年份请写成 2025。")
    return sentences


def _index(options: Sequence[str], value: str | None) -> int | None:
    return options.index(value) if value in options else None


def _revision(settings: Settings) -> str:
    """Return what changes with the settings, so that boxes begin with what they were set to."""
    return f"{hash(repr(settings.as_stored())) & 0xFFFFFF:x}"
