"""Kills a copy of this process at a chosen change of the disk, as a power cut would: at any of them, and always at the same."""

import os
import signal
import sys
from collections.abc import Callable
from itertools import count

CHANGES = {"os.rename", "os.link", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "os.chmod"}
WRITING = os.O_WRONLY | os.O_RDWR


def survives(step: int, run: Callable[[], object]) -> bool:
    """Run a function in a copy of this process that is killed before its change of the disk number `step`; whether it got to its end."""
    pid = os.fork()
    if not pid:
        try:
            _die_before(step)
            run()
        finally:
            os._exit(0)
    _, status = os.waitpid(pid, 0)
    return not os.WIFSIGNALED(status)


def _die_before(step: int) -> None:
    changes = count(1)

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        is_written = event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITING
        if (event in CHANGES or is_written) and next(changes) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
