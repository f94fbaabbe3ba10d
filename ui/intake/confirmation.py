"""Takes confirmed files in, shows how far it is, and says what was done; the page then stands on the new build."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from getpass import getuser
from pathlib import Path
from typing import Literal

import streamlit as st

from etl import intake
from etl.cleaning.linked_jobs import outdated_by
from etl.inbox.folder import Inbox
from etl.inbox.staging import Staging
from etl.intake import HandedFile
from etl.load import Progress
from etl.reporting import load_report
from etl.reporting.unloaded_workbook import refused_whole
from evidence.build_changes import BuildChanges
from ui.frame.escape import md_escape
from ui.intake import changes, dropped_files, outcome_list, remarks, sheet_report, state, task, trial
from ui.intake.dropped_files import DroppedFile
from ui.intake.task import Failure, Task
from warehouse.build import Build, data_folder


@dataclass(frozen=True)
class TakenIn:
    """What a confirmation did; `changes` is None where no build was published."""

    summary: intake.Summary
    changes: BuildChanges | str | None


@dataclass(frozen=True)
class TakenOut:
    """What a taking back did; `changes` is None where no build of own ledgers was published."""

    sentence: str
    changes: BuildChanges | str | None


OUTDATED = (
    "原来那一份的更正单，换成新的以后就用不上了：行号可能对不上。改过的行请在新的一份里改好，或导入后重新下载更正单："
)
NOTHING_YET = "现在一行也入不了库，先按上面的说明改，再确认。"
SAMPLE_LEAVES = "现在各页显示的是演示数据；导入后只显示自己的台账，演示数据不再显示。"
TASK, DONE, WHO = "intake-task", "intake-done", "intake-who"  # session state


def draw_running() -> bool:
    """Draw the work under way until it is done, and run the page again; False when there is none."""
    running: Task | None = st.session_state.get(TASK)
    if running is None:
        return False
    result = task.follow(running)
    del st.session_state[TASK]
    st.session_state[DONE] = result
    st.rerun()


def ask_who() -> None:
    """Ask who is at work, for the history and the remembered layouts."""
    st.text_input("经办人（选填，记在导入记录里）", key=WHO, persist_state="session", width=320)


def current_who() -> str:
    """Return who is at work; without an answer it is the account of this machine."""
    return str(st.session_state.get(WHO) or "").strip() or getuser()


def draw(files: Sequence[DroppedFile]) -> None:
    """Draw the button that takes the files in, with what will be left out."""
    taken = [dropped for dropped in files if dropped.is_taken]
    if not files:
        return
    with st.container(key=dropped_files.UNSAVED):
        st.caption("还没有导入：确认以前刷新或关掉这个网页，拖进来的和填的都会丢掉。")
    if left := [dropped.name for dropped in files if not dropped.is_taken]:
        st.info(md_escape(f"不会导入：{'、'.join(left)}"), icon=":material/inbox:")
    if not taken:
        return
    ask_who()
    unapplied = dropped_files.unapplied()
    handed = [handed_file(dropped, current_who()) for dropped in taken]
    trial.draw(handed)
    is_new_to_reader = _draw_replaced(taken)
    is_worth_it = load_report.has_taken([sheet for dropped in taken for sheet in dropped.sheets])
    if not is_worth_it:
        st.warning(NOTHING_YET, icon=":material/block:")
    elif state.is_sample_in_use():
        st.info(SAMPLE_LEAVES, icon=":material/science:")
    with st.container(horizontal=True):
        weight: Literal["primary", "secondary"] = "primary" if is_worth_it else "secondary"
        if st.button(f"确认导入{len(taken)}份", type=weight, icon=":material/check:", key="intake-confirm"):
            if unapplied:
                names = "、".join(unapplied)
                st.error(
                    md_escape(
                        f"{names}：框里新填的、新选的还没有用上。请先按“{sheet_report.LOOK_AGAIN}”，看过再确认。"
                    ),
                    icon=":material/refresh:",
                )
            elif is_new_to_reader:
                st.error("刚才有人导入了同名的台账。请看过上面的提示再确认一次。", icon=":material/group:")
            else:
                _start(handed)
        if st.button("全部取消", icon=":material/close:", key="intake-cancel"):
            dropped_files.forget()
            st.rerun()


def _draw_replaced(taken: Sequence[DroppedFile]) -> bool:
    """Say which ledgers make way and which corrections go with them; return whether the reader was not told of all before."""
    inbox = Inbox(data_folder())
    names, corrected = inbox.names(), set(inbox.links().values())
    replaced = [dropped.name for dropped in taken if dropped.name in names]
    is_new_to_reader = set(replaced) > set(st.session_state.get(dropped_files.REPLACED, replaced))
    st.session_state[dropped_files.REPLACED] = replaced
    if replaced:
        words = f"已有同名的台账，导入后由新的替换，原来的另外留存：{'、'.join(replaced)}"
        st.warning(md_escape(words), icon=":material/swap_horiz:")
    paths = {dropped.name: dropped.folder / dropped.name for dropped in taken if dropped.name in corrected}
    if outdated := [correction for name, path in paths.items() for correction in outdated_by(inbox, name, path)]:
        st.warning(md_escape(f"{OUTDATED}{'、'.join(outdated)}"), icon=":material/edit_off:")
    return is_new_to_reader


def handed_file(dropped: DroppedFile, who: str) -> HandedFile:
    """Return a file as it is taken in, with who settled what holds for it."""
    return HandedFile(dropped.folder, replace(dropped.settings, settled_by=who), dropped.password)


def _start(files: Sequence[HandedFile]) -> None:
    arguments = (data_folder(), files, current_who(), dropped_files.current_staging())
    st.session_state[TASK] = task.start("正在入库", _take_in, *arguments)
    dropped_files.begin_anew()
    st.rerun()


def _take_in(data: Path, files: Sequence[HandedFile], who: str, staging: Staging, progress: Progress) -> TakenIn:
    """Take the files in and remove them from where they waited; runs beside the page."""
    before = trial.build_in_use(data)
    summary = intake.take_in(data, files, who, progress)
    staging.clear()
    if summary["path"] is None:
        return TakenIn(summary, None)
    return TakenIn(summary, changes.between(before, Build(Path(summary["path"])), data))


def draw_done() -> None:
    """Say what was done by the last confirmation, until the reader has seen it."""
    done: TakenIn | TakenOut | Failure | str | None = st.session_state.get(DONE)
    if done is None:
        return
    if isinstance(done, Failure):
        st.error(f"没有入库，原来的数据批次没有变：{md_escape(done.sentence)}", icon=":material/error:")
    elif isinstance(done, str):
        st.success(md_escape(done), icon=":material/check_circle:")
    elif isinstance(done, TakenOut):
        st.success(md_escape(done.sentence), icon=":material/check_circle:")
        if done.changes:
            changes.draw(done.changes, "done")
    else:
        _draw_summary(done.summary)
        if done.changes:
            changes.draw(done.changes, "done")
    if st.button("知道了", key="intake-seen"):
        del st.session_state[DONE]
        st.rerun()


def _draw_summary(summary: intake.Summary) -> None:
    sheets = summary["files"]
    loaded, refused = (sum(sheet[count] for sheet in sheets) for count in ("loaded", "refused"))
    if summary["losses"]:
        st.error("新的数据批次没有采用，原因见下。", icon=":material/error:")
    elif summary["build"] is None or not load_report.has_taken(sheets):
        st.error("没有一行能入库，各页的数没有变。请看下面的原因。", icon=":material/error:")
    else:
        left = f"，{refused}行拒收，原因见下" if refused else ""
        st.success(f"已入库{loaded}行{left}。各页现在用的是新的数据批次。", icon=":material/check_circle:")
    for note in summary["notes"]:
        st.warning(md_escape(note), icon=":material/info:")
    whole = refused_whole(sheets)
    outcome_list.draw_whole(whole)
    others = [sheet for sheet in sheets if sheet["file"] not in whole]
    outcome_list.draw(others, "done", lambda sheet: sheet["error"] or sheet["refused"] or remarks.of_sheet(sheet))
