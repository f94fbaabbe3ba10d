"""Asks what the program cannot know of a file: its record type, its header row, what headers mean, what holds for all rows."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from etl.declarations import record_types
from etl.inbox.settings import Settings
from etl.recognition.header_cell import is_personal
from etl.recognition.meanings import LEFT_OUT, NOT_READ, find_column
from etl.recognition.table_header import NOT_MISSED
from etl.reporting.load_report import SheetSummary
from etl.schema import RecordType
from ui.frame.escape import md_escape
from ui.intake import alike_sheets, constants_form, doubts_form, dropped_files, sheet_answer, sheet_report
from ui.intake.dropped_files import DroppedFile
from ui.intake.sheet_answer import SheetAnswer

UNSET = "不指定"
HOW = {
    "spelled": "按写法认出", "stated": "已指明", "remembered": "按上次的对应", "guessed": "推测", "unknown": "没有认出",
    "ambiguous": "可能有两种意思", "surplus": "别的列已经对应", "left_out": "不读", "beside": "这种台账里没有", "total": "小计，不读",
}  # fmt: skip


def draw(dropped: DroppedFile) -> None:
    """Draw what holds for the whole file: of a file with one sheet all of it, of others which sheets are read."""
    if not _has_several(dropped):
        _draw_kind(dropped, dropped.sheets[0], "是哪一种台账（整份文件）", dropped.key)
        return
    chosen = list(dropped.settings.sheets)
    names = list(dict.fromkeys([*dropped.sheet_names, *chosen]))  # a sheet that was chosen may have gone
    sheets = st.multiselect(
        "只读这些工作表", names, chosen, placeholder="全部", key=constants_form.box_key("sheets", dropped.key, chosen)
    )
    if sheets != chosen:
        dropped_files.look_again(replace(dropped, settings=replace(dropped.settings, sheets=tuple(sheets))))


def draw_sheet(dropped: DroppedFile, sheet: SheetSummary, place: str) -> SheetAnswer | None:
    """Draw what holds for one sheet; each of several has its own, drawn once where it holds tables of several record types."""
    first = next(other for other in dropped.sheets if other["sheet"] == sheet["sheet"])
    if _has_several(dropped) and sheet is first:
        _draw_kind(dropped, sheet, "是哪一种台账（这张工作表）", place)
    if not sheet["matches"]:
        return None
    answer = _ask_mapping(dropped, sheet, place)
    if sheet is first:
        alike_sheets.offer(dropped, sheet, place)
    return answer


def _draw_kind(dropped: DroppedFile, sheet: SheetSummary, label: str, place: str) -> None:
    """Draw the record type and the header row of a sheet, and look at the file again when one was changed."""
    settings = _stated(dropped, sheet)
    before = "" if settings.header_row is None else str(settings.header_row)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        key = constants_form.box_key("record", place, settings.record)
        record = constants_form.ask_choice(label, list(record_types()), settings.record, key, _record_label)
        row = st.text_input(
            "表头在第几行（没有表头写0）", before, placeholder="由程序认",
            key=constants_form.box_key("header-row", place, before),
        ).strip()  # fmt: skip
    if row and not row.isdecimal():
        st.error("表头在第几行请写数字，如 3；空着由程序认。", icon=":material/error:")
        return
    changed = replace(settings, record=record, header_row=int(row) if row else None)
    if changed != settings:
        whole = sheet_answer.with_own(dropped, dropped.settings, sheet["sheet"], changed)
        dropped_files.look_again(replace(dropped, settings=whole))


def _record_label(id: str) -> str:
    return record_types()[id].label


def _has_several(dropped: DroppedFile) -> bool:
    return len(dropped.sheet_names) > 1


def _stated(dropped: DroppedFile, sheet: SheetSummary) -> Settings:
    """Return what is stated for a sheet."""
    return dropped.settings.of_sheet(sheet["sheet"])


def draw_password(dropped: DroppedFile) -> None:
    """Ask for the password of a locked workbook, which is used for reading and stored nowhere."""
    with st.form(f"password-{dropped.key}", border=False):
        password = st.text_input("打开密码（只用来读取，不会存下）", type="password", key=f"password-of-{dropped.key}")
        pressed = st.form_submit_button("用这个密码打开", icon=":material/lock_open:")
    if pressed and password:
        dropped_files.look_again(replace(dropped, password=password))


def _ask_mapping(dropped: DroppedFile, sheet: SheetSummary, key: str) -> SheetAnswer | None:
    """Draw one box a header, those in doubt first, and what is missing for all rows; return what they say."""
    stated = _stated(dropped, sheet)
    record = _record(stated, sheet)
    if record is None:
        st.caption("先在上面选是哪一种台账，再指明各列。")
        return None
    doubtful = [match for match in sheet["matches"] if _is_asked(match)]
    clear = [match for match in sheet["matches"] if not _is_asked(match)]
    community = constants_form.ask_community(sheet, record, stated, key)
    doubts = doubts_form.ask(sheet, stated, key)
    choices = [(match, _ask_column(match, record, stated, key)) for match in doubtful]
    constants = constants_form.ask_constants(sheet, record, stated, key)
    if clear:
        with st.expander(f"认出的{len(clear)}列（可以改）"):
            choices += [(match, _ask_column(match, record, stated, key)) for match in clear]
    pressed = st.button(sheet_report.LOOK_AGAIN, icon=":material/refresh:", key=f"look-{key}")
    columns = _columns(stated, choices, None if pressed else _touched(choices, record, stated))
    whole = (constants.offered if pressed else constants.written) | community
    stated_record = stated.record or (None if sheet["record"] else record.id)
    after = doubts.applied_to(replace(stated, record=stated_record, columns=columns, constants=whole))
    is_answered = doubts.differ_from(stated) or community != constants_form.community_of(stated)
    is_touched = is_answered or constants.is_touched or columns != stated.columns
    faults = constants_form.faults(record, whole) if pressed or is_touched else []
    if faults:
        st.error(md_escape(faults[0]), icon=":material/error:")
    is_due = (pressed or is_answered) and not faults
    return SheetAnswer(
        sheet["sheet"], stated, after, is_touched, pressed, is_due, is_wrong=bool(faults), place=st.container()
    )


def _touched(choices: Sequence[tuple[dict[str, Any], str]], record: RecordType, stated: Settings) -> list[int]:
    """Return the places of the columns that were chosen anew."""
    return [match["index"] for match, choice in choices if choice != _shown_preset(match, record, stated)]


def _record(stated: Settings, sheet: SheetSummary) -> RecordType | None:
    """Return the record type whose columns are offered: stated, recognised, or the nearest one."""
    nearest = [near["record"] for near in sheet["candidates"]]
    ids = [id for id in (stated.record, sheet["record"], *nearest) if id]
    return record_types()[ids[0]] if ids else None


def _is_asked(match: dict[str, Any]) -> bool:
    """Whether a header stands in the open: all but those recognised, personal data, and running numbers and remarks, which nobody misses."""
    if match["how"] in ("spelled", "total", "beside"):
        return False
    return match["how"] != "unknown" or not (NOT_MISSED.fullmatch(match["header"]) or is_personal(match["header"]))


def _ask_column(match: dict[str, Any], record: RecordType, settings: Settings, key: str) -> str:
    """Draw the box of one header with three values beneath; return UNSET, NOT_READ or the id of a column."""
    options = _options(match, record)
    labels = {column.name: column.label for column in record.columns}
    examples = "、".join(match["examples"]) or "空"
    preset = _shown_preset(match, record, settings)
    choice = st.selectbox(
        f"{md_escape(match['header'])}　（{HOW[match['how']]}）",
        options,
        options.index(preset),
        format_func=lambda option: labels.get(option, option),
        key=constants_form.box_key(f"map-{match['index']}", key, (match["header"], preset, options)),
        **constants_form.WAITS_FOR_PRESS,
    )
    st.caption(md_escape(f"下面写着：{examples}"))
    return choice


def _options(match: dict[str, Any], record: RecordType) -> list[str]:
    unset = () if match["how"] == "remembered" else (UNSET,)  # what is remembered holds unless something else is said
    return [*unset, NOT_READ, *(column.name for column in record.columns)]


def _shown_preset(match: dict[str, Any], record: RecordType, settings: Settings) -> str:
    """Return what the box of a header stands on before anybody touches it."""
    preset, options = _preset(match, record, settings), _options(match, record)
    return preset if preset in options else options[0]


def _preset(match: dict[str, Any], record: RecordType, settings: Settings) -> str:
    stated = settings.columns.get(match["header"], settings.columns.get(_by_place(match)))
    if stated is not None:
        column = find_column(record, stated)
        return NOT_READ if stated == LEFT_OUT else column.name if column else UNSET
    if match["how"] == "left_out":
        return NOT_READ
    return match["column"] if match["how"] in (*constants_form.SETTLED, "stated", "guessed") else UNSET


def _columns(
    settings: Settings, choices: Sequence[tuple[dict[str, Any], str]], touched: Sequence[int] | None
) -> dict[str, str]:
    """Return what is stated of headers: as before, and of those asked for as chosen; `touched` limits these to some columns."""
    repeated = Counter(match["header"] for match, _ in choices)
    columns = dict(settings.columns)
    for match, choice in choices:
        if touched is not None and match["index"] not in touched:
            continue
        name = match["header"] if repeated[match["header"]] == 1 else _by_place(match)
        columns.pop(name, None)
        is_as_read = match["how"] in constants_form.SETTLED and choice == match["column"]
        if choice != UNSET and not is_as_read:
            columns[name] = LEFT_OUT if choice == NOT_READ else choice
    return columns


def _by_place(match: dict[str, Any]) -> str:
    return f"第{match['index'] + 1}列"
