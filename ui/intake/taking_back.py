"""Takes a ledger back: with what goes, what comes in again and what stays, said before and after."""

import secrets
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from etl import intake
from etl import trial as etl_trial
from etl.building.duplicates import is_like_rows_of
from etl.cleaning import linked_jobs
from etl.declarations import record_types
from etl.inbox.folder import Inbox
from etl.load import Progress
from evidence.build_changes import BuildChanges
from indicators import disclosure
from ui.frame import query, reader
from ui.frame.escape import md_escape
from ui.intake import changes, confirmation, dropped_files, task, trial, withheld
from ui.intake.confirmation import TakenOut
from ui.intake.task import Failure
from warehouse import ledgers, records
from warehouse.build import Build, data_folder
from warehouse.communities import short_name
from wording.unloaded_rows import row_count_words

TRIED = "intake-back-tried"  # session state: ((ledger, build), what came of it)


def draw(name: str, names: Sequence[str], build: Build | None) -> None:
    """Draw what taking a ledger back would do, and the two buttons: to try it out, and to do it."""
    st.markdown(md_escape(_consequences(name, names, build)))
    if build and len(names) > 1:
        _draw_trial(name, build)
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
    back = _coming_back(name, build) if build else ""
    rest = f"其余{left}份台账{'的原件' if back else ''}不动" if left else "这是最后一份，撤回后又显示演示数据"
    return f"{taken}{along}{back}；{rest}。原件另外留存，记下的表头对应保留。"


def _rows_gone(record: str, rows: int, community: str) -> int | str:
    is_seen = reader.may_see_rows(record, [community])
    return rows if is_seen else row_count_words(record, rows, disclosure.OFFICE)


def _coming_back(name: str, build: Build) -> str:
    """Say which rows of other ledgers are refused only since they are like rows of this one, and would come in; "" for none.

    How many there are at most: of rows that are like one another, too, one comes in.
    """
    counts: Counter[tuple[str, str, str]] = Counter()
    for problem in query.answer(build, ledgers.problems):
        if problem.file != name and is_like_rows_of(name, problem.code, problem.message):
            counts[problem.file, problem.record or "", problem.community or ""] += 1
    rows = [
        f"{file}{f'的{record_types()[record].label}{_at_most(record, count, community)}行' if community else '整份'}"
        for (file, record, community), count in sorted(counts.items())
    ]
    once = "（彼此也重复的仍只入一次）" if len({file for file, _, _ in counts}) > 1 else ""
    return f"；因为和它重复、没有入库的会再入库：{'、'.join(rows)}{once}" if rows else ""


def _at_most(record: str, rows: int, community: str) -> str:
    words = _rows_gone(record, rows, community)
    return f"至多{words}" if isinstance(words, int) else words


def _draw_trial(name: str, build: Build) -> None:
    """Offer to try the taking back out, and draw what came of the last trial of this very one."""
    tried, result = st.session_state.get(TRIED, (None, None))
    if st.button("先看撤回后会改变什么", icon=":material/difference:", key="intake-try-back"):
        folder = dropped_files.current_staging().folder / f"trial-{secrets.token_hex(4)}"
        tried = name, build.name
        result = task.follow(task.start("正在试算", _try_out, data_folder(), folder, name))
        st.session_state[TRIED] = tried, result
    if tried != (name, build.name):
        return
    with st.container(border=True, key="trial-back"):
        if isinstance(result, Failure):
            st.error(md_escape(result.sentence), icon=":material/error:")
        elif result is None:
            st.info("撤回后没有一行自己的台账。", icon=":material/info:")
        else:
            changes.draw(result, "trial-back")


def _try_out(data: Path, folder: Path, name: str, progress: Progress) -> BuildChanges | str | None:
    """Take a ledger back on trial and compare; None where nothing would be left."""
    with etl_trial.taken_back_on_trial(data, folder, name, progress) as outcome:
        return _changes(trial.build_in_use(data), outcome.path, data)


def _changes(before: Build | None, path: Path | None, data: Path) -> BuildChanges | str | None:
    """Return what a build changes against the one before, None where either is none of own ledgers."""
    after = Build(path) if path else None
    if before is None or after is None or after.is_demo:
        return None
    return changes.between(before, after, data)


def _take_back(folder: Path, name: str, who: str, progress: Progress) -> TakenOut | str:
    """Take a ledger back and return what was done; runs beside the page."""
    before = trial.build_in_use(folder)
    taken_back = intake.take_back(folder, name, who, progress)
    if taken_back is None:
        return f"“{name}”已经不在了，可能刚被撤回。"
    if taken_back.outcome.path is None:
        return f"{taken_back.sentence}{withheld.unpublished_words(taken_back.outcome)}"
    is_demo = Inbox(folder).is_demo
    back = "已没有自己的台账，又显示演示数据。" if is_demo else "各页现在用的是新的数据批次。"
    return TakenOut(f"{taken_back.sentence}{back}", _changes(before, taken_back.outcome.path, folder))
