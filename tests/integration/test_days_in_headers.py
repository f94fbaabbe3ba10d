"""Days in headers as offices write them: 3/3, below the number of a session, in a column beside months."""

from pathlib import Path

from etl.inbox.settings import Settings
from tests.support.doubtful import cleaned

HELD = {"社区": "惠民社区"}
SLASHES = "用餐签到表（2025年3月）,,,\n姓名,3/3,3/4,3/5\n贺桂英,√,√,\n邵连生,√,,√\n"
SESSIONS = (
    "小组签到表,,,,\n姓名,第一节,第二节,第三节,出勤率\n,3月8日,3月15日,3月22日,\n丁小满,√,√,√,100%\n段予安,√,,√,67%\n"
)


def said(tmp_path: Path, text: str) -> str:
    return cleaned(tmp_path, text, Settings(constants=HELD))[1]


def test_headers_with_slashes_are_days_and_no_groups_of_headers(tmp_path: Path):
    told = Settings("attendance", {**HELD, "活动名称": "用餐"}, {"3/3…3/5": "是否到场"})

    assert "--record 活动签到 --map 3/3…3/5=是否到场 --set 活动名称=…。" in said(tmp_path, SLASHES)
    assert (
        "--record 活动签到 --map 3/3…3/5=是否到场。"
        in cleaned(tmp_path, SLASHES, Settings(constants={**HELD, "活动名称": "用餐"}))[1]
    )
    assert cleaned(tmp_path, SLASHES, told) == (4, "")


def test_days_below_the_numbers_of_sessions_are_part_of_the_header(tmp_path: Path):
    ends = "第一节/3月8日…第三节/3月22日"
    told = Settings("attendance", {**HELD, "活动名称": "小组", "年份": "2025"}, {ends: "是否到场"})

    assert f"--map {ends}=是否到场 --set 活动名称=… --set 年份=2025。" in said(tmp_path, SESSIONS)
    assert cleaned(tmp_path, SESSIONS, told) == (5, "")


def test_a_month_on_the_first_row_beside_days_is_that_of_the_rows_below(tmp_path: Path):
    text = "2025年活动,,,\n月份,日,活动名称,人数\n3月,5,学雷锋,25\n,8,插花,20\n4月,4,清明,30\n"

    assert cleaned(tmp_path, text, Settings(constants=HELD)) == (3, "")


def test_points_that_come_and_go_are_asked_about_and_taken_by_their_sign(tmp_path: Path):
    text = "日期,姓名,事由,积分变动\n2025-02-01,卜红梅,清洁,+20\n2025-02-10,卜红梅,兑换,-15\n2025-02-11,费国强,捐,+10\n"
    columns = {"积分变动": "扣减积分"}

    assert "有正有负" in cleaned(tmp_path, text, Settings("redemption", HELD, columns))[1]
    assert cleaned(tmp_path, text, Settings("redemption", HELD, columns, only={"积分变动": "负数"})) == (1, "")
