"""Draws the ledgers received, and takes one back: with what goes and what stays, said before."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import streamlit as st

from etl import intake
from etl.cleaning import clean_files, linked_jobs
from etl.declarations import record_types
from etl.inbox.folder import Inbox
from etl.load import Progress
from indicators import disclosure
from ui.frame import data_table, query, reader
from ui.frame.escape import md_escape
from ui.intake import confirmation, refused_rows, sheet_report, task, withheld
from ui.ledgers import source_files
from warehouse import communities, ledgers, records
from warehouse.build import Build, NoBuild, data_folder
from warehouse.communities import short_name
from warehouse.ledgers import SourceFile
from wording.unloaded_rows import row_count_words

HEADER = ("文件", "记录", "入库", "拒收", "状态")
LEFT_OUT = "未采用"


def draw() -> None:
    """Draw the list, and the taking back of the one chosen."""
    inbox = Inbox(data_folder())
    names = inbox.names()
    if not names:
        shown = "；现在看到的是演示数据" if _build() else ""
        st.info(f"还没有自己的台账{shown}。", icon=":material/inbox:")
        return
    build = _build()
    files = query.answer(build, ledgers.source_files) if build else []
    links = inbox.links()
    errors = _errors(names, files, inbox)
    states = {name: _state(name, files, links, errors) for name in names}
    left_out = sum(state.startswith(LEFT_OUT) for state in states.values())
    note = f"，{left_out}份{LEFT_OUT}：原因在表里；不要的可以在下面撤回" if left_out else ""
    st.html(f'<h2 class="headline">收到{len(names)}份台账{note}</h2>')
    register = query.answer(build, communities.names) if build else []
    rows = [(*_row(name, files, links, register), states[name]) for name in names]
    columns = zip(HEADER, zip(*rows, strict=True), strict=True)
    table = pa.table({label: source_files.column(cells) for label, cells in columns})
    data_table.draw(table, name="received", alt="已导入的台账")
    if build:
        refused_rows.draw(build)
    st.html('<h2 class="headline">撤回</h2>')
    name = st.selectbox("撤回哪一份", names, None, placeholder="选一份台账", key="intake-back")
    if name:
        _draw_taking_back(name, names, build)


def _build() -> Build | None:
    try:
        return query.in_use()
    except NoBuild:
        return None


def _row(
    name: str, files: Sequence[SourceFile], links: Mapping[str, str], register: Sequence[str]
) -> tuple[str, str, int | str | None, int | None]:
    """Return a ledger with its rows, as the reader may know them; those of a correction are counted with its ledger."""
    if name in links:
        return name, f"“{links[name]}”的更正单", None, None
    own = [file for file in files if file.file == name]
    if not own:  # nothing of it is in the data, which therefore do not know how many rows were refused
        return name, "", None, None
    labels = dict.fromkeys(record_types()[file.record].label for file in own if file.record)
    return name, "、".join(labels), source_files.loaded_rows(own, register), sum(file.refused for file in own)


def _errors(names: Sequence[str], files: Sequence[SourceFile], inbox: Inbox) -> Mapping[str, str]:
    """Return why ledgers are not in the data, by name, where the data do not say it of all: for that the bytes of each are looked at."""
    told = {file.file for file in files if file.loaded or file.error}
    return clean_files.stored_errors(inbox.folder, inbox.ledgers()) if {*names} - told else {}


def _state(name: str, files: Sequence[SourceFile], links: Mapping[str, str], errors: Mapping[str, str]) -> str:
    """Return whether the data hold anything of a ledger, and else why not."""
    own = [file for file in files if file.file == name]
    if name in links and not any(file.error for file in own):
        return "更正单"
    if any(file.loaded for file in own):
        return "已采用"
    error = next((file.error for file in own if file.error), None) or errors.get(name)
    if error:
        return f"{LEFT_OUT}：{sheet_report.without_commands(error)}"
    refused = sum(file.refused for file in own)
    if refused:
        return f"{LEFT_OUT}：{refused}行都没有入库，原因见“未入库问题”"
    return "已采用，里面没有记录" if own else f"{LEFT_OUT}：没有一行能入库"


def _draw_taking_back(name: str, names: Sequence[str], build: Build | None) -> None:
    st.markdown(md_escape(_consequences(name, names, build)))
    if st.button("撤回这一份", icon=":material/undo:", key="intake-take-back"):
        arguments = (data_folder(), name, confirmation.current_who())
        st.session_state[confirmation.TASK] = task.start("正在撤回", _take_back, *arguments)
        st.rerun()


def _consequences(name: str, names: Sequence[str], build: Build | None) -> str:
    """Say which rows go, and what remains."""
    inbox = Inbox(data_folder())
    ledger = inbox.links().get(name)
    if ledger and not linked_jobs.is_applied(inbox, name):
        return f"这份更正单没有用上，撤回后“{ledger}”和其余台账都不变。更正单另外留存。"
    if ledger:
        return f"“{ledger}”又和原件一样，没有入库的行再列出来；其余台账不动。更正单另外留存。"
    corrections = [correction for correction in inbox.corrections_of(name) if correction in names]
    left = len(names) - 1 - len(corrections)
    counts = query.answer(build, records.loaded_rows) if build else {}
    gone = [
        f"{record_types()[record].label}{_rows_gone(record, rows, community)}行（{short_name(community)}）"
        for (record, file, _), by_community in counts.items()
        if file == name
        for community, rows in by_community.items()
    ]
    taken = f"会拿走{'、'.join(gone)}" if gone else "这一份没有一行在库里，各页的数不变"
    along = f"，连同它的更正单{'、'.join(corrections)}" if corrections else ""
    rest = f"其余{left}份台账不动" if left else "这是最后一份，撤回后又显示演示数据"
    return f"{taken}{along}；{rest}。原件另外留存，记下的表头对应保留。"


def _rows_gone(record: str, rows: int, community: str) -> int | str:
    is_seen = reader.may_see_rows(record, [community])
    return rows if is_seen else row_count_words(record, rows, disclosure.OFFICE)


def _take_back(folder: Path, name: str, who: str, progress: Progress) -> str:
    """Take a ledger back and return what was done; runs beside the page."""
    taken_back = intake.take_back(folder, name, who, progress)
    if taken_back is None:
        return f"“{name}”已经不在了，可能刚被撤回。"
    if taken_back.outcome.path is None:
        return f"{taken_back.sentence}{withheld.unpublished_words(taken_back.outcome)}"
    is_demo = Inbox(folder).is_demo
    back = "已没有自己的台账，又显示演示数据。" if is_demo else "各页现在用的是新的数据批次。"
    return f"{taken_back.sentence}{back}"
