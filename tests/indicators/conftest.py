"""The fixture that makes tiny builds."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.indicators import builds
from warehouse.build import Build


@pytest.fixture
def make_build(tmp_path: Path) -> Callable[..., Build]:
    """Return a function that makes a build of {record: rows}; see builds.make."""

    def make(*arguments: Any, **more: Any) -> Build:
        return builds.make(tmp_path / f"{len(list(tmp_path.iterdir()))}.duckdb", *arguments, **more)

    return make
