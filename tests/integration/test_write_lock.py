"""Whoever waits for the lock of a data folder is told for whom."""

import os
import threading
from pathlib import Path

from etl.inbox.write_lock import HOLDER_FILE, holder, write_lock


def test_a_writer_that_waits_is_told_who_holds_the_lock(tmp_path: Path):
    sentences: list[str] = []
    is_told = threading.Event()

    def told(sentence: str) -> None:
        sentences.append(sentence)
        is_told.set()

    def wait() -> None:
        with write_lock(tmp_path, told):
            pass

    with write_lock(tmp_path):
        waiting = threading.Thread(target=wait)
        waiting.start()
        assert is_told.wait(30)
    waiting.join(30)
    assert not waiting.is_alive()
    assert f"（进程 {os.getpid()}，" in sentences[0]
    assert sentences[1:] == [""]  # the wait is over


def test_a_damaged_note_of_the_holder_is_no_reason_to_stop(tmp_path: Path):
    (tmp_path / HOLDER_FILE).write_bytes(b"\xff")
    assert holder(tmp_path) == "另一个程序"
