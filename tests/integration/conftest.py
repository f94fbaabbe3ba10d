"""A ledger with refused rows, loaded once; each test has a copy of its data folder and of its correction sheet."""

import shutil
from pathlib import Path

import pytest

from tests.support.corrections import make_office


@pytest.fixture(scope="session")
def office_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a loaded workbook and its correction sheet, made once."""
    return make_office(tmp_path_factory.mktemp("office"))


@pytest.fixture
def data(office_folder: Path, tmp_path: Path) -> Path:
    """A copy of that data folder."""
    shutil.copytree(office_folder / "data", tmp_path / "data")
    return tmp_path / "data"


@pytest.fixture
def sheet_path(office_folder: Path, tmp_path: Path) -> Path:
    """A copy of the correction sheet that belongs to it."""
    return Path(shutil.copy(office_folder / "更正单.xlsx", tmp_path / "改.xlsx"))
