"""The report of a clean file tells whose its rows are, and the parts are all of them."""

from datetime import date
from pathlib import Path

from etl.cleaning.clean_files import parquet_path, stored_report
from etl.cleaning.community_part import CommunityPart
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
