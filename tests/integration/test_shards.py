"""A build is a manifest over shards: one per community, written only where something of it changed, with the same bytes for the same inputs."""

import shutil
from pathlib import Path

import duckdb
import pytest

from etl.building import community_map, shards
from etl.building.community_rows import RowInputs
from etl.building.placement import placements
from etl.cleaning.clean_files import stored_report
from etl.cleaning.job import Job
from etl.cleaning.pseudonyms import secret
from etl.declarations import facts
from etl.inbox.folder import Inbox
from tests.support.ledgers import GIFTS, command, hours, loaded, received, share_secret
from tests.support.shards import flip_a_byte, shard_contents, shard_files_in, shards_of
from warehouse import communities, shard_tables
from warehouse.build import Build, UnreadableBuild

FENGER, SHEDONG = "凤二村（演示）", "社东社区（演示）"
OF_BOTH = "社区,姓名,日期,时长（小时）\n" + "".join(
    f"{place},演示{n}号,2024-05-0{n},{n}\n" for place in ("凤二", "社东") for n in range(1, 5)
)


@pytest.fixture
def data(office: Path) -> Path:
    """A data folder with ledgers of two communities."""
    received(office, {"社东善款.csv": GIFTS, "两村志愿服务.csv": OF_BOTH})
    return office


@pytest.fixture
def outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the rows of every table in the shards, as those of large tables are."""
    monkeypatch.setattr(shard_tables, "MOST_COPIED", 0)


def sample_inputs(sample_folder: Path) -> RowInputs:
    """Return what the shards of the sample are made of, with an empty register: its rows are the same for every shard."""
    jobs = [Job(ledger, sample_folder, secret(sample_folder)) for ledger in Inbox(sample_folder).ledgers()]
    cleaned = [(job, report) for job in jobs if (report := stored_report(job)) and not report.error]
    connection = duckdb.connect()
    register = community_map.load_register(connection, cleaned)
    build = Build(next((sample_folder / "builds").glob("*.duckdb")))
    return RowInputs(placements(cleaned, register), build.table("from community order by all"), {})


def test_shards_made_alone_are_byte_for_byte_those_made_together(sample_folder: Path, tmp_path: Path):
    inputs = sample_inputs(sample_folder)
    places = sorted({placement.community for placement in inputs.placements if placement.community})
    for folder, batches in (("together", [places]), ("alone", [places[:1], places[:2], places])):
        for batch in batches:
            parts = [each for each in inputs.placements if each.community in batch]
            shards.bring_up_to_date(
                tmp_path / folder, tmp_path / "rows.partial", RowInputs(parts, inputs.register, inputs.merged)
            )
    assert shard_contents(tmp_path / "together") == shard_contents(tmp_path / "alone") != {}


def test_a_ledger_touches_the_shards_of_the_communities_in_it_and_no_other(data: Path):
    before = shards_of(loaded(data)[1].path)
    received(data, {"社东善款二.csv": GIFTS.replace("P-", "Q-")})
    after = shards_of(loaded(data)[1].path)

    assert (after[FENGER] == before[FENGER], after[SHEDONG] == before[SHEDONG]) == (True, False)


def test_a_ledger_taken_back_leads_to_the_former_shards_without_writing_any(data: Path):
    _, build = loaded(data)
    received(data, {"社东善款二.csv": GIFTS.replace("P-", "Q-")})
    loaded(data)
    written = shard_contents(data)

    assert command("undo", "社东善款二.csv", "--data", data).returncode == 0
    newest = max((data / "builds").glob("*.duckdb"), key=lambda path: path.stat().st_mtime_ns)
    assert (shards_of(newest), shard_contents(data)) == (shards_of(build.path), written)


def test_a_second_office_with_the_same_ledgers_and_secret_has_the_same_bytes(data: Path, tmp_path: Path):
    loaded(data)
    shutil.copytree(data / "inbox", tmp_path / "second" / "inbox")
    share_secret(tmp_path / "second", data)
    loaded(tmp_path / "second")
    assert shard_contents(tmp_path / "second") == shard_contents(data)


def test_no_column_of_a_record_or_fact_is_of_128_bits_which_parquet_has_not(sample_folder: Path):
    sample = Build(next((sample_folder / "builds").glob("*.duckdb")))
    kinds = {kind for (kind,) in sample.rows("select data_type from duckdb_columns() where not internal")}
    assert ("BIGINT" in kinds, kinds & {"HUGEINT", "UHUGEINT"}) == (True, set())


@pytest.mark.usefixtures("outside")
def test_rows_are_read_from_shards_and_no_other_file_is(data: Path, tmp_path: Path):
    _, build = loaded(data)
    with duckdb.connect(str(build.path), read_only=True) as connection:
        assert connection.execute("select count(*) from volunteer_service").fetchall() == [(0,)]  # none is copied
    moved = Path(shutil.move(data, tmp_path / "it's [moved], far"))
    build = Build(moved / "builds" / build.path.name)

    assert communities.names(build) == (FENGER, SHEDONG)
    assert sum(rows for _, rows, _ in hours(build)) == 11
    assert build.rows("select sum(counted_hours) from counted_service") == [(26.5,)]
    for path in (moved / "inbox" / "名册.csv", moved / "shards" / ".." / "inbox" / "名册.csv"):
        with pytest.raises(duckdb.PermissionException):
            build.rows(f"select * from read_text('{str(path).replace(chr(39), chr(39) * 2)}')")


def test_tables_hold_the_same_whether_they_are_copied_or_left(data: Path, monkeypatch: pytest.MonkeyPatch):
    _, copied = loaded(data)
    monkeypatch.setattr(shard_tables, "MOST_COPIED", 0)
    (data / "builds" / "INPUTS").unlink()
    _, left = loaded(data)

    for table in ("donation", "volunteer_service", "counted_service", "gift", "activity", "participation"):
        query = f"from {table} order by all"
        assert left.table(query).equals(copied.table(query)), table


@pytest.mark.usefixtures("outside")
def test_a_damaged_shard_is_named_and_made_again_from_its_clean_file(data: Path):
    _, build = loaded(data)
    whole = shard_contents(data)
    flip_a_byte(data / next(file.path for file in shard_files_in(build.path) if file.table == "donation"))
    with pytest.raises(UnreadableBuild, match=f"“{SHEDONG}”的数据分片坏了"):
        Build(build.path).rows("select count(*) from donation")

    outcome, healed = loaded(data)
    assert (outcome.notes, outcome.read_anew) == ((f"“{SHEDONG}”的数据分片坏了，已经重新生成。",), ())
    assert (shard_contents(data), healed.rows("select count(*) from donation")) == (whole, [(3,)])
    assert Build(build.path).rows("select count(*) from donation") == [(3,)]  # the former build is healed with it


@pytest.mark.usefixtures("outside")
def test_a_shard_that_is_gone_is_made_again(data: Path):
    _, build = loaded(data)
    whole = shard_contents(data)
    shutil.rmtree(data / shards_of(build.path)[FENGER])
    with pytest.raises(UnreadableBuild, match=f"“{FENGER}”"):
        Build(build.path).rows("select count(*) from volunteer_service")
    loaded(data)
    assert shard_contents(data) == whole


def test_a_shard_in_the_place_of_another_communitys_is_not_taken_for_it(data: Path):
    _, build = loaded(data)
    whole, places = shard_contents(data), shards_of(build.path)
    shutil.rmtree(data / places[FENGER])
    shutil.copytree(data / places[SHEDONG], data / places[FENGER])
    build.path.unlink()
    outcome, _ = loaded(data)
    assert outcome.notes == (f"“{FENGER}”的数据分片坏了，已经重新生成。",)
    assert shard_contents(data) == whole


def test_pruning_says_how_much_room_shards_take_before_it_removes_those_that_no_build_names(data: Path):
    _, first = loaded(data)
    received(data, {"社东善款二.csv": GIFTS.replace("P-", "Q-")})
    _, second = loaded(data)
    first.path.unlink()
    message = command("prune", "--data", data)
    assert ("1个没有批次用到的数据分片，共 " in message.stdout, "什么也没有删" in message.stdout) == (True, True)
    assert len(list((data / "shards").glob("*/*"))) == 3

    assert "已删除1个没有批次用到的数据分片" in command("prune", "--yes", "--data", data).stdout
    assert {str(path.relative_to(data)) for path in (data / "shards").glob("*/*")} == {*shards_of(second.path).values()}


def test_no_shard_goes_while_a_build_that_stays_cannot_say_which_it_needs(data: Path):
    _, first = loaded(data)
    received(data, {"社东善款二.csv": GIFTS.replace("P-", "Q-")})
    loaded(data)
    first.path.write_bytes(b"no database" * 999)
    message = command("prune", "--yes", "--data", data)
    assert f"批次 {first.name} 读不出来" in message.stdout
    assert len(list((data / "shards").glob("*/*"))) == 3


def test_a_new_version_of_a_list_of_several_communities_is_told_by_all_of_them(data: Path):
    rows = OF_BOTH.splitlines()
    received(data, {"两村志愿服务（新）.csv": "\n".join([*rows, "社东,演示9号,2024-06-01,1"]) + "\n"})
    _, build = loaded(data)
    assert build.rows("select community, count(*) from volunteer_service group by 1 order by 1") == [
        (FENGER, 7),
        (SHEDONG, 5),
    ]

    received(
        data, {"两村志愿服务.csv": "\n".join([*rows, *(f"社东,演示{n}号,2024-07-01,1" for n in range(10, 30))]) + "\n"}
    )
    _, build = loaded(data)  # most of its rows stand in no other file now: what is repeated may be a coincidence
    codes = "select code, count(*) from problem where code in ('equal_row', 'repeated_row') group by 1"
    assert build.rows(codes) == [("equal_row", 8)]


def test_a_data_folder_of_before_is_taken_over_and_that_is_said_once(data: Path):
    loaded(data)
    shutil.rmtree(data / "shards")
    (data / "builds" / "INPUTS").unlink()
    assert [len(loaded(data)[0].notes) for _ in range(2)] == [1, 0]


def test_what_clerks_are_told_of_a_fact_names_its_community(sample_build: Build):
    assert (
        sample_build.rows("select code from problem where code in ('no_activity', 'long_day') and community is null")
        == []
    )
    assert all("community" in fact.hints for fact in facts().values() if fact.hints)
