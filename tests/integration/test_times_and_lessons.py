"""Ledgers with times instead of hours, and logs of lessons with who should come and who came."""

from pathlib import Path

from etl.inbox.settings import Settings
from tests.support.doubtful import cleaned

HELD = Settings(constants={"社区": "惠民社区"})


def test_times_without_hours_are_near_volunteering_and_what_to_write_is_told(tmp_path: Path):
    text = "志愿者夜间巡逻登记,,,\n日期,姓名,开始时间,结束时间\n2025-08-01,左立新,21:30,23:00\n"
    sentence = cleaned(tmp_path, text, HELD)[1]

    assert sentence.startswith("表头像“志愿服务”")
    assert "“开始时间”“结束时间”不会自动算成时长：请加一列“服务时长”" in sentence and "--map" not in sentence


def test_a_log_of_lessons_is_of_activities_and_no_decisions_on_money(tmp_path: Path):
    header = (
        "“四点半课堂”日志,,,,\n日期,星期,{},应到人数,实到人数\n2025-03-03,一,作业辅导,20,18\n2025-03-04,二,书法,20,17\n"
    )

    assert cleaned(tmp_path, header.format("课程内容"), HELD) == (2, "")
    assert cleaned(tmp_path, header.format("安排"), HELD)[1].startswith("表头像“活动场次”")
