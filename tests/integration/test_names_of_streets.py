"""The name of a street is not that of the community called like it: its ledgers hold the rows of all its communities."""

from pathlib import Path

import pytest

from tests.support.ledgers import loaded, received
from warehouse.communities import Spellings

REGISTER = "社区,常住人口,统计日期\n湖滨社区,3000,2021-01-01\n东湖社区,2000,2021-01-01\n"
HOURS = "姓名,日期,时长（小时）,所属站点\n甲演示,2024-03-01,2,东湖社区\n乙演示,2024-03-05,3,湖滨社区\n"


def test_a_ledger_of_the_street_is_asked_whose_its_rows_are(tmp_path: Path):
    data = tmp_path / "data"
    received(data, {"名册.csv": REGISTER, "湖滨街道志愿服务.csv": HOURS})
    _, build = loaded(data)
    (sentence,) = {message for (message,) in build.rows("select message from problem where severity = '拒收'")}

    assert build.rows("select count(*) from volunteer_service") == [(0,)]
    assert "没有写" in sentence and "--map 表头=社区" in sentence


@pytest.mark.parametrize(
    ("text", "named"),
    {
        "湖滨街道志愿服务": set(),
        "湖滨镇2024年志愿服务": set(),
        "东湖公园文化节活动": set(),
        "东湖中学志愿服务": set(),
        "东湖第一小学": set(),
        "湖滨路义剪": set(),
        "湖滨路派出所宣传": set(),
        "湖滨社区东湖公园义剪": {"湖滨社区"},
        "湖滨街道湖滨社区": {"湖滨社区"},
        "湖滨街道东湖志愿服务": {"东湖社区"},
        "湖滨志愿服务": {"湖滨社区"},
        "湖滨街道和湖滨志愿服务": {"湖滨社区"},
        "湖滨镇村志愿服务": set(),
        "湖滨街道社区志愿服务": set(),
        "湖滨镇各社区志愿服务": set(),
        "湖滨办事处志愿服务": set(),
        "东湖实验小学义剪": set(),
        "湖滨小学生暑托班": {"湖滨社区"},
        "湖滨大学生志愿服务": {"湖滨社区"},
        "湖滨社区学校课程": {"湖滨社区"},
        "湖滨社区路演活动": {"湖滨社区"},
        "湖滨乡贤议事": {"湖滨社区"},
        "湖滨社区四点半小学课堂": {"湖滨社区"},
    }.items(),
)
def test_a_title_names_a_community_by_more_than_its_street(text: str, named: set[str]):
    assert Spellings.of([("湖滨社区", None), ("东湖社区", None)]).named_in(text) == named


def test_a_street_that_the_register_lists_is_one():
    assert Spellings.of([("湖滨社区", "湖滨街道")]).named_in("湖滨街道志愿服务") == {"湖滨社区"}


def test_a_word_that_begins_like_a_community_names_none():
    spellings = Spellings.of([("同心社区", None), ("凤二村", None), ("费家营社区", "费家")])
    texts = ("同心圆计划捐赠明细", "共同心愿认领表", "同心捐赠明细", "凤二志愿服务", "费家营签到", "费家签到")
    named = [set(), set(), {"同心社区"}, {"凤二村"}, {"费家营社区"}, {"费家营社区"}]
    assert list(map(spellings.named_in, texts)) == named


def test_the_only_community_does_not_own_what_its_street_or_school_keeps():
    spellings = Spellings.of([("湖滨社区", None)])
    texts = ("志愿服务时长", "湖滨街道志愿服务", "湖滨镇各社区捐赠", "湖滨中学志愿者", "湖滨小学生暑托班")
    owners = [spellings.owner([text]) for text in texts]
    assert owners == ["湖滨社区", None, None, None, "湖滨社区"]
