"""Whoever waits for the lock of a data folder is told for whom."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from etl.inbox.write_lock import HOLDER_FILE, holder, write_lock
from tests.support.ledgers import ROOT


def test_a_writer_that_waits_is_told_who_holds_the_lock(tmp_path: Path):
    sentences: list[str] = []
    is_told = threading.Event()

    def message(sentence: str) -> None:
        sentences.append(sentence)
        is_told.set()

    def wait() -> None:
        with write_lock(tmp_path, message):
            pass

    with write_lock(tmp_path):
        waiting = threading.Thread(target=wait)
        waiting.start()
        assert is_told.wait(30)
    waiting.join(30)
    assert not waiting.is_alive()
    assert f"（进程 {os.getpid()}，" in sentences[0]
    assert sentences[1:] == [""]  # the wait is over


@pytest.mark.parametrize("words", [["load"], ["undo", "凤二村志愿服务.csv"]], ids=["load", "undo"])
def test_a_command_that_waits_says_for_whom_and_then_does_its_work(office: Path, words: list[str]):
    program = [sys.executable, "-m", "etl", *words, "--data", str(office)]
    with write_lock(office):
        waiting = subprocess.Popen(program, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        silent_too_long = threading.Timer(60, waiting.kill)
        silent_too_long.start()
        assert waiting.stderr
        sentence = waiting.stderr.readline()
        silent_too_long.cancel()
        assert waiting.poll() is None
    _, rest = waiting.communicate(timeout=120)

    assert f"（进程 {os.getpid()}，" in sentence and sentence.endswith("正在写这个数据目录，等它结束……\n")
    assert (waiting.returncode, "正在写" in rest) == (0, False)


def test_a_damaged_note_of_the_holder_is_no_reason_to_stop(tmp_path: Path):
    (tmp_path / HOLDER_FILE).write_bytes(b"\xff")
    assert holder(tmp_path) == "另一个程序"
