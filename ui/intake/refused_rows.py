"""Gives the refused rows of a ledger back as the sender's own sheet, with the reasons grouped; corrected, it is dropped in again."""

from collections.abc import Sequence

import streamlit as st

from command_line import UserError
from documents.media_types import EXCEL
from etl.problem import SEVERITIES
from etl.reporting import correction_sheet
from etl.reporting.refused_rows import refused_files
from ui.frame import query, reader
from ui.frame.escape import md_escape
from ui.intake import sheet_report
from warehouse import communities, ledgers
from warehouse.build import Build, data_folder
from warehouse.load_reasons import Reason, reasons

MADE = "intake-correction-sheet"  # session state: (batch, ledger), the workbook or the sentence why there is none
HOW = "每一行写着原因，要改的格子标红。改好存盘，拖到上面再导入：改好的行并入原来那一份，原件不动。"


def draw(build: Build) -> None:
    """Draw the choice of a ledger, why its rows were refused, and the button that downloads them."""
    rows = query.answer(build, refused_files)
    if build.is_demo or not rows:
        return
    st.html(f'<h2 class="headline">{sum(rows.values())}行没有入库，可以取出来改</h2><p class="note">{HOW}</p>')
    file = st.selectbox(
        "取出哪一份台账的", list(rows), None, format_func=lambda file: f"{file}（{rows[file]}行）",
        placeholder="选一份台账", key="intake-refused",
    )  # fmt: skip
    if file and _may_see(build, file):
        for reason in _reasons(build, file):
            st.markdown(
                f"{sheet_report.ICONS[reason.severity]} {md_escape(sheet_report.reason_words(reason.as_json()))}"
            )
        _draw_download(build, file)


def _may_see(build: Build, file: str) -> bool:
    """Tell whether the reader may see the rows of a ledger; say that they are withheld where not."""
    names = query.answer(build, communities.names)
    records = {source.record for source in query.answer(build, ledgers.source_files) if source.file == file}
    if all(reader.may_see_rows(record, names) for record in records if record):
        return True
    reader.say_withheld()
    return False


def _reasons(build: Build, file: str) -> Sequence[Reason]:
    problems = query.answer(build, ledgers.problems)
    return reasons([problem for problem in problems if problem.file == file and problem.severity == SEVERITIES[0]])


def _draw_download(build: Build, file: str) -> None:
    content = _content(build, file)
    if isinstance(content, str):
        st.error(md_escape(content), icon=":material/error:")
        return
    st.download_button(
        "下载更正单", data=content, file_name=correction_sheet.file_name(build, file), mime=EXCEL, type="primary",
        on_click="ignore", key="intake-refused-download", icon=":material/download:",
    )  # fmt: skip


def _content(build: Build, file: str) -> bytes | str:
    """Return the workbook, read from the inbox once a batch and ledger; or the sentence why there is none."""
    made, content = st.session_state.get(MADE, (None, ""))
    if made != (build.name, file):
        with st.spinner(f"正在从原件里取出“{md_escape(file)}”没有入库的行……"):
            try:
                content = correction_sheet.correction_sheet(data_folder(), build, file)
            except UserError as fault:
                content = str(fault)
        st.session_state[MADE] = (build.name, file), content
    return content
