"""Points that were earned, or may have been, are not taken as redeemed: they are asked about."""

from dataclasses import replace
from pathlib import Path

import pytest

from etl.inbox.settings import Settings
from tests.support.cleaned_files import clean_text, rows_loaded
from tests.support.doubtful import cleaned

HERE = Settings(constants={"社区": "凤二村"})
CHECKED = Settings(constants={"社区": "凤二村", "已核对": "是"})
EARNED = "姓名,积分来源,日期,积分,服务时长\n演示甲,志愿服务,2025-03-01,4,2\n演示乙,捐赠旧物,2025-03-02,2,\n"
SPENT = "姓名,日期,积分,{}\n演示甲,2025-03-01,4,洗衣粉\n演示乙,2025-03-02,2,毛巾\n"


def test_points_beside_where_they_come_from_are_not_redeemed(tmp_path: Path):
    loaded, sentence = cleaned(tmp_path, EARNED, replace(HERE, record="redemption"))
    assert (loaded, "“积分”旁边有“积分来源”“服务时长”，像挣到的积分" in sentence) == (0, True)
    assert cleaned(tmp_path, EARNED, replace(CHECKED, record="redemption"))[0] == 2
    bare = SPENT.replace(",{}", "").replace(",洗衣粉", "").replace(",毛巾", "")
    assert "看不出是挣到的还是兑换用掉的" in cleaned(tmp_path, bare, replace(HERE, record="redemption"))[1]


@pytest.mark.parametrize(
    ("header", "cell"), [("所属支部", "一支部"), ("领队", "演示丙"), ("用户名", "yanshi"), ("耗时", "2小时")]
)
def test_a_character_of_another_word_tells_of_no_redemption(tmp_path: Path, header: str, cell: str):
    earned = f"姓名,{header},日期,积分,积分来源\n演示甲,{cell},2025-03-01,4,志愿服务\n"
    settings = replace(HERE, record="redemption")

    assert rows_loaded(clean_text(tmp_path, earned, settings, name="党支部积分.csv")) == 0
    assert "像挣到的积分" in cleaned(tmp_path, earned, settings)[1]


@pytest.mark.parametrize(
    ("title", "header"),
    [
        ("", "兑换物品"),
        ("积分兑换登记,,,\n", "物品"),
        ("", "换了什么"),
        ("积分使用登记,,,\n", "物品"),
        ("", "领了什么"),
        ("积分支出,,,\n", "物品"),
    ],
)
def test_points_with_a_word_of_what_they_bought_are_read(tmp_path: Path, title: str, header: str):
    assert cleaned(tmp_path, title + SPENT.format(header), replace(HERE, record="redemption"))[0] == 2
