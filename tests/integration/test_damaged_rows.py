"""Rows in shards that are not as they were written: no figure is made of them, whenever it is that they are found damaged."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from tests.support.ledgers import GIFTS, command, hours, loaded, received
from tests.support.shards import flip_a_byte, shard_files_in
from warehouse import shard_tables
from warehouse.build import Build, UnreadableBuild
from warehouse.build_in_use import BuildInUse, build_in_use, readable_build

SHEDONG = "社东社区（演示）"


@pytest.fixture
def data(office: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with ledgers of two communities, whose rows are left in the shards, as those of large tables are."""
    monkeypatch.setattr(shard_tables, "MOST_COPIED", 0)
    received(office, {"社东善款.csv": GIFTS})
    return office


def damaged_without_trace(data: Path, build: Path) -> None:
    """Damage the gifts of a community as a disk does: the file is as large, and changed as long ago, as before."""
    path = data / next(file.path for file in shard_files_in(build) if file.table == "donation")
    state = path.stat()
    flip_a_byte(path)
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))


def test_damage_without_trace_is_found_before_rows_are_read_and_from_then_on_the_former_build_stands_in(data: Path):
    _, former = loaded(data)
    received(data, {"社东善款二.csv": GIFTS.replace("P-", "Q-")})
    _, build = loaded(data)
    damaged_without_trace(data, build.path)
    assert build_in_use(data) == BuildInUse(build.path)  # no byte of a shard was read to tell it
    for _ in range(2):
        with pytest.raises(UnreadableBuild, match=f"“{SHEDONG}”的数据分片坏了"):
            build.rows("select count(*) from donation")
    assert sorted(rows for _, rows, _ in hours(build)) == [3]
    assert (build_in_use(data).path, "现用较早的一批" in build_in_use(data).note) == (former.path, True)

    assert loaded(data)[0].notes == (f"“{SHEDONG}”的数据分片坏了，已经重新生成。",)
    assert build_in_use(data).note == ""


def test_readers_who_name_the_same_rows_first_at_the_same_time_all_get_them(data: Path):
    path = loaded(data)[1].path
    for _ in range(5):
        build, together = Build(path), Barrier(8)

        def gifts(build: Build = build, together: Barrier = together) -> list[tuple[object, ...]]:
            together.wait()
            return build.rows("select count(*) from donation")

        build.rows("select 1")  # opened once
        with ThreadPoolExecutor(8) as readers:
            assert [reader.result() for reader in [readers.submit(gifts) for _ in range(8)]] == [[(3,)]] * 8


def test_a_shard_that_was_changed_is_found_damaged_when_the_build_is_looked_for(data: Path):
    _, build = loaded(data)
    assert build_in_use(data).note == ""
    flip_a_byte(data / next(file.path for file in shard_files_in(build.path) if file.table == "donation"))
    assert readable_build(data) is None


def test_nothing_is_pruned_beside_damage_without_trace(data: Path):
    _, build = loaded(data)
    damaged_without_trace(data, build.path)
    message = command("prune", "--yes", "--data", data)
    assert (message.returncode, "什么也没有删" in message.stderr) == (1, True)
