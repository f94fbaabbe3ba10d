"""A function run in a limited child gives its result or one sentence; a child that crashes ends nothing but itself."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from threading import Event

import openpyxl
import pytest

from etl.reading import child_process
from etl.reading.file_reader import read_file
from etl.reading.grid import Unreadable
from etl.reading.limits import read_limited, run_limited, run_many
from etl.reading.worker import MOST_MEMORY

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals and pipes with names")
linux = pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux bounds the address space and tells the peak of a program"
)


def refuse(sentence: str) -> None:
    raise Unreadable(sentence)


def behave(how: str) -> str:
    ways = {"aborts": os.abort, "is killed": lambda: os.kill(os.getpid(), signal.SIGKILL), "exits": lambda: os._exit(0)}
    ways.get(how, str)()
    return how


def hold(pipe: str) -> None:
    """Open a named pipe and never close it."""
    with Path(pipe).open("w") as stream:
        stream.write("held")
        stream.flush()
        Event().wait()


def test_a_result_comes_back():
    assert run_limited(divmod, 7, 2) == (3, 1)


def test_what_a_function_prints_does_not_disturb_its_result():
    assert run_limited(print, "演示") is None


def test_the_sentence_of_an_unreadable_file_comes_back_as_it_is():
    with pytest.raises(Unreadable, match=r"^第 3 行少了社区。$"):
        run_limited(refuse, "第 3 行少了社区。")


def test_a_failure_becomes_a_sentence_with_the_traceback_kept_for_the_maintainer():
    with pytest.raises(Unreadable, match="内部出错（ValueError）") as caught:
        run_limited(int, "十")
    assert "invalid literal" in caught.value.__notes__[0]


@posix
@pytest.mark.parametrize(
    ("how", "sentence"),
    [("aborts", child_process.CRASHED), ("is killed", child_process.KILLED), ("exits", child_process.CRASHED)],
)
def test_a_child_that_crashes_is_one_sentence(how, sentence):
    with pytest.raises(Unreadable) as caught:
        run_limited(behave, how)
    assert str(caught.value) == sentence


@posix
def test_a_child_that_never_answers_is_stopped():
    with pytest.raises(Unreadable) as caught:
        run_limited(signal.pause, seconds=0.5)
    assert str(caught.value) == child_process.OUT_OF_TIME


@linux
def test_a_child_that_wants_too_much_memory_is_stopped():
    with pytest.raises(Unreadable) as caught:
        run_limited(bytearray, 3 << 30, memory=2 << 30)
    assert str(caught.value) == child_process.OUT_OF_MEMORY


@linux
def test_a_workbook_of_6_kb_that_reaches_to_the_last_cell_is_one_sentence(tmp_path):
    book = openpyxl.Workbook()
    book.active["A1"], book.active["XFD1048576"] = "社区", 1
    book.save(tmp_path / "远.xlsx")
    with pytest.raises(Unreadable) as caught:
        run_limited(read_file, tmp_path / "远.xlsx")
    assert str(caught.value) == child_process.OUT_OF_MEMORY


def test_a_whole_reading_comes_back(tmp_path):
    (tmp_path / "a.csv").write_text("社区,场次\n凤二村,3\n", encoding="utf-8")
    assert read_limited(tmp_path / "a.csv") == read_file(tmp_path / "a.csv")


def test_a_file_that_is_no_table_comes_back_as_its_sentence(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"%PDF-1.7")
    with pytest.raises(Unreadable, match="PDF"):
        read_limited(tmp_path / "a.xlsx")


@posix
def test_children_that_crash_cost_no_other_item_its_result():
    items = ["一", "aborts", "二", "is killed", "三", "exits", "四"]
    results = dict(run_many(behave, items, 2))
    assert {item for item, result in results.items() if result == item} == {"一", "二", "三", "四"}
    assert {str(results[item]) for item in ("aborts", "is killed", "exits")} == {
        child_process.CRASHED,
        child_process.KILLED,
    }


def test_results_come_with_their_items():
    assert sorted(run_many(abs, [-3, -1, 2], 2)) == [(-3, 3), (-1, 1), (2, 2)]


def test_a_child_serves_the_next_call_however_much_memory_its_parent_holds(root):
    calls = "print(run_limited(os.getpid) == run_limited(os.getpid))"
    program = f"import os; from etl.reading.limits import run_limited; held = b'x' * {MOST_MEMORY}; {calls}"
    done = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=False)

    assert done.stdout == "True\n", done.stderr


@linux
def test_a_child_that_held_much_memory_itself_is_replaced():
    assert run_limited(hold_memory, MOST_MEMORY) != run_limited(os.getpid)


def test_a_child_that_nobody_calls_ends_by_itself_and_quietly(root):
    program = "from etl.reading import worker; worker.MOST_IDLE_SECONDS = 0.1; worker.serve()"
    with subprocess.Popen(
        [sys.executable, "-c", program], cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as child:
        assert (child.wait(30), child.stdout.read(), child.stderr.read()) == (0, b"", b"")


def hold_memory(size: int) -> int:
    """Fill so much memory, give it back, and return the process that did."""
    filled = b"x" * size
    return os.getpid() if filled else 0


def behaviour_in_child(how: str) -> tuple[bool, str]:
    """Return whether a child runs the program of this process, and what comes of a call in it."""
    is_copy = run_limited(command_of_process) == sys.orig_argv
    try:
        return is_copy, run_limited(behave, how)
    except Unreadable as reason:
        return is_copy, str(reason)


def command_of_process() -> list[str]:
    return sys.orig_argv


@linux
def test_a_command_begins_with_a_copy_of_itself_whose_crash_is_one_sentence_too(root):
    program = f"""
from etl.reading.limits import child_at_hand
from {__name__} import behaviour_in_child
with child_at_hand(copies=1):
    for how in ("works", "aborts", "works"):
        print(*behaviour_in_child(how))
"""
    done = subprocess.run([sys.executable, "-c", program], cwd=root, capture_output=True, text=True, check=False)

    assert done.stdout.splitlines() == ["True works", f"True {child_process.CRASHED}", "False works"], done.stderr


def test_nothing_to_do_is_nothing():
    assert list(run_many(abs, [])) == []


@posix
def test_a_caller_that_stops_early_need_not_wait_for_the_rest(tmp_path):
    pipe, never = tmp_path / "pipe", tmp_path / "never"
    os.mkfifo(pipe)
    results = run_many(touch_or_hold, [tmp_path / "first", pipe, never], 1)
    assert next(results) == (tmp_path / "first", None)
    with pipe.open() as end:
        assert end.read(4) == "held"
        results.close()
        assert end.read() == ""
    assert not never.exists()


def touch_or_hold(path: Path) -> None:
    hold(str(path)) if path.is_fifo() else path.touch()


@posix
@pytest.mark.parametrize(
    "call", ["run_limited({})", "with child_at_hand(): run_limited({})"], ids=["started", "copied"]
)
def test_no_child_outlives_a_parent_that_is_killed(tmp_path, root, call: str):
    os.mkfifo(tmp_path / "pipe")
    imports = f"from etl.reading.limits import child_at_hand, run_limited\nfrom {__name__} import hold\n"
    program = imports + call.format(f"hold, {str(tmp_path / 'pipe')!r}")
    with subprocess.Popen([sys.executable, "-c", program], cwd=root) as parent, (tmp_path / "pipe").open() as pipe:
        assert pipe.read(4) == "held"
        parent.kill()
        assert pipe.read() == ""  # the end of the pipe: its last writer is gone
