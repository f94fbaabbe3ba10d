"""Tries files out before they are confirmed: what would change, and which rows the build itself would refuse or remark upon."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

import warehouse.build_in_use
from etl import trial as etl_trial
from etl.building import publication_gate
from etl.intake import HandedFile, Summary
from etl.load import Progress
from etl.reporting import load_report, load_text
from evidence.build_changes import BuildChanges
from ui.frame.escape import md_escape
from ui.intake import changes, dropped_files, outcome_list, task
from ui.intake.task import Failure
from warehouse.build import Build, NoBuild, data_folder

TRIED = "intake-tried"  # session state: (the files tried, what came of it)


@dataclass(frozen=True)
class Trial:
    """What loading files would give; `changes` is None where nothing could be loaded, `losses` say why the build would be held back."""

    summary: Summary
    changes: BuildChanges | str | None
    losses: tuple[str, ...] = ()


def draw(files: Sequence[HandedFile]) -> None:
    """Offer to try the files out, and draw what came of the last trial of these very files."""
    tried, result = st.session_state.get(TRIED, (None, None))
    names = _identity(files)
    if st.button("先看会改变什么", icon=":material/difference:", key="intake-try"):
        folder = dropped_files.current_staging().folder / f"trial-{secrets.token_hex(4)}"
        result = task.follow(task.start("正在试算", _try_out, data_folder(), folder, tuple(files)))
        tried = names
        st.session_state[TRIED] = tried, result
    if tried != names:
        return
    if isinstance(result, Failure):
        st.error(md_escape(result.sentence), icon=":material/error:")
    elif result is not None:
        _draw(result)


def _draw(trial: Trial) -> None:
    with st.container(border=True, key="trial"):
        if trial.losses:
            st.warning(md_escape(load_text.would_be_withheld(trial.losses)), icon=":material/front_hand:")
        if trial.changes is None:
            st.error("没有一行能入库，原因见下。", icon=":material/error:")
        else:
            changes.draw(trial.changes, "trial")
        remarked = [sheet for sheet in trial.summary["files"] if sheet["error"] or sheet["reasons"]]
        outcome_list.draw(remarked, "trial", lambda _: True)


def build_in_use(data: Path) -> Build | None:
    """Return the build to compare with; None where there is none, or only the sample, which makes way."""
    try:
        build = Build(warehouse.build_in_use.current(data))
        return None if build.is_demo else build
    except NoBuild:
        return None


def _try_out(data: Path, folder: Path, files: Sequence[HandedFile], progress: Progress) -> Trial:
    """Load on trial and compare; runs beside the page, and leaves nothing."""
    with etl_trial.loaded_on_trial(data, folder, files, progress) as (outcome, names):
        summary = load_report.summary(outcome, names)
        if outcome.path is None:
            return Trial(summary, None)
        tried = Build(outcome.path)
        changed = changes.between(build_in_use(data), tried, data)
        return Trial(summary, changed, publication_gate.losses(tried, data))


def _identity(files: Sequence[HandedFile]) -> tuple[str, ...]:
    """Return what tells these files, as they are stated now, from others."""
    return tuple(f"{file.folder}{file.settings.as_stored()}" for file in files)
