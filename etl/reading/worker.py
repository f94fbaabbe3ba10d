"""Takes calls from stdin and answers on stdout: the program of a child process, started by etl/reading/child_process.py only."""

import errno
import gc
import math
import os
import pickle
import re
import signal
import traceback
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import NoReturn

from etl.reading.grid import Unreadable
from etl.reading.without_pandas import without_pandas

MOST_IDLE_SECONDS = 120.0  # without a call the process ends by itself
# Bytes at the peak, after which another process takes the next call: a CSV of 1,000,000 rows takes 500 MB.
MOST_MEMORY = 800 << 20


def work() -> NoReturn:
    """Serve without looking for reference cycles, of which millions of cells have none: it takes a tenth of the time."""
    gc.disable()
    serve()


def serve() -> NoReturn:
    """Answer calls until none has come for long, or until stdin closes, as it does when the parent ends, even if it is killed."""
    # Ctrl-C reaches the whole process group; the parent decides what it ends
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with os.fdopen(os.dup(1), "wb") as answers:
        os.dup2(2, 1)  # a library that prints must not write between the answers
        calls: SimpleQueue[bytes] = SimpleQueue()
        Thread(target=_receive, args=(calls,), daemon=True).start()
        with suppress(Empty):
            while True:
                answers.write(_answer(calls.get(timeout=MOST_IDLE_SECONDS)))
                pickle.dump(_peak() > MOST_MEMORY, answers)
                answers.flush()
    os._exit(0)  # an orderly end would wait for the thread that reads stdin


def _receive(calls: "SimpleQueue[bytes]") -> None:
    """Queue the calls that arrive; end the process when stdin closes, also in the middle of a call."""
    try:
        with os.fdopen(os.dup(0), "rb") as stdin:
            while True:
                calls.put(pickle.load(stdin))  # noqa: S301 - written by our own parent
    finally:
        os._exit(0)


def _answer(call: bytes) -> bytes:
    """Return (kind of answer, value or sentence or name of the error, details for the log), pickled."""
    try:
        function, args, seconds, memory = pickle.loads(call)  # noqa: S301 - written by our own parent
        _limit(seconds, memory)
        return pickle.dumps(("value", function(*args), ""))
    except Unreadable as reason:
        return pickle.dumps(("unreadable", str(reason), ""))
    except BaseException as error:  # noqa: BLE001 - a panic in a native library is no Exception
        if _is_about_memory(error):
            return pickle.dumps(
                ("memory", type(error).__name__, "")
            )  # to format a traceback may take what there is not
        kind = "failed"
        return pickle.dumps((kind, type(error).__name__, traceback.format_exc()))


def _peak() -> int:
    """Return the most memory this program has held, in bytes; 0 where the platform does not tell.

    getrusage would count what the parent held when it started the process.
    """
    status = Path("/proc/self/status")
    peak = re.search(rb"VmHWM:\s*(\d+) kB", status.read_bytes()) if status.exists() else None
    return int(peak[1]) << 10 if peak else 0


def _is_about_memory(error: BaseException) -> bool:
    is_refused = isinstance(error, OSError) and error.errno == errno.ENOMEM
    return is_refused or isinstance(error, MemoryError) or "OutOfMemory" in type(error).__name__


def _limit(seconds: float, memory: int) -> None:
    """Bound address space and processor time where the platform can; the parent bounds wall time everywhere."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        usage = resource.getrusage(resource.RUSAGE_SELF)
        cpu_seconds = usage.ru_utime + usage.ru_stime + seconds * (os.cpu_count() or 1)
        for limit, bound in (
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_CPU, math.ceil(cpu_seconds)),
            (resource.RLIMIT_AS, memory),
        ):
            resource.setrlimit(limit, (bound, resource.getrlimit(limit)[1]))


if __name__ == "__main__":
    without_pandas()
    work()
