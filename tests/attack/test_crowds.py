"""Many files, large files, files that change meanwhile: nothing lost, nothing mixed, clear words."""

from pathlib import Path
from typing import Any

import warehouse.build_in_use
from etl.inbox.settings import Settings
from etl.reading.limits import run_many
from tests.support.ledgers import HOURS, hours, lay_sample_ready, loaded, process, received
from warehouse.build import Build

CHANGED = "文件在读取时被改动了"


def test_300_files_at_once_each_give_their_row(office: Path, tmp_path: Path):
    source = tmp_path / "新"
    source.mkdir()
    for number in range(300):
        text = f"社区,姓名,日期,时长（小时）\n社东,演示{number:03},2024-03-01,2\n"
        (source / f"{number:03}.csv").write_text(text, encoding="utf-8")
    done = process("load", source, "--data", office)

    assert (done.returncode, done.stderr.count("Traceback")) == (0, 0)
    counts = "select count(*), count(distinct source_file), count(distinct person_key) from volunteer_service"
    assert Build(warehouse.build_in_use.current(office)).rows(counts) == [(303, 301, 303)]


def test_a_csv_of_200_megabytes_is_loaded(office: Path):
    row = f"社东,甲演示,2024-03-01,2,{'长' * 650}\n"
    rows = 200_000_000 // len(row.encode()) + 1
    with (office / "inbox" / "大.csv").open("w", encoding="utf-8") as file:
        file.write("社区,志愿者,服务日期,服务时长（小时）,备注\n")
        file.writelines(row for _ in range(rows))
    _, build = loaded(office)

    assert hours(build)[1] == ("大.csv", rows, rows * 2.0)


def test_a_ledger_that_changes_while_it_is_read_is_told_and_read_by_the_next_load(office: Path):
    path = office / "inbox" / "凤二村志愿服务.csv"

    def changing(work: Any, jobs: Any) -> Any:
        path.write_text(HOURS.replace(",3\n", ",4\n"), encoding="utf-8")
        return run_many(work, jobs)

    outcome, _ = loaded(office, run=changing)
    assert [(name, CHANGED in sentence) for name, sentence in outcome.failed] == [(path.name, True)]
    assert hours(loaded(office)[1]) == [(path.name, 3, 7.5)]


def test_nothing_is_published_anew_when_only_recipes_were_remembered(office: Path):
    received(
        office, {"社东台账.csv": HOURS.replace("时长（小时）", "多久")}, Settings(columns={"多久": "service_hours"})
    )
    first, _ = loaded(office)
    second, _ = loaded(office)

    assert list((office / "recipes").iterdir())
    assert (second.read_anew, second.path) == ((), first.path)


def test_undoing_the_last_ledger_says_that_the_sample_is_back(tmp_path: Path, sample_folder: Path):
    data = tmp_path / "data"
    received(data, {"凤二村志愿服务.csv": "社区," + HOURS.replace("\n", "\n凤二,", 3)})
    loaded(data)
    lay_sample_ready(data, sample_folder)
    done = process("undo", "凤二村志愿服务.csv", "--data", data)

    assert (done.returncode, "演示台账" in done.stdout) == (0, True)
    assert "演示台账" not in process("load", "--data", data).stdout.splitlines()[0]
