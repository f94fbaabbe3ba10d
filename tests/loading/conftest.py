"""A data folder to load."""

from pathlib import Path

import pytest

from tests.loading.ledgers import HOURS, REGISTER, received


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A data folder with a register and one ledger of hours, not loaded yet."""
    received(tmp_path / "data", {"名册.csv": REGISTER, "凤二村志愿服务.csv": HOURS})
    return tmp_path / "data"
