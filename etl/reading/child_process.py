"""Provides a child process that serves one call after another and reports in one sentence why it ended, if it does.

Children are plain `python -m etl.reading.worker` processes rather than multiprocessing's: those run the parent's main module once
more, which under `streamlit run` is the app itself. A child that has served a call answers the next at once; starting one takes
half a second. A command, which has just imported what a child needs and has no thread yet, begins with a copy of itself instead.
"""

import logging
import os
import pickle
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Event, Timer
from typing import IO, Any

from etl.reading import worker
from etl.reading.forked_process import ForkedProcess, fork
from etl.reading.grid import Unreadable

OUT_OF_MEMORY = (
    "读取文件需要的内存超过上限。记录有几百万行的，请按年份或社区拆成几份再导入；"
    "记录不多的，多半在右边或下边很远处有多余的单元格，请把真正的表格复制到新工作簿，另存为 .xlsx 后再导入。"
)
OUT_OF_TIME = "文件在限定的时间内没有读完，已停止。请按年份或社区拆成几份再导入。"
KILLED = "读取文件的进程被系统终止，多半是内存不足。请关闭其他程序再试，或拆成几份再导入。"
CRASHED = "读取文件的进程意外中止，文件可能已损坏。请用 Excel 或 WPS 打开核对，另存为 .xlsx 后再导入。"
FAILED = "读取文件时程序内部出错（{name}）。请把这份文件交给系统维护人员。"

LOGGED_BYTES = 2000  # of what a child wrote to stderr
_MEMORY_SIGNS = (b"memory allocation of", b"bad_alloc", b"MemoryError")  # Rust's, C++'s and Python's words for it
_log = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class ChildProcess:
    """A process running etl/reading/worker.py. Its stderr goes to a file, which tells why it ended."""

    process: "subprocess.Popen[bytes] | ForkedProcess"
    stdin: IO[bytes]
    stdout: IO[bytes]
    stderr: IO[bytes]
    has_timed_out: Event = field(default_factory=Event)
    is_worn: Event = field(default_factory=Event)  # it has held much memory

    def answer(self, call: bytes, seconds: float) -> tuple[str, Any, str]:
        """Return the worker's answer to a pickled call; raise Unreadable when the process ends instead."""
        timer = Timer(seconds, self._stop_after_timeout)
        timer.start()
        try:
            pickle.dump(call, self.stdin)
            self.stdin.flush()
            answer: tuple[str, Any, str] = pickle.load(self.stdout)  # noqa: S301 - written by our own worker
            if pickle.load(self.stdout):  # noqa: S301 - whether it is worn
                self.is_worn.set()
            return answer
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            raise Unreadable(self._why_ended()) from error
        finally:
            timer.cancel()

    def _stop_after_timeout(self) -> None:
        self.has_timed_out.set()
        self.process.kill()

    def _why_ended(self) -> str:
        """Return the sentence for a process that gave no answer, told by its exit code and by what it wrote to stderr."""
        self.process.kill()  # it may only have closed its output
        code = self.process.wait()
        self.stderr.seek(0)
        stderr = self.stderr.read()
        _log.info("a reading process ended with %s: %s", code, stderr[-LOGGED_BYTES:].decode(errors="replace"))
        if self.has_timed_out.is_set() or code == -getattr(signal, "SIGXCPU", 0):
            return OUT_OF_TIME
        if any(sign in stderr for sign in _MEMORY_SIGNS):
            return OUT_OF_MEMORY
        return KILLED if code == -getattr(signal, "SIGKILL", 9) else CRASHED

    def is_usable(self) -> bool:
        """Tell whether the process can take another call, and is fit to."""
        return self.process.poll() is None and not self.has_timed_out.is_set() and not self.is_worn.is_set()

    def kill(self) -> None:
        """End the process; a call that waits for its answer raises Unreadable."""
        self.process.kill()
        self.process.wait()

    def close(self) -> None:
        """End the process and free its pipes; no call may be waiting for it."""
        self.kill()
        for pipe in (self.stdin, self.stdout, self.stderr):
            with suppress(OSError):
                pipe.close()


def start() -> ChildProcess:
    """Start a child that imports the same modules as this process."""
    stderr = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the child
    process = subprocess.Popen(
        [sys.executable, "-m", "etl.reading.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=stderr,
        # numpy starts threads for linear algebra, which nothing here uses; they would only compete for the processors
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "OPENBLAS_NUM_THREADS": "1"},
    )
    assert process.stdin and process.stdout
    return ChildProcess(process, process.stdin, process.stdout, stderr)


def start_copy() -> ChildProcess | None:
    """Start a child that is a copy of this process; None where that cannot be: other threads run, the system is not Linux, or no temporary folder is writable."""
    has_standard_streams = None not in (sys.stdin, sys.stdout, sys.stderr)  # else a pipe could take their descriptors
    if sys.platform != "linux" or threading.active_count() > 1 or not has_standard_streams:
        return None
    try:
        stderr = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the child
    except OSError:  # no temporary folder: whoever needs a child is told so
        return None
    (calls, to_child), (from_child, answers) = os.pipe(), os.pipe()
    process = fork(worker.work, calls, answers, stderr.fileno())
    os.close(calls)
    os.close(answers)
    return ChildProcess(process, os.fdopen(to_child, "wb"), os.fdopen(from_child, "rb"), stderr)


def pickle_call(function: Callable[..., Any], args: tuple[Any, ...], seconds: float, memory: int) -> bytes:
    """Return a call and its limits in the form the worker takes."""
    return pickle.dumps((function, args, seconds, memory))


def value_of(answer: tuple[str, Any, str]) -> Any:
    """Return the value in a worker's answer, or raise the Unreadable that it stands for."""
    kind, value, details = answer
    if kind == "value":
        return value
    if kind == "unreadable":
        raise Unreadable(value)
    _log.info("reading a file failed: %s", details)
    reason = Unreadable(OUT_OF_MEMORY if kind == "memory" else FAILED.format(name=value))
    reason.add_note(details)
    raise reason
