"""What all tests share: where the repository is, a data folder that is never the real one, and the builds tests look at."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

import warehouse.build_in_use
from evidence.pack.assembly import write_pack
from tests.support import builds
from tests.support.ledgers import HOURS, REGISTER, loaded, received
from tests.support.pack_request import FENGER, ask
from tests.support.shared import Shared
from warehouse.build import Build

ROOT = Path(__file__).parent.parent

# The same examples on every machine, and no deadline: a slow moment of a shared machine is no defect.
settings.register_profile("house", derandomize=True, deadline=None)
settings.load_profile("house")


# Fast kinds first: a mistake shows in seconds, and the browser starts when all else has passed.
KINDS = (
    "contract",
    "unit",
    "property",
    "oracle",
    "cases",
    "attack",
    "integration",
    "docs",
    "sample",
    "cluster",
    "screen",
)


def pytest_configure() -> None:
    """Let tests and the programs that they start find modules compiled, as they are where the program is installed."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the kinds in their order; within a kind, as collected. What needs a browser is tried twice before it fails."""
    items.sort(key=lambda item: KINDS.index(item.path.relative_to(ROOT / "tests").parts[0]))
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's folder."""
    return ROOT


@pytest.fixture(scope="session", autouse=True)
def _keep_off_real_data(tmp_path_factory: pytest.TempPathFactory):
    """Point DATA_DIR at an empty folder, so that a test that forgets to say where cannot touch real ledgers."""
    before = os.environ.get("DATA_DIR")
    os.environ["DATA_DIR"] = str(tmp_path_factory.mktemp("data"))
    yield
    os.environ.pop("DATA_DIR") if before is None else os.environ.update(DATA_DIR=before)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Shared:
    """What the workers of this run share."""
    return Shared(tmp_path_factory, worker_id)


@pytest.fixture(scope="session")
def sample_folder(shared: Shared, root: Path) -> Path:
    """A data folder with a build of the sample, loaded once for all tests as `make run` does it; the report lies beside it."""

    def load(folder: Path) -> None:
        command = [sys.executable, "-m", "etl", "load", "--json", "--data", str(folder)]
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        folder.with_suffix(".json").write_text(done.stdout, encoding="utf-8")

    return shared.folder("sample", load)


@pytest.fixture(scope="session")
def sample_build(sample_folder: Path) -> Build:
    """The build of the sample."""
    return Build(warehouse.build_in_use.current(sample_folder))


@pytest.fixture(scope="session")
def build(sample_build: Build) -> Build:
    """The build of the sample, where a test has no other."""
    return sample_build


@pytest.fixture(scope="session")
def zipped(build: Build, shared: Shared) -> Path:
    """A pack of all six communities over all years."""
    folder = shared.folder("pack", lambda folder: _write(folder / "六社区.zip", write_pack(build, ask(build))))
    return folder / "六社区.zip"


@pytest.fixture(scope="session")
def small(build: Build, shared: Shared) -> Path:
    """A pack of one figure of one community."""
    request = ask(build, FENGER, indicator_ids=("volunteer_hours",))
    return (
        shared.folder("small", lambda folder: _write(folder / "一个数.zip", write_pack(build, request))) / "一个数.zip"
    )


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)


@pytest.fixture
def make_build(tmp_path: Path) -> Callable[..., Build]:
    """Return a function that makes a build of {record: rows}; see tests/support/builds.py."""

    def make(*arguments: Any, **more: Any) -> Build:
        return builds.make(tmp_path / f"{len(list(tmp_path.iterdir()))}.duckdb", *arguments, **more)

    return make


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A data folder with a register and one ledger of hours, not loaded yet."""
    return _with_hours(tmp_path / "data")


@pytest.fixture
def office_in_use(shared: Shared, tmp_path: Path) -> Path:
    """A copy of that data folder, loaded once for all tests."""
    folder = shared.folder("office", lambda folder: loaded(_with_hours(folder / "data")))
    return Path(shutil.copytree(folder / "data", tmp_path / "data"))


def _with_hours(data: Path) -> Path:
    received(data, {"名册.csv": REGISTER, "凤二村志愿服务.csv": HOURS})
    return data
