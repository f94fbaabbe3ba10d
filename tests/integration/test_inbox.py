"""What comes in, what is read again, what is taken back, and the sample that stands in."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

import warehouse.build_in_use
from etl.__main__ import main
from etl.building import publication_gate
from etl.cleaning.file_report import FileReport
from etl.cleaning.job import Job
from etl.inbox.folder import Inbox
from etl.inbox.settings import Settings
from etl.reading.grid import Unreadable
from tests.support.ledgers import GIFTS, HOURS, REGISTER, command, hours, loaded, received
from warehouse.build import Build


def test_nothing_is_read_again_when_nothing_changed(office: Path):
    first, build = loaded(office)
    second, again = loaded(office)

    assert (set(first.read_anew), second.read_anew) == ({"名册.csv", "凤二村志愿服务.csv"}, ())
    assert build.path == again.path


def test_a_file_without_a_ledger_is_not_read_again_but_told_again(office: Path):
    received(office, {"天气.csv": "城市,气温\n广州,30\n"})
    (office / "inbox" / "合影.xlsx").write_bytes(b"\x89PNG\r\n\x1a\n")
    first, build = loaded(office)
    second, again = loaded(office)

    assert (len(first.read_anew), second.read_anew) == (4, ())
    assert second.failed == first.failed
    assert [name for name, _ in second.failed] == ["合影.xlsx", "天气.csv"]
    assert build.path == again.path


def test_a_file_read_as_another_record_leaves_no_rows_of_the_first_behind(office_in_use: Path):
    Inbox(office_in_use).add([office_in_use / "inbox" / "凤二村志愿服务.csv"], Settings("donation"))
    loaded(office_in_use, find_losses=publication_gate.no_losses)

    assert not list((office_in_use / "clean" / "volunteer_service").iterdir())


def test_failures_in_another_order_are_no_change(office: Path):
    received(office, {"甲.csv": GIFTS, "乙.csv": HOURS + "丁演示,2024-03-10,1\n"})
    fails = {"甲.csv", "乙.csv"}

    def run_backwards(
        clean: Callable[[Job], FileReport], jobs: Iterable[Job]
    ) -> Iterator[tuple[Job, FileReport | Unreadable]]:
        return (
            (job, Unreadable("内存不够。") if job.ledger.name in fails else clean(job)) for job in reversed([*jobs])
        )

    def run(clean: Callable[[Job], FileReport], jobs: Iterable[Job]) -> Iterator[tuple[Job, FileReport | Unreadable]]:
        return run_backwards(clean, reversed([*jobs]))

    _, build = loaded(office, run=run)
    _, again = loaded(office, run=run_backwards)

    assert build.path == again.path


def test_only_what_changed_is_read_again_and_what_it_replaces_is_kept(office_in_use: Path):
    received(office_in_use, {"凤二村志愿服务.csv": HOURS.replace(",3\n", ",4\n")})
    outcome, build = loaded(office_in_use)

    assert outcome.read_anew == ("凤二村志愿服务.csv",)
    assert hours(build) == [("凤二村志愿服务.csv", 3, 7.5)]
    assert (office_in_use / "removed" / "凤二村志愿服务.csv").read_text(encoding="utf-8") == HOURS


def test_undoing_a_file_takes_its_rows_out_and_leaves_no_trace_in_clean(office: Path):
    received(office, {"社东善款.csv": GIFTS})
    loaded(office)
    done = command("undo", "社东善款.csv", "--data", office)

    assert (done.returncode, Build(warehouse.build_in_use.current(office)).rows("select count(*) from donation")) == (
        0,
        [(0,)],
    )
    assert not list((office / "clean" / "donation").iterdir())
    assert (office / "removed" / "社东善款.csv").exists()
    assert "再入库" not in done.stdout


def test_undoing_names_the_rows_of_other_ledgers_that_come_in_again(office: Path):
    received(office, {"凤二村志愿服务新.csv": HOURS.replace("合计,,6.5", "丁演示,2024-03-10,4")})
    loaded(office)
    received(office, {"社东善款.csv": GIFTS})  # not in any build yet: it comes in for the first time
    done = command("undo", "凤二村志愿服务.csv", "--data", office)

    assert "因为和它重复、没有入库的再入库了：凤二村志愿服务新.csv的志愿服务3行。" in done.stdout
    assert hours(Build(warehouse.build_in_use.current(office))) == [("凤二村志愿服务新.csv", 4, 10.5)]


def test_undoing_reaches_no_file_outside_the_inbox(office: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["undo", "../secret/person.key", "--data", str(office)]) == 2
    assert "inbox 里没有“../secret/person.key”" in capsys.readouterr().err


def test_two_ledgers_of_one_name_in_two_folders_are_two_ledgers(tmp_path: Path):
    received(
        tmp_path / "data", {"凤二/台账.csv": HOURS, "社东/台账.csv": HOURS.replace("甲", "丁"), "名册.csv": REGISTER}
    )
    _, build = loaded(tmp_path / "data")

    assert hours(build) == [("凤二/台账.csv", 3, 6.5), ("社东/台账.csv", 3, 6.5)]


def test_two_files_of_one_name_handed_in_together_are_both_kept(tmp_path: Path):
    for folder in ("甲", "乙"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "台账.csv").write_text(folder, encoding="utf-8")

    paths = [tmp_path / "甲" / "台账.csv", tmp_path / "乙" / "台账.csv"]
    assert Inbox(tmp_path / "data").add(paths, Settings()) == ["台账.csv", "乙/台账.csv"]


def test_the_sample_stands_in_until_the_first_ledger_of_ones_own(sample_folder: Path, tmp_path: Path):
    shutil.copytree(sample_folder, tmp_path / "data")
    before = Build(warehouse.build_in_use.current(tmp_path / "data"))
    received(tmp_path / "data", {"凤二村志愿服务.csv": "社区," + HOURS.replace("\n", "\n凤二,", 3)})
    _, after = loaded(tmp_path / "data")

    assert (before.is_demo, after.is_demo) == (True, False)
    assert after.rows("select distinct file, is_demo from source_file") == [("凤二村志愿服务.csv", False)]
