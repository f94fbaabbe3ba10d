"""The sample's build, and a pack made of it once."""

from pathlib import Path

import pytest

from evidence.pack.assemble import made
from tests.evidence.pack_request import FENGER, ask
from tests.indicators.conftest import make_build as make_build
from warehouse.build import Build, current


@pytest.fixture(scope="session")
def build(sample_folder: Path) -> Build:
    """The build of the sample ledgers."""
    return Build(current(sample_folder))


@pytest.fixture(scope="session")
def zipped(build: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack of all six communities over all years."""
    path = tmp_path_factory.mktemp("pack") / "六社区.zip"
    path.write_bytes(made(build, ask(build)))
    return path


@pytest.fixture(scope="session")
def small(build: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack of one figure of one community."""
    path = tmp_path_factory.mktemp("pack") / "一个数.zip"
    path.write_bytes(made(build, ask(build, FENGER, chosen=("volunteer_hours",))))
    return path
