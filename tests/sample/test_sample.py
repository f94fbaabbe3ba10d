"""The sample ledgers: published figures from file to indicator, what is refused, and that they can be written again."""

import csv
import json
import zipfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pymannkendall
import pytest

from indicators.engine import figures
from indicators.model import Figure, Filters
from registry import collect
from sample import ledgers
from sample.names import INVENTED, people
from sample.office import Office
from sample.offices import write
from sample.stories import feijiaying, fenger, shedong, tianqing, xingfuli, yangming
from warehouse.build import Build

SAMPLE = Path(__file__).parent.parent.parent / "data" / "sample"
PUBLISHED = list(csv.DictReader((SAMPLE / "published.csv").read_text(encoding="utf-8").splitlines()))
AMOUNTS = [line for line in PUBLISHED if line["qualifier"] != "trend"]
# Record types whose ledgers are looked at here; those of later mechanisms have a test each beside this one.
FIRST_RECORDS = [
    "activity",
    "attendance",
    "casework",
    "community",
    "distribution",
    "donation",
    "fund_use",
    "satisfaction",
    "service_request",
    "summary",
    "volunteer_service",
]
TRENDS = [line for line in PUBLISHED if line["qualifier"] == "trend"]
LEDGERS = sorted(path for path in SAMPLE.iterdir() if path.name not in ("README.md", "published.csv"))


@dataclass(frozen=True)
class Loaded:
    """The build made of the sample, and what the command line said of it."""

    build: Build
    report: dict[str, Any]


@pytest.fixture(scope="module")
def loaded(sample_folder: Path, sample_build: Build) -> Loaded:
    """The sample as `make run` loads it, by the command line."""
    return Loaded(sample_build, json.loads(sample_folder.with_suffix(".json").read_text(encoding="utf-8")))


def name_of(line: dict[str, str]) -> str:
    return "-".join(filter(None, (line["community"], line["indicator"], line["by"], line["category"], line["to_on"])))


def asked(build: Build, line: dict[str, str]) -> list[Figure]:
    """Return the figures that a line of published.csv speaks of."""
    window = Filters((line["community"],), date.fromisoformat(line["from_on"]), date.fromisoformat(line["to_on"]))
    group, _, category = line["category"].partition("=")
    found = figures(build, [line["indicator"]], window, [part for part in (line["by"], group) if part])
    return [figure for figure in found if not group or figure.category == category]


@pytest.mark.parametrize("line", AMOUNTS, ids=name_of)
def test_a_published_figure_comes_out_of_the_ledgers(loaded, line):
    found = asked(loaded.build, line)
    assert found
    assert {figure.unit for figure in found} == {line["unit"]}
    assert all(float(line["low"]) <= figure.value <= float(line["high"]) for figure in found)


@pytest.mark.parametrize("line", TRENDS, ids=name_of)
def test_a_published_rise_is_a_tested_trend(loaded, line):
    values = [figure.value for figure in asked(loaded.build, line) if figure.value is not None]
    result = pymannkendall.original_test(values)
    assert (result.trend, result.p < 0.05) == ("increasing", True)


def test_training_courses_of_feijiaying_are_free(loaded):
    sql = "select count(*), sum(coalesce(cost_yuan, 0)) from activity where community = '费家营社区（演示）' and method = '课程'"
    assert loaded.build.rows(sql) == [(330, 0)]


@pytest.mark.parametrize("story", [shedong, fenger, yangming, xingfuli], ids=lambda story: story.__name__)
def test_no_community_spends_what_it_has_not_received(story):
    message = story.story()
    cash = [
        (gift.donated_on, 0, gift.amount_yuan) for gift in message.gifts if (gift.form, gift.status) == ("现金", "到账")
    ]
    balance = 0
    for _, _, change in sorted(cash + [(use.used_on, 1, -use.amount_yuan) for use in message.uses]):
        balance += change
        assert balance >= 0


@pytest.mark.parametrize(
    ("community", "story", "table", "what"),
    [
        ("阳明山庄社区（演示）", yangming, "activity", "activities"),
        ("阳明山庄社区（演示）", yangming, "attendance", "sign_ins"),
        ("阳明山庄社区（演示）", yangming, "volunteer_service", "services"),
        ("阳明山庄社区（演示）", yangming, "casework", "cases"),
        ("凤二村（演示）", fenger, "satisfaction", "answers"),
        ("凤二村（演示）", fenger, "donation", "gifts"),
        ("凤二村（演示）", fenger, "volunteer_service", "services"),
        ("社东社区（演示）", shedong, "donation", "gifts"),
        ("社东社区（演示）", shedong, "fund_use", "uses"),
        ("天庆新城社区（演示）", tianqing, "attendance", "sign_ins"),
        ("幸福里社区（演示）", xingfuli, "activity", "activities"),
        ("社东社区（演示）", shedong, "service_request", "requests"),
        ("费家营社区（演示）", feijiaying, "service_request", "requests"),
        ("阳明山庄社区（演示）", yangming, "service_request", "requests"),
        ("天庆新城社区（演示）", tianqing, "service_request", "requests"),
        ("社东社区（演示）", shedong, "distribution", "handouts"),
        ("凤二村（演示）", fenger, "distribution", "handouts"),
        ("阳明山庄社区（演示）", yangming, "distribution", "handouts"),
        ("幸福里社区（演示）", xingfuli, "distribution", "handouts"),
        ("幸福里社区（演示）", xingfuli, "summary", "sums"),
    ],
)
def test_every_good_line_of_a_ledger_is_loaded(loaded, community, story, table, what):
    count = loaded.build.rows(f"select count(*) from {table} where community = ?", (community,))[0][0]
    assert count == len(getattr(story.story(), what))


def test_the_lines_refused_are_those_meant_to_be(loaded):
    sql = "select record, cell from problem where severity = '拒收' and code not in ('sent_twice', 'missing', 'missing_column') and cell <> '（姓名不显示）'"
    cells = sorted(cell for record, cell in loaded.build.rows(sql) if record in FIRST_RECORDS)
    dates = ["6.1", "07:06:18", "2021年13月2日", "2021年2月", "2022.2.30", "2023.6", "2020年12月1日"]
    dates += ["2022/12/30 11:33:09", "2025年6月31日", "2024.01.09", "第三季度"]
    assert cells == sorted([*dates, "社冬社区", "2160", "0", "11", "/", "", "FJY2021-021", "AN2023020013", "若干"])


def test_exactly_one_printed_total_is_wrong(loaded):
    totals = [(one["file"], total) for one in loaded.report["files"] for total in one["totals"]]
    differences = [(file, round(total["printed"] - total["computed"], 2)) for file, total in totals]  # to the fen
    wrong = [(file, difference) for file, difference in differences if difference]
    assert len(totals) > 150
    assert wrong == [("天庆新城社区捐赠登记（演示）.xls", 900)]


def test_a_list_sent_twice_is_refused_naming_the_first(loaded):
    found = loaded.build.rows("select file, message from problem where code = 'sent_twice'")
    assert [file for file, _ in found] == ["费家营社区2023年善款善物名单（演示）的副本.xlsx"]
    assert "费家营社区2023年爱心捐赠公示（演示）.xlsx" in found[0][1]


def test_a_month_not_reported_differs_from_a_month_with_nothing(loaded):
    covered = "select count(*) from coverage where community = '社东社区（演示）' and record = ? and month = ?"
    assert loaded.build.rows(covered, ("attendance", date(2023, 5, 1))) == [(0,)]
    assert loaded.build.rows(covered, ("activity", date(2022, 12, 1))) == [(1,)]
    held = "select count(*) from activity where community = '社东社区（演示）' and held_on between '2022-12-01' and '2022-12-31'"
    assert loaded.build.rows(held) == [(0,)]


def test_the_build_says_that_it_is_a_demonstration(loaded):
    assert loaded.build.is_demo
    assert all("演示" in path.name for path in LEDGERS)


def test_the_ledgers_are_small_enough_to_be_kept():
    assert sum(path.stat().st_size for path in LEDGERS) < 6_000_000


def test_writing_the_ledgers_again_changes_nothing(tmp_path):
    again = {path.name: parts(path) for path in write(tmp_path)}
    assert again == {path.name: parts(path) for path in LEDGERS}


def test_the_same_ledger_has_the_same_bytes(tmp_path):
    office = collect(ledgers, Office)["xingfuli"]
    first, second = ([book.write(tmp_path).read_bytes() for book in office.books()] for _ in range(2))
    assert first == second


def parts(path: Path) -> dict[str, bytes]:
    """Return the content of a file; that of a workbook unpacked, as the packing differs between versions of zlib."""
    if not zipfile.is_zipfile(path):
        return {"": path.read_bytes()}
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_every_invented_name_says_so():
    assert all(name[1] in INVENTED for name in people(Random(1), 900))
