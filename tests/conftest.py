"""What all tests share: where the repository is, and a data folder that is never the real one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

import warehouse.build
from warehouse.build import Build

ROOT = Path(__file__).parent.parent

# The same examples on every machine, and no deadline: a slow moment of a shared machine is no defect.
settings.register_profile("house", derandomize=True, deadline=None)
settings.load_profile("house")


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
def sample_folder(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """A data folder with a build of the sample, loaded once for all tests as `make run` does it."""
    folder = tmp_path_factory.mktemp("sample")
    command = [sys.executable, "-m", "etl", "load", "--data", str(folder)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def sample_build(sample_folder: Path) -> Build:
    """The build of the sample."""
    return Build(warehouse.build.current(sample_folder))
