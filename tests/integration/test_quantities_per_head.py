"""Goods for one of several people are not what was given in a row, and averages of many answers are no answers: both are asked about."""

from dataclasses import replace
from pathlib import Path

import pytest

from etl.inbox.settings import Settings
from tests.support.doubtful import cleaned

COMMUNITY = {"社区": "凤二村"}
GIVEN = Settings("distribution", COMMUNITY)


@pytest.mark.parametrize(
    "header", ["数量（件/人）", "每人数量", "发放数量（份／户）", "人均数量", "数量/人", "发放标准"]
)
def test_a_quantity_for_each_person_is_not_taken_as_that_of_the_row(tmp_path: Path, header: str):
    text = f"发放日期,物资,发放对象,{header},人数\n2024-01-15,棉衣,困难群众,1,30\n2024-01-16,手套,环卫工人,2,25\n"
    settings = replace(GIVEN, columns={header: "数量"})

    for ledger in (text, text.replace(",人数", "").replace(",30", "").replace(",25", "")):
        loaded, reason = cleaned(tmp_path, ledger, settings)
        assert (loaded, "是一份的数量" in reason) == (0, True), reason
        assert cleaned(tmp_path, ledger, replace(settings, constants={**COMMUNITY, "已核对": "是"}))[0] == 2


def test_where_the_whole_quantity_stands_beside_it_is_named(tmp_path: Path):
    text = "发放日期,物资,数量（件/人）,人数,总数\n2024-01-15,棉衣,1,30,30\n2024-01-16,手套,2,25,50\n"

    reason = cleaned(tmp_path, text, replace(GIVEN, columns={"数量（件/人）": "数量"}))[1]
    assert "--map 总数=数量" in reason, reason
    assert cleaned(tmp_path, text, replace(GIVEN, columns={"总数": "数量"}))[0] == 2


def test_in_a_list_of_people_goods_a_head_are_those_of_the_row(tmp_path: Path):
    text = "发放日期,物资,领取人,数量（件/人）\n2024-01-15,棉衣,赵甲,1\n2024-01-16,手套,钱乙,2\n"

    assert cleaned(tmp_path, text, replace(GIVEN, columns={"数量（件/人）": "数量"}))[0] == 2


def test_the_unit_beside_a_quantity_may_say_that_it_is_of_one(tmp_path: Path):
    text = (
        "发放日期,物资,数量,单位,人数\n2024-01-15,棉衣,1,件/人,30\n2024-01-16,手套,50,双,25\n2024-01-17,米,2,袋/桶,1\n"
    )

    assert cleaned(tmp_path, text, GIVEN)[0] == 2
    assert cleaned(tmp_path, text, replace(GIVEN, constants={**COMMUNITY, "已核对": "是"}))[0] == 3


@pytest.mark.parametrize("size", ["样本数", "答卷份数", "参评人数", "有效问卷（份）", "回收份数", "人数"])
def test_averages_beside_a_number_of_answers_are_no_answers(tmp_path: Path, size: str):
    text = f"调查日期,评价维度,得分,{size}\n2024-06-30,总体满意度,4.6,120\n2024-06-30,环境,4.2,118\n"
    settings = Settings("satisfaction", {**COMMUNITY, "分制": "5"})

    loaded, reason = cleaned(tmp_path, text, settings)
    assert (loaded, f"旁边有“{size}”" in reason, "一行一份答卷" in reason) == (0, True, True), reason
    assert cleaned(tmp_path, text.replace(size, "答卷编号"), settings)[0] == 2


def test_averages_alone_are_asked_about(tmp_path: Path):
    text = "调查日期,评价维度,平均分\n2024-06-30,总体满意度,4.6\n2024-06-30,环境,4.2\n"
    settings = Settings("satisfaction", {**COMMUNITY, "分制": "5"}, {"平均分": "得分"})

    loaded, reason = cleaned(tmp_path, text, settings)
    assert (loaded, "写的是平均" in reason) == (0, True), reason
    assert cleaned(tmp_path, text, replace(settings, constants={**settings.constants, "已核对": "是"}))[0] == 2


def test_a_header_of_two_levels_is_none_of_one_person(tmp_path: Path):
    text = "社区,活动,活动\n,人次,每户\n凤二村,30,2\n"
    settings = Settings("summary", {"年份": "2024", "月份": "3"}, {"活动/人次": "数值"})

    assert "是一份的数量" not in cleaned(tmp_path, text, settings)[1]
