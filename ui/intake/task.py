"""Runs long work beside the page, so that a click, a reload or a closed browser does not break it off half-way."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import streamlit as st

from command_line import UserError
from etl import disk_errors
from etl.inbox.write_lock import WAIT_LISTENER
from ui.frame.escape import md_escape
from warehouse.build import NoBuild

POLL_SECONDS = 0.2


@dataclass
class Task:
    """Work under way: what it does, how far it is, and what it will return."""

    words: str  # 正在入库
    future: "Future[Any]"
    progress: dict[str, Any] = field(default_factory=dict)  # done, total, name; waiting: for whom it waits


@cache
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=4, thread_name_prefix="intake")


def start(words: str, function: Callable[..., Any], *arguments: Any) -> Task:
    """Start function(*arguments, progress) in a thread of its own, and return the task."""
    progress: dict[str, Any] = {}

    def advance(done: int, total: int, name: str) -> None:
        progress.update(done=done, total=total, name=name, waiting="")

    def run() -> Any:
        WAIT_LISTENER.set(lambda sentence: progress.update(waiting=sentence))
        return function(*arguments, advance)

    return Task(words, _threads().submit(run), progress)


def follow(task: Task) -> Any:
    """Draw the progress until the task is done; return what it returned, or the sentence why it failed as a Failure."""
    bar = st.progress(0.0, task.words)
    while not task.future.done():
        wait([task.future], timeout=POLL_SECONDS)
        done, total = task.progress.get("done", 0), task.progress.get("total", 0)
        counted = f"：已读{done}份，共{total}份" if total else ""
        words = task.progress.get("waiting") or f"{task.words}{counted}……"
        bar.progress(done / total if total else 0.0, md_escape(words))
    bar.empty()
    try:
        return task.future.result()
    except NoBuild as fault:  # its advice is for a command line
        return Failure(fault.finding)
    except UserError as fault:
        return Failure(str(fault))
    except disk_errors.FAULTS as fault:
        return Failure(disk_errors.sentence(fault))


@dataclass(frozen=True)
class Failure:
    """Why a task ended without a result, in a Chinese sentence."""

    sentence: str
