"""Apache Spark with two executors, each a process of its own, counts what DuckDB counts: `make test-spark`."""

import importlib.util
import shutil
import subprocess
from collections.abc import Iterator

import pytest

from indicators import lake
from indicators.engines import open_engine
from indicators.lake import Lake
from tests.support import builds
from tests.support.conformance import assert_same_figures, splits
from tests.support.hostile import RECORDS
from warehouse.build import Build
from warehouse.row_engine import RowEngine

CLUSTER = "local-cluster[2,1,1024]"  # two workers of one core and 1,024 MB, which start an executor each
SETTINGS = {
    "spark.cores.max": 2,
    "spark.scheduler.minRegisteredResourcesRatio": "1.0",  # no job before both executors are there
    "spark.scheduler.maxRegisteredResourcesWaitingTime": "300s",
    "spark.sql.shuffle.partitions": 2,
    "spark.ui.enabled": "false",
}
IS_HERE = bool(importlib.util.find_spec("pyspark") and importlib.util.find_spec("py4j") and shutil.which("java"))

pytestmark = [
    pytest.mark.skipif(not IS_HERE, reason="Java and PySpark are those of make test-spark"),
    pytest.mark.filterwarnings("default"),  # of PySpark's own
    pytest.mark.timeout(900),
]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return builds.make(tmp_path_factory.mktemp("hostile") / "hostile.duckdb", RECORDS, first_day="2023-12-31")


@pytest.fixture(scope="module")
def own(hostile: Build) -> Iterator[Lake]:
    with lake.lake_of(hostile) as lake_of_hostile:
        yield lake_of_hostile


@pytest.fixture(scope="module")
def spark(own: Lake) -> Iterator[RowEngine]:
    settings = " ".join(f"--conf {name}={value}" for name, value in SETTINGS.items())
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SPARK_MASTER", CLUSTER)
        environment.setenv("PYSPARK_SUBMIT_ARGS", f"{settings} pyspark-shell")
        with open_engine("spark", own) as engine:
            yield engine


def test_two_executors_are_processes_of_their_own(spark: RowEngine) -> None:
    """Each says its number on its command line (-ww: whole lines); the driver is neither of them."""
    spark.rows("select count(*) from activity")
    processes = subprocess.run(
        ["ps", "-eww", "-o", "args"], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    executors = [line for line in processes if "CoarseGrainedExecutorBackend" in line]
    assert len({line.split("--executor-id ")[1].split()[0] for line in executors}) == 2


def test_spark_counts_a_hostile_build_like_duckdb(hostile: Build, spark: RowEngine) -> None:
    assert assert_same_figures(hostile, spark, splits()) > 700
