"""The report of a clean file tells whose its rows are, and the parts are all of them."""

from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa

from etl.cleaning.clean_files import parquet_path, stored_report
from etl.cleaning.community_part import (
    LEAST_ROWS_OF_GROUP,
    ROWS_OF_GROUP,
    CommunityPart,
    groups_by_spelling,
    stored_order,
)
from etl.cleaning.job import Job
from etl.cleaning.pseudonyms import secret
from etl.inbox.folder import Inbox
from tests.support.ledgers import loaded, received

HOURS = "社区,姓名,日期,时长（小时）\n社东,甲演示,2024-03-01,2\n凤二,乙演示,2024-03-05,3\n社东,丙演示,2024-03-09,1.5\n"
OF_TITLE = "姓名,日期,时长（小时）\n丁演示,2024-04-01,2\n"


def test_a_report_tells_how_often_and_until_when_each_spelling_stands_in_its_rows(office: Path):
    received(office, {"志愿.csv": HOURS, "社东志愿.csv": OF_TITLE})
    reports = {report.file: report for report in loaded(office)[0].reports}
    assert reports["志愿.csv"].parts == (
        CommunityPart("volunteer_service", "", 1, "凤二", 1, date(2024, 3, 5)),
        CommunityPart("volunteer_service", "", 1, "社东", 2, date(2024, 3, 9)),
    )
    assert [(part.spelling, part.rows) for part in reports["社东志愿.csv"].parts] == [(None, 1)]


def test_a_stored_report_knows_the_parts_again(office: Path):
    received(office, {"志愿.csv": HOURS})
    reports = {report.file: report for report in loaded(office)[0].reports}
    jobs = [Job(ledger, office, secret(office)) for ledger in Inbox(office).ledgers()]
    assert [stored_report(job) for job in jobs] == [reports[job.ledger.name] for job in jobs]
    assert all(parquet_path(job, part.record).exists() for job in jobs for part in reports[job.ledger.name].parts)


def test_rows_of_a_community_are_stored_apart_where_they_are_many_and_with_few_others_where_not():
    rows = {"社东": LEAST_ROWS_OF_GROUP, "凤二": 1, None: LEAST_ROWS_OF_GROUP, "社西": 2, "凤一": 3}
    spelt = pa.table({"community": [spelling for spelling, count in rows.items() for _ in range(count)]})
    groups = [group["community"].unique().to_pylist() for group in groups_by_spelling(spelt)]
    assert groups == [["社东"], ["凤二", None], ["社西", "凤一"]]


def test_rows_are_stored_by_day_and_of_many_those_of_a_community_together():
    spelt = ["社西", None, "社东"] * ROWS_OF_GROUP
    days = [date(2024, 1, 1 + row % 7) for row in range(len(spelt))]
    rows = pa.table({"community": pa.array(spelt).dictionary_encode(), "held_on": days})
    for count in (ROWS_OF_GROUP, ROWS_OF_GROUP + 1):
        order = stored_order(rows, np.arange(count), "held_on").tolist()
        first_met = {spelling: place for place, spelling in enumerate((None, "社西", "社东"))}
        places = {row: first_met[spelt[row]] if count > ROWS_OF_GROUP else 0 for row in range(count)}
        assert order == sorted(range(count), key=lambda row: (places[row], days[row], row))
