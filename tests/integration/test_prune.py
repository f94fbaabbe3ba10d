"""Old builds go only when told to, and never one that is in use, new, or named by an archived figure or a pack."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from evidence.archive.archived_figure import archive_figure, archive_folder
from evidence.pack.publishing import publish_pack
from evidence.pack.request import Request
from evidence.pack.template import templates
from indicators.engine import catalogue
from indicators.model import Filters
from tests.support.ledgers import GIFTS, REGISTER, command, loaded, received
from tests.support.shared import Shared
from warehouse.build import Build
from warehouse.build_files import newest_first
from warehouse.build_in_use import current

HEADER = "姓名,日期,时长（小时）\n"
OF_2025 = Filters(("凤二村（演示）",), date(2025, 1, 1), date(2025, 12, 31))


@pytest.fixture
def five_builds(tmp_path: Path, shared: Shared) -> list[Path]:
    """Five builds, the oldest first: a figure is archived from the first, a pack made from the second, the last is in use."""
    shutil.copytree(shared.folder("five-builds", fill), tmp_path, dirs_exist_ok=True)
    return newest_first(tmp_path)[::-1]


def fill(data: Path) -> None:
    received(data, {"名册.csv": REGISTER})
    builds = []
    for number in range(1, 6):
        received(data, {f"凤二村志愿服务{number}.csv": f"{HEADER}甲演示,2025-03-0{number},2\n"})
        loaded(data)
        builds.append(Build(current(data)))
    archive_figure(builds[0], catalogue()["volunteer_hours"], OF_2025, archive_folder(data), "2026-01-01T00:00:00")
    publish_pack(builds[1], Request(templates()["figures"], OF_2025, ("volunteer_hours",)), data)


def test_nothing_is_removed_until_told_to(five_builds: list[Path], tmp_path: Path):
    listed = command("prune", "--keep", "1", "--data", tmp_path)
    assert f"{five_builds[0].stem}" in listed.stdout and "保留：存档的数" in listed.stdout
    assert "保留：送出的材料包" in listed.stdout and "保留：正在使用" in listed.stdout
    assert "可以删除2个批次" in listed.stdout and "什么也没有删" in listed.stdout
    assert all(path.exists() for path in five_builds)


def test_what_is_in_use_archived_or_handed_in_stays(five_builds: list[Path], tmp_path: Path):
    assert "已删除2个批次" in command("prune", "--keep", "1", "--yes", "--data", tmp_path).stdout
    assert [path.exists() for path in five_builds] == [True, True, False, False, True]
    assert current(tmp_path) == five_builds[4]
    assert loaded(tmp_path)[1].path == five_builds[4]  # nothing to make again


def test_a_link_among_the_shards_stays_and_a_damaged_shard_goes(five_builds: list[Path], tmp_path: Path):
    elsewhere = tmp_path / "别处"
    shutil.copytree(next(tmp_path.glob("shards/*/*")), elsewhere)
    community = next(tmp_path.glob("shards/*"))
    (community / "0123456789abcdef0123").symlink_to(elsewhere)
    (community / "damaged0123456789abc" / "shard.json").mkdir(parents=True)
    done = command("prune", "--keep", "1", "--yes", "--data", tmp_path)

    assert (done.returncode, done.stderr, (community / "damaged0123456789abc").exists()) == (0, "", False)
    assert (elsewhere / "shard.json").is_file()


def test_the_newest_stay_even_if_nothing_names_them(five_builds: list[Path], tmp_path: Path):
    command("prune", "--keep", "3", "--yes", "--data", tmp_path)
    assert all(path.exists() for path in five_builds)


def test_a_folder_that_does_not_say_what_is_in_use_loses_nothing(five_builds: list[Path], tmp_path: Path):
    (tmp_path / "builds" / "CURRENT").write_text("")
    refused = command("prune", "--yes", "--keep", "1", "--data", tmp_path)
    assert refused.returncode != 0 and "Traceback" not in refused.stderr
    assert all(path.exists() for path in five_builds)


def test_of_builds_of_one_second_the_last_is_the_newest(tmp_path: Path):
    names = ["20261126-044638", "20261126-044638-2", "20261126-044638-10"]
    for name in names:
        (tmp_path / "builds" / f"{name}.duckdb").parent.mkdir(exist_ok=True)
        (tmp_path / "builds" / f"{name}.duckdb").write_bytes(b"")
    assert [path.stem for path in newest_first(tmp_path)] == names[::-1]


@pytest.mark.parametrize("damage", ["", "\x00坏了", "20261126-04463"])
def test_builds_of_packs_that_are_not_told_as_written_stop_all_removing(
    five_builds: list[Path], tmp_path: Path, damage: str
):
    (tmp_path / "packs" / "builds.txt").write_text(damage)
    refused = command("prune", "--yes", "--keep", "1", "--data", tmp_path)
    assert refused.returncode == 1 and "什么也没有删" in refused.stderr
    assert all(path.exists() for path in five_builds)


def in_years_to_come(office: Path) -> None:
    """Give the build in use a name of later years, as if it had been made long after everything else."""
    in_use = current(office)
    in_use.rename(in_use.with_name("20991231-000000.duckdb"))
    (office / "builds" / "CURRENT").write_text("20991231-000000.duckdb")


def test_what_was_set_aside_goes_once_it_is_older_than_the_builds_that_stay(office: Path, tmp_path: Path):
    received(office, {"社东善款.csv": GIFTS})
    loaded(office)
    command("backup", tmp_path / "a.zip", "--data", office)
    command("undo", "社东善款.csv", "--data", office)
    command("restore", tmp_path / "a.zip", "--data", office)
    command("undo", "社东善款.csv", "--data", office)
    held = [office / "removed" / "社东善款.csv", *(office / "before-restore").iterdir()]

    message = command("prune", "--yes", "--data", office).stdout
    assert "removed/社东善款.csv" in message and "保留：比留下的批次新" in message and len(held) == 2
    assert all(path.exists() for path in held)

    in_years_to_come(office)
    message = command("prune", "--keep", "1", "--data", office).stdout
    assert "2份另外留存的原件或恢复前的数据" in message and "什么也没有删" in message
    assert all(path.exists() for path in held)

    assert "已删除" in command("prune", "--keep", "1", "--yes", "--data", office).stdout
    assert not any(path.exists() for path in held)
