"""Rows in shards that are not as they were written: no figure is made of them, whenever it is that they are found damaged."""

import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import product
from pathlib import Path
from threading import Barrier

import duckdb
import pyarrow.parquet as pq
import pytest

from etl import intake
from indicators.lake import lake_of
from tests.support.ledgers import GIFTS, HOURS, ROOT, command, hours, loaded, received
from tests.support.shards import flip_a_byte, shard_files_in
from warehouse import shard_checks, shard_tables
from warehouse.build import Build, NoBuild, UnreadableBuild
from warehouse.build_in_use import BuildInUse, build_in_use, readable_build

SHEDONG = "社东社区（演示）"


@pytest.fixture
def data(office: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with ledgers of two communities, whose rows are left in the shards, as those of large tables are."""
    monkeypatch.setattr(shard_tables, "MOST_COPIED", 0)
    received(office, {"社东善款.csv": GIFTS})
    return office


def damaged_without_trace(data: Path, build: Path, damage: Callable[[Path], None] = flip_a_byte) -> None:
    """Damage the gifts of a community as a disk does: the file is as large, and changed as long ago, as before."""
    path = data / next(file.path for file in shard_files_in(build) if file.table == "donation")
    state = path.stat()
    damage(path)
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))


def change_an_amount(path: Path) -> None:
    """Change the first bit of the amounts in a file that makes them others without an error: Parquet's pages have no checksums."""
    group = pq.read_metadata(path).row_group(0)
    column = next(each for each in map(group.column, range(group.num_columns)) if each.path_in_schema == "amount_yuan")
    start = min(filter(None, (column.dictionary_page_offset, column.data_page_offset)))
    content, query = path.read_bytes(), f"select amount_yuan from '{path}' order by all"
    amounts = duckdb.sql(query).fetchall()
    for place, bit in product(range(start, start + column.total_compressed_size), range(8)):
        changed = bytearray(content)
        changed[place] ^= 1 << bit
        path.write_bytes(changed)
        with suppress(duckdb.Error):
            if duckdb.sql(query).fetchall() != amounts:
                return
    raise AssertionError("no bit of the file changes an amount")


def elsewhere(data: Path) -> list[str]:
    """Return what another process takes for the build in use: the name of its file, and the note."""
    asked = "from warehouse.build_in_use import build_in_use; used = build_in_use(Path(sys.argv[1]))"
    code = f"import sys; from pathlib import Path; {asked}; print(used.path.name, used.note, sep='|')"
    run = subprocess.run(
        [sys.executable, "-c", code, data], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    return run.stdout.strip().split("|")


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
    assert elsewhere(data) == [
        former.path.name,
        build_in_use(data).note,
    ]  # what was noted vouches for nothing any longer

    assert loaded(data)[0].notes == (f"“{SHEDONG}”的数据分片坏了，已经重新生成。",)
    assert build_in_use(data).note == ""


@pytest.mark.parametrize("whole, broken", [(b"donor_type", b"donor\xa0type"), (b"PAR1", b"PAR2")])
def test_damage_without_trace_after_rows_were_read_is_told_where_a_query_fails_for_it(
    data: Path, whole: bytes, broken: bytes
):
    _, build = loaded(data)
    build.rows("from donation")
    damaged_without_trace(data, build.path, lambda path: path.write_bytes(path.read_bytes().replace(whole, broken)))
    for _ in range(2):
        with pytest.raises(UnreadableBuild, match=f"“{SHEDONG}”的数据分片坏了"):
            build.rows("from donation")
    assert SHEDONG in build_in_use(data).note  # every build rests on it
    with pytest.raises(duckdb.Error, match="nothing"):
        build.rows("select nothing from volunteer_service")  # a fault of ours stays one


def test_a_footer_that_was_damaged_since_another_reader_read_the_rows_is_told(data: Path):
    _, build = loaded(data)
    build.rows("from donation")
    damaged_without_trace(data, build.path, lambda path: path.write_bytes(path.read_bytes().replace(b"PAR1", b"PAR2")))
    later = Build(build.path)  # its first query makes the rows readable
    for _ in range(2):
        with pytest.raises(UnreadableBuild, match=f"“{SHEDONG}”的数据分片坏了"):
            later.rows("from donation")
    assert SHEDONG in build_in_use(data).note


def test_rows_that_come_piece_by_piece_are_told_where_a_later_piece_is_damaged(data: Path):
    _, build = loaded(data)
    with pytest.raises(UnreadableBuild, match=f"“{SHEDONG}”的数据分片坏了"), build.batches("from donation"):
        damaged_without_trace(data, build.path)
        raise OSError("Invalid Error: Out of buffer")  # what Arrow makes of an error of DuckDB's


@pytest.mark.parametrize("error", [duckdb.OutOfMemoryException, duckdb.InterruptException])
def test_a_query_that_had_too_little_memory_or_was_broken_off_reads_no_bytes_to_tell_why(
    data: Path, error: type[duckdb.Error]
):
    _, build = loaded(data)
    with pytest.raises(error), build.batches("from donation"):
        damaged_without_trace(data, build.path)
        raise error("of a query")


def test_where_every_build_rests_on_the_damaged_shard_readers_are_told_what_the_one_in_use_still_gives(data: Path):
    _, build = loaded(data)
    damaged_without_trace(data, build.path)
    with pytest.raises(UnreadableBuild):
        build.rows("select count(*) from donation")

    note = f"“{SHEDONG}”的数据分片坏了：汇总好的数照常，要读明细的看不了。"
    assert (readable_build(data), build_in_use(data)) == (None, BuildInUse(build.path, note))
    assert elsewhere(data) == [build.path.name, note]
    loaded(data)
    assert build_in_use(data).note == ""


def test_no_state_is_noted_of_a_file_that_changed_after_it_was_compared(data: Path):
    _, build = loaded(data)
    files = [file for file in shard_files_in(build.path) if file.table == "donation"]
    (data / "builds" / shard_checks.FILE).unlink()
    flip_a_byte(data / files[0].path)
    shard_checks.note_checked(data, files)
    assert not (data / "builds" / shard_checks.FILE).exists()


def test_rows_that_cannot_be_read_are_not_called_damaged(data: Path):
    _, build = loaded(data)
    path = data / next(file.path for file in shard_files_in(build.path) if file.table == "donation")
    build.rows("select 1")
    content, state = path.read_bytes(), path.stat()
    path.unlink()
    path.symlink_to(path.name)  # as a file that may not be read just now
    with pytest.raises(OSError, match="symbolic links"):
        build.rows("select count(*) from donation")
    path.unlink()
    path.write_bytes(content)
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert build.rows("select count(*) from donation") == [(3,)]

    _, held = loaded(data)
    held.rows("select 1")
    path.unlink()
    with pytest.raises(UnreadableBuild, match="数据分片坏了"):
        held.rows("select count(*) from donation")
    held.path.unlink()
    with pytest.raises(NoBuild, match="已经清理掉了"):
        held.rows("select count(*) from donation")


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


def test_no_other_engine_is_given_rows_that_are_damaged(data: Path):
    _, build = loaded(data)
    damaged_without_trace(data, build.path)
    with pytest.raises(UnreadableBuild, match=f"“{SHEDONG}”的数据分片坏了"), lake_of(Build(build.path)):
        pass


@pytest.mark.parametrize("taken_back", ["社东善款二.csv", "凤二村志愿服务.csv"])
@pytest.mark.parametrize("is_traced", [True, False])
def test_a_ledger_is_taken_back_beside_a_damaged_shard(data: Path, is_traced: bool, taken_back: str):
    received(data, {"社东善款二.csv": GIFTS.replace("P-", "Q-")})
    _, build = loaded(data)
    damaged_without_trace(data, build.path)
    if is_traced:
        os.utime(data / next(file.path for file in shard_files_in(build.path) if file.table == "donation"))
    outcome = intake.take_back(data, taken_back, "演示")

    assert outcome and outcome.outcome.path and not outcome.came_in_again
    is_of_other = taken_back == "凤二村志愿服务.csv"  # of the damaged community itself a new shard is made in any case
    assert outcome.outcome.notes == ((f"“{SHEDONG}”的数据分片坏了，已经重新生成。",) if is_of_other else ())
    assert build_in_use(data).note == ""
    rest = Build(outcome.outcome.path)
    assert rest.rows("select count(*), sum(amount_yuan) from donation") == [(6, 4300) if is_of_other else (3, 2150)]
    assert [rows for _, rows, _ in hours(rest)] == ([] if is_of_other else [3])


def test_amounts_that_were_damaged_without_trace_are_not_copied_into_the_next_build(office: Path):
    received(office, {"社东善款.csv": GIFTS})
    loaded(office)
    received(office, {"凤二村志愿服务二.csv": HOURS.replace("-03-", "-04-")})
    _, build = loaded(office)  # compares the gifts
    damaged_without_trace(office, build.path, change_an_amount)
    received(office, {"凤二村志愿服务三.csv": HOURS.replace("-03-", "-05-")})
    outcome, after = loaded(office)

    assert after.path != build.path
    assert outcome.notes == (f"“{SHEDONG}”的数据分片坏了，已经重新生成。",)
    assert after.rows("select count(*), sum(amount_yuan) from donation") == [(3, 2150)]


def test_nothing_is_pruned_beside_damage_without_trace(data: Path):
    _, build = loaded(data)
    damaged_without_trace(data, build.path)
    message = command("prune", "--yes", "--data", data)
    assert (message.returncode, "什么也没有删" in message.stderr) == (1, True)
