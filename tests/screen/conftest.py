"""The app as readers have it: in Streamlit's own tester, and for real behind a port and in front of a browser."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, ViewportSize, expect, sync_playwright
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from tests.support.shared import Shared

ROOT = Path(__file__).parent.parent.parent
PAGES = sorted(path.relative_to(ROOT / "pages").as_posix() for path in (ROOT / "pages").glob("*/[!_]*.py"))
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run",
)  # fmt: skip
WIDE: ViewportSize = {"width": 1440, "height": 900}
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")

Open = Callable[..., AppTest]


@pytest.fixture(scope="session", autouse=True)
def _scan_packages_once() -> Iterator[None]:
    """Let Streamlit's tester look for components among the installed packages once: it reads what is said of all for every page it opens."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


@pytest.fixture
def data(office_in_use: Path) -> Path:
    """A data folder with a register and a ledger of hours, loaded."""
    return office_in_use


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> Open:
    """Return a function that opens a page of the app on a data folder, optionally with a link's parameters."""

    def opened(folder: Path, page: str = "outcomes/overview.py", **link: str | list[str]) -> AppTest:
        monkeypatch.setenv("DATA_DIR", str(folder))
        tester = AppTest.from_file(str(ROOT / "ui" / "frame" / "navigation.py"), default_timeout=300)
        for name, value in link.items():
            tester.query_params[name] = value
        return tester.switch_page(f"../../pages/{page}").run()

    return opened


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real browser. None here: skip, unless REQUIRE_BROWSER asks for it."""
    named = [os.environ.get("APP_TEST_BROWSER"), os.environ.get("CHROME_PATH"), *map(shutil.which, BROWSERS)]
    path = next(filter(None, named), None)
    if path is None and not os.environ.get("REQUIRE_BROWSER"):
        pytest.skip("没有浏览器：安装 chromium，或用 APP_TEST_BROWSER 指明")
    assert path, "REQUIRE_BROWSER is set and no browser was found"
    expect.set_options(timeout=20_000)  # a busy machine draws slowly
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture(scope="session")
def address(sample_folder: Path, shared: Shared, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the real app, started as README says, on the sample."""
    log = tmp_path_factory.mktemp("app") / "log.txt"
    with ExitStack() as stack:
        with shared.lock("port"):  # from the free port to the bound one, no other worker looks for one
            port = _free_port()
            server = stack.enter_context(_served(sample_folder, port, log))
            address = _when_ready(f"http://127.0.0.1:{port}", server, log)
        yield address


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@contextmanager
def _served(folder: Path, port: int, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    environment = {**os.environ, "DATA_DIR": str(folder)}
    with log.open("w") as lines:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=lines, stderr=subprocess.STDOUT)
        try:
            yield server
        finally:
            server.terminate()
            server.wait(10)


def _when_ready(address: str, server: subprocess.Popen[bytes], log: Path) -> str:
    for _ in range(120):
        assert server.poll() is None, log.read_text()
        try:
            with urllib.request.urlopen(f"{address}/ready", timeout=5):
                return address
        except OSError:
            time.sleep(0.25)  # the one place that waits: a server has no event to wait for
    raise AssertionError(log.read_text())


@pytest.fixture(scope="session")
def desk(browser: Browser) -> Iterator[BrowserContext]:
    """Where the window stands that tests use one after the other."""
    context = browser.new_context(locale="zh-CN", accept_downloads=True)
    yield context
    context.close()


@pytest.fixture
def window(desk: BrowserContext) -> Iterator[Page]:
    """A wide window in which nothing is stored: the same for all tests, since a new one has to compile the program's scripts anew."""
    page = desk.pages[0] if desk.pages else desk.new_page()
    page.set_viewport_size(WIDE)
    page.emulate_media(color_scheme="light")
    page.set_default_timeout(30_000)
    yield page
    if not page.is_closed():
        if page.url.startswith("http"):
            page.evaluate("localStorage.clear(); sessionStorage.clear()")
        page.goto("about:blank")
    desk.clear_cookies()


@pytest.fixture
def screen(window: Page, address: str) -> Iterator[Page]:
    """That window, in front of the real app; whatever it asks of another machine fails the test."""
    strangers: list[str] = []

    def note(request: Request) -> None:
        if not _is_ours(request.url, address):
            strangers.append(request.url)

    window.on("request", note)
    yield window
    window.remove_listener("request", note)
    assert strangers == []


def _is_ours(url: str, address: str) -> bool:
    return url.startswith((address, address.replace("http", "ws", 1), "data:", "blob:"))
