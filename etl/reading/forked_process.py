"""Provides a copy of this process as its child, with as much of subprocess.Popen as a reading process needs."""

import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn


@dataclass
class ForkedProcess:
    """A child of this process; `returncode` is None while it runs, negative where a signal ended it."""

    pid: int
    returncode: int | None = None

    def poll(self) -> int | None:
        """Return the exit code, None while the process runs."""
        return self._reap(os.WNOHANG)

    def wait(self) -> int:
        """Wait until the process ends, and return its exit code."""
        code = self._reap(0)
        assert code is not None
        return code

    def kill(self) -> None:
        """End the process at once."""
        if self.poll() is None:
            os.kill(self.pid, signal.SIGKILL)

    def _reap(self, options: int) -> int | None:
        if self.returncode is None:
            pid, status = os.waitpid(self.pid, options)
            self.returncode = os.waitstatus_to_exitcode(status) if pid else None
        return self.returncode


def fork(run: Callable[[], NoReturn], stdin: int, stdout: int, stderr: int) -> ForkedProcess:
    """Run a function in a copy of this process, which has these descriptors as its standard ones and no other.

    To be called while this process has a single thread: others are not there in the copy, and the locks that they hold stay locked.
    """
    pid = os.fork()
    if pid:
        return ForkedProcess(pid)
    try:
        for descriptor, standard in ((stdin, 0), (stdout, 1), (stderr, 2)):
            os.dup2(descriptor, standard)
        os.closerange(3, os.sysconf("SC_OPEN_MAX"))
        run()
    finally:
        os._exit(1)
