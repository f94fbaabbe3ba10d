"""DataFusion and ClickHouse count what DuckDB counts: `make test-witnesses`."""

import importlib.util

import pytest

from indicators import lake
from tests.support import builds
from tests.support.conformance import assert_same_figures, of_all, splits
from tests.support.hostile import RECORDS
from warehouse.build import Build

ARE_HERE = bool(importlib.util.find_spec("chdb") and importlib.util.find_spec("datafusion"))

pytestmark = [
    pytest.mark.skipif(not ARE_HERE, reason="DataFusion and ClickHouse are those of make test-witnesses"),
    pytest.mark.timeout(900),
]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return builds.make(tmp_path_factory.mktemp("hostile") / "hostile.duckdb", RECORDS, first_day="2023-12-31")


@pytest.mark.parametrize("name", ["DataFusion", "ClickHouse"])
def test_a_witness_counts_a_hostile_build_like_duckdb(name: str, hostile: Build) -> None:
    from tests.support.witnesses import WITNESSES

    with lake.lake_of(hostile) as own:
        assert assert_same_figures(hostile, WITNESSES[name](own), splits()) > 700


@pytest.mark.parametrize("name", ["DataFusion", "ClickHouse"])
def test_a_witness_counts_the_sample_like_duckdb(name: str, build: Build) -> None:
    from tests.support.witnesses import WITNESSES

    with lake.lake_of(build) as own:
        assert assert_same_figures(build, WITNESSES[name](own), of_all()) > 1000
