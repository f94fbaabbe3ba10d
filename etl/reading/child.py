"""A child process that serves one call after another and may die at any of them: started, called, killed, mourned.

Children are plain `python -m etl.reading.worker` processes rather than multiprocessing's: those run the parent's main module once
more, and inside Streamlit that is the page being shown. A warm child answers at once; starting one takes half a second.
"""

import logging
import os
import pickle
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Event, Timer
from typing import IO, Any

from etl.reading.grid import Unreadable

OUT_OF_MEMORY = "读取文件需要的内存超过上限。常见原因是右边或下边很远处有多余的单元格：请把真正的表格复制到新工作簿，另存为 .xlsx 后再导入。"
OUT_OF_TIME = "文件在限定的时间内没有读完，已停止。请按年份或社区拆成几份再导入。"
KILLED = "读取文件的进程被系统终止，多半是内存不足。请关闭其他程序再试，或拆成几份再导入。"
DIED = "读取文件的进程意外中止，文件可能已损坏。请用 Excel 或 WPS 打开核对，另存为 .xlsx 后再导入。"
FAILED = "读取文件时程序内部出错（{name}）。请把这份文件交给系统维护人员。"

_MEMORY_SIGNS = (b"memory allocation of", b"bad_alloc", b"MemoryError")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class Child:
    """A process running etl/reading/worker.py; what it writes to stderr is kept, to tell why it died."""

    process: "subprocess.Popen[bytes]"
    stdin: IO[bytes]
    stdout: IO[bytes]
    stderr: IO[bytes]
    is_late: Event = field(default_factory=Event)

    def call(self, call: bytes, seconds: float) -> tuple[str, Any, str]:
        """Return the worker's answer to a pickled call; raise Unreadable when the child dies instead."""
        timer = Timer(seconds, self._stop_late)
        timer.start()
        try:
            pickle.dump(call, self.stdin)
            self.stdin.flush()
            return pickle.load(self.stdout)  # noqa: S301 - written by our own worker
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            raise Unreadable(self._cause_of_death()) from error
        finally:
            timer.cancel()

    def _stop_late(self) -> None:
        self.is_late.set()
        self.process.kill()

    def _cause_of_death(self) -> str:
        self.process.kill()  # it may only have closed its output
        code = self.process.wait()
        self.stderr.seek(0)
        said = self.stderr.read()
        _log.info("a reading process ended with %s: %s", code, said[-2000:].decode(errors="replace"))
        if self.is_late.is_set() or code == -getattr(signal, "SIGXCPU", 0):
            return OUT_OF_TIME
        if any(sign in said for sign in _MEMORY_SIGNS):
            return OUT_OF_MEMORY
        return KILLED if code == -getattr(signal, "SIGKILL", 9) else DIED

    def kill(self) -> None:
        """End the process; whoever waits for its answer learns that it died."""
        self.process.kill()
        self.process.wait()

    def close(self) -> None:
        """End the process and free its pipes; nobody may be waiting for it."""
        self.kill()
        for pipe in (self.stdin, self.stdout, self.stderr):
            with suppress(OSError):
                pipe.close()


def start() -> Child:
    """Start a child that finds the same modules as this process."""
    stderr = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the child
    process = subprocess.Popen(
        [sys.executable, "-m", "etl.reading.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=stderr,
        # numpy's algebra is not asked for anything, yet its threads would take turns waiting for work
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "OPENBLAS_NUM_THREADS": "1"},
    )
    assert process.stdin and process.stdout
    return Child(process, process.stdin, process.stdout, stderr)


def opened(answer: tuple[str, Any, str]) -> Any:
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


def packed(function: Callable[..., Any], args: tuple[Any, ...], seconds: float, memory: int) -> bytes:
    """Return a call as the worker takes it."""
    return pickle.dumps((function, args, seconds, memory))
