"""Texts that are masked alike: several of them are counted as several, and the same one in two files as one."""

import re
from datetime import date
from pathlib import Path

from etl.cleaning.privacy_gate import MASKED
from etl.reporting import load_report
from indicators.model import Filters
from tests.support.builds import only_figure
from tests.support.ledgers import REGISTER, loaded, received

NEEDS = "需求名称,清单版本\n" + "".join(
    f"为{name}装扶手,2024年第1季度\n" for name in ("王秀英", "王丽娟", "王桂芳", "王建国", "王淑兰")
)
TEAMS = "姓名,日期,时长（小时）,服务队\n" + "".join(
    f"甲演示,2024-03-0{day},2,{name}队\n" for day, name in enumerate(("姜桂兰", "姜秀英", "姜丽娟"), 1)
)
LEDGERS = {
    "名册.csv": REGISTER,
    "凤二村需求清单.csv": NEEDS,
    "凤二村场地.csv": "场地名称,场地类型,启用日期\n王秀英书屋,服务站,2024-01-01\n王丽娟书屋,服务站,2024-01-01\n",
    "凤二村志愿服务.csv": TEAMS,
}
QUARTER = Filters(("凤二村（演示）",), date(2024, 1, 1), date(2024, 3, 31))


def test_figures_count_what_was_sent_and_not_what_is_masked_alike(tmp_path: Path):
    received(tmp_path, LEDGERS)
    build = loaded(tmp_path)[1]

    counted = {id: only_figure(build, id, QUARTER).value for id in ("needs_listed", "venues", "volunteer_teams")}
    assert counted == {"needs_listed": 5, "venues": 2, "volunteer_teams": 3}
    titles = [title for (title,) in build.rows("select title from need")]
    assert all(re.fullmatch("为王某某〔[a-z2-7]{4}〕装扶手", title) for title in titles), titles


def test_the_same_need_in_two_files_is_refused_as_sent_before(tmp_path: Path):
    again = "需求名称,清单版本,需求类别\n为王丽娟装扶手,2024年第1季度,便民服务\n为王小芳装扶手,2024年第1季度,便民服务\n"
    received(tmp_path, LEDGERS | {"凤二村需求清单（补）.csv": again})
    build = loaded(tmp_path)[1]

    assert only_figure(build, "needs_listed", QUARTER).value == 6
    refused = build.rows("select file, row_no, message from problem where code = 'same_key'")
    assert [row[:2] for row in refused] == [("凤二村需求清单（补）.csv", 2)]


def test_a_masked_text_of_a_download_stays_what_it_is(tmp_path: Path):
    received(tmp_path, LEDGERS)
    build = loaded(tmp_path)[1]
    ((downloaded,), *_) = build.rows("select title from need order by row_no")
    received(tmp_path, {"凤二村需求清单（补）.csv": NEEDS.replace("为王秀英装扶手", downloaded)})

    assert only_figure(loaded(tmp_path)[1], "needs_listed", QUARTER).value == 5


def test_every_text_that_was_masked_is_counted(tmp_path: Path):
    doors = [f"到{floor}0{door}室装扶手,2024年第1季度\n" for floor in range(1, 6) for door in range(1, 8)]
    ledger = "需求名称,清单版本\n" + "".join([*doors, doors[0].replace("1季度", "2季度")])
    received(tmp_path, {"名册.csv": REGISTER, "凤二村需求清单.csv": ledger})
    outcome, _ = loaded(tmp_path)

    reasons = load_report.summary(outcome, None)["files"][0]["reasons"]
    assert [(reason["count"], reason["rows"][:3]) for reason in reasons if reason["code"] == MASKED] == [
        (35, [2, 3, 4])
    ]
