"""Draws the ledgers received, each with what became of it, and lets one of them be taken back."""

from collections.abc import Mapping, Sequence

import pyarrow as pa
import streamlit as st

from etl.cleaning import clean_files
from etl.declarations import record_types
from etl.inbox.folder import Inbox
from ui.frame import data_table, query
from ui.intake import refused_rows, sheet_report, taking_back
from ui.ledgers import source_files
from warehouse import communities, ledgers
from warehouse.build import Build, NoBuild, data_folder
from warehouse.ledgers import SourceFile

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
        taking_back.draw(name, names, build)


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
