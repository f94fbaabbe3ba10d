"""Names of organisations: which are offered as one, and which never are."""

import pytest

from etl.parse.organisation_names import Places, alike, are_different, core

PLACES = Places.of(
    [
        ("兰州市", "安宁区", "费家营街道", "费家营社区（演示）"),
        ("兰州市", "示例区", "示例街道", "天庆新城社区（演示）"),
        ("长沙市", "湘江新区", "梅溪湖街道", "阳明山庄社区（演示）"),
    ]
)


def offered(*names: str) -> bool:
    return bool(list(alike(names, PLACES)))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("兰州市仿桐社工服务中心", "仿桐社会工作服务中心"),
        ("禾例食品有限公司", "禾例食品公司"),
        ("禾例食品（兰州）有限公司", "禾例食品有限责任公司"),
        ("Ａ例文化传播公司", "A例文化传播公司"),
        ("兰州安宁仿桐志愿者协会", "安宁区仿桐志愿者协会"),
        ("梅溪湖虚河公益慈善基金会", "梅溪湖虚河公益慈善基金"),
        ("费家营社区居民委员会", "费家营居委会"),
    ],
)
def test_two_spellings_of_one_organisation_are_offered(first: str, second: str):
    assert offered(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("仿桐物业一分公司", "仿桐物业二分公司"),
        ("例城第一幼儿园分园", "例城第二幼儿园分园"),
        ("仿桐物业公司城关分公司", "仿桐物业公司安宁分公司"),
        ("仿桐物业公司", "仿桐物业公司安宁分公司"),
        ("例城银行安宁支行", "例城银行城关支行"),
        ("仿桐外国语学校东校区", "仿桐外国语学校西校区"),
        ("费家营社区居委会", "天庆新城社区居委会"),
        ("费家营社区居委会", "社区居委会"),
        ("兰州市仿桐社会工作中心", "长沙市仿桐社会工作中心"),
        ("天津市仿桐社会工作中心", "长沙市仿桐社会工作中心"),
        ("禾例超市", "云例超市"),
        ("爱心人士甲联合商会", "爱心人士乙联合商会"),
    ],
)
def test_two_organisations_are_never_offered_however_alike_they_look(first: str, second: str):
    assert not offered(first, second)


def test_the_last_character_of_supermarket_is_not_taken_for_city():
    assert core("爱心超市", PLACES) == "爱心超市"


def test_numerals_are_the_same_in_either_script():
    assert not are_different("例城第2中学", "例城第二中学")
