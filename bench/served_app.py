"""Serves a data folder in a process of its own, and reads its pages over real websockets as a browser does."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import urlencode

from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from ui.frame import menu

ROOT = Path(__file__).parent.parent
LONGEST_WAIT = 300  # seconds
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Opened:
    """What opening a page took: seconds until it was drawn, processor time of the server, and queries."""

    seconds: float
    cpu: float
    queries: int


class ServedApp:
    """The app over a data folder, as a context: no page was opened in it before."""

    def __init__(self, data: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self._dots = data / "queries.dots"
        self._dots.write_bytes(b"")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bench.counting_server", str(self.port)],
            cwd=ROOT,
            env=os.environ | {"DATA_DIR": str(data), "QUERY_DOTS": str(self._dots)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def __enter__(self) -> Self:
        for _ in range(LONGEST_WAIT * 5):
            with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{self.port}/_stcore/health", timeout=5):
                return self
            time.sleep(0.2)
        raise TimeoutError

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        self._process.wait()
        self._dots.unlink()

    @property
    def memory(self) -> float:
        """The resident memory of the server, in MB."""
        status = Path(f"/proc/{self._process.pid}/status").read_text(encoding="utf-8")
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1000

    @property
    def _cpu(self) -> float:
        fields = Path(f"/proc/{self._process.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return sum(map(int, fields[11:13])) / TICKS

    def open(self, page: str, **choice: str) -> Opened:
        """Open a page by its link in a new session."""
        before = self._cpu, self._dots.stat().st_size
        seconds = open_page(self.port, page, choice)
        return Opened(seconds, self._cpu - before[0], self._dots.stat().st_size - before[1])


def open_page(port: int, page: str, choice: dict[str, str]) -> float:
    """Open a page over a websocket of its own; return the seconds until the script has drawn it. Raises RuntimeError where it failed."""
    began = time.perf_counter()
    address = f"ws://127.0.0.1:{port}/_stcore/stream"
    with connect(address, subprotocols=["streamlit"], max_size=None, open_timeout=LONGEST_WAIT) as reader:  # type: ignore[list-item]
        message = BackMsg()
        message.rerun_script.page_name = "" if page == menu.FIRST_PAGE else page
        message.rerun_script.query_string = urlencode(choice)
        reader.send(message.SerializeToString())
        while True:
            answer = ForwardMsg.FromString(bytes(reader.recv(timeout=LONGEST_WAIT)))  # type: ignore[arg-type]
            element = answer.delta.new_element
            if (
                answer.HasField("page_not_found")
                or element.HasField("exception")
                or element.alert.format == Alert.ERROR
            ):
                raise RuntimeError(page, str(answer)[:2000])
            if answer.HasField("script_finished"):
                return time.perf_counter() - began
