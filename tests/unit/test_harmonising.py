"""Community names as written become the register's names, or a problem; never a new community."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.building.register import Register
from warehouse.communities import lookalikes

NAMES = [
    ("凤二村（演示）", "凤二、凤二村委"),
    ("社东社区（演示）", "社东村"),
    ("天庆新城社区", None),
    ("天庆社区", None),
]
REGISTER = Register.of(NAMES)


@pytest.mark.parametrize(
    "spelling", ["凤二村（演示）", "凤二村(演示)", " 凤 二 村 ", "凤二", "鳳二村", "凤二社区", "凤二村委"]
)
def test_every_spelling_leads_to_one_name(spelling: str):
    assert REGISTER.find(spelling) == "凤二村（演示）"


def test_an_unknown_spelling_is_advised_upon():
    assert REGISTER.find("凤儿村") is None
    assert "是不是“凤二村（演示）”？" in REGISTER.advice("凤儿村")
    assert "是不是" not in REGISTER.advice("桃花源")


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        (["社东社区2023年台账", "凤二村.xlsx"], "社东社区（演示）"),
        (["台账", "凤二村.xlsx"], "凤二村（演示）"),
        (["天庆新城社区活动"], "天庆新城社区"),
        (["天庆社区活动"], "天庆社区"),
        (["凤二村与社东社区联合活动", "凤二村.xlsx"], None),
        (["台账"], None),
    ],
)
def test_a_title_names_one_community_or_none(texts: list[str], name: str | None):
    assert REGISTER.find_in(texts) == name


@pytest.mark.parametrize("aliases", ["凤二/龙村", "凤二、龙村", "凤二，龙村", "凤二;龙村", "凤二 龙村"])
def test_aliases_are_parted_by_any_usual_sign(aliases: str):
    assert Register.of([("凤二村", aliases)]).find("龍村") == "凤二村"


def test_what_two_communities_share_names_neither():
    register = Register.of([("凤二村", "龙村"), ("凤二社区", "龙村"), ("龙溪社区", "凤二村")])

    assert [register.find(name) for name in ("凤二村", "凤二社区", "凤二", "龙村")] == [
        "凤二村",
        "凤二社区",
        None,
        None,
    ]
    assert register.find_in(["凤二社区台账"]) == "凤二社区"


@given(st.text())
def test_a_register_never_makes_a_community_up(spelling: str):
    assert REGISTER.find(spelling) in {None, *(name for name, _ in NAMES)}


def test_a_table_that_names_no_community_is_that_of_the_only_one_registered():
    only = Register.of([("凤二村", None)])

    assert [only.find_in([text]) for text in ("活动台账", "2024年社区活动", "")] == ["凤二村"] * 3
    assert only.find_in(["活动台账", "湖东社区报送"]) is None
    assert REGISTER.find_in(["活动台账"]) is None


@pytest.mark.parametrize(
    ("first", "second", "is_alike"),
    [
        ("凤二村", "鳳二社区", True),
        ("凤二村", "凤儿村", True),
        ("锦绣家园社区", "锦绣佳园社区", True),
        ("凤一村", "凤二村", False),
        ("湖东社区", "湖西社区", False),
        ("长安社区", "长宁社区", False),
        ("例东社区", "幸福里社区", False),
        ("傅庄街道", "盛庄街道", False),
        ("张家庄社区", "李家庄社区", False),
        ("锦绣家园街道", "锦绣佳园街道", True),
    ],
)
def test_names_that_may_be_one_community_are_asked_about(first: str, second: str, is_alike: bool):
    assert bool(list(lookalikes([first, second]))) == is_alike


def test_without_a_register_names_stand_as_they_are():
    assert Register.of([]).find("新村") == "新村"
