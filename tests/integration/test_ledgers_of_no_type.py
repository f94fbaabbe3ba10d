"""Ledgers that offices keep and nothing here counts are named as what they are, and not after a record type they share two words with."""

from pathlib import Path

import pytest

from etl.inbox.settings import Settings
from tests.support.cleaned_files import all_that_is_said, clean_text, rows_loaded

ALLOWANCE = "序号,姓名,年龄,补贴标准,发放金额,备注\n1,张三丰,85,100,100,\n2,李例云,86,100,100,\n"
LEDGERS = {
    "高龄补贴发放表.csv": (ALLOWANCE, "像发给个人的补贴、低保金名册（写着“补贴标准”）"),
    "低保金发放花名册.csv": ("户主姓名,家庭人口,月保障额,发放时间\n张三丰,3,1200,2025-03-05\n", "（写着“低保金”）"),
    "登记表.csv": ("姓名,请假类型,开始时间,结束时间,天数\n张三丰,事假,2025-03-05,2025-03-06,2\n", "像请假登记"),
    "三月.csv": ("姓名,日期,上班时间,下班时间\n张三丰,2025-03-05,09:00,17:00\n", "像上下班的考勤"),
}


@pytest.mark.parametrize("name", LEDGERS)
def test_a_ledger_that_no_type_holds_is_named_as_what_it_is(tmp_path: Path, name: str):
    text, sentence = LEDGERS[name]
    ledger = clean_text(tmp_path, text, Settings(constants={"社区": "凤二村"}), name)
    said = all_that_is_said(ledger)

    assert sentence in said and "看板里没有这一种台账" in said
    assert "微心愿" not in said and "活动场次" not in said


RECORDS_OF_ONE = {
    "困难救助台账.csv": "户主姓名,困难情况,帮扶措施,资源\n张三丰,大病,联系医院,医院\n",
    "困难家庭补贴购物.csv": "姓名,商品,件数\n张三丰,大米,1\n",
    "居民议事会签到表.csv": "序号,姓名,单位,签名,请假事由\n1,张三丰,一组,张三丰,\n",
    "合唱队考勤表.csv": "姓名,出勤情况,备注\n张三丰,√,\n",
    "端午慰问品发放表.csv": "姓名,应发,实发,签名\n张三丰,1,1,张三丰\n",
    "春节慰问品发放.csv": "序号,户主姓名,保障类别,签名\n1,张三丰,低保,张三丰\n",
    "意见.csv": "上下班距离太远，上下班时间需要两个多小时,姓名\n不方便,张三丰\n",
    "困难.csv": "上下班距离太远，上下班时间需要两个多小时,\n姓名,不方便之处\n张三丰,公交\n",
    "慰问金发放表.csv": "姓名,应发（元）,实发（元）,签名\n张三丰,200,200,张三丰\n",
}


@pytest.mark.parametrize("name", RECORDS_OF_ONE)
def test_words_of_a_record_type_around_a_table_overrule_a_word_in_it(tmp_path: Path, name: str):
    said = all_that_is_said(clean_text(tmp_path, RECORDS_OF_ONE[name], Settings(), name))
    assert said and "看板里没有这一种台账" not in said


def test_a_header_of_two_rows_is_told_by_both(tmp_path: Path):
    text = "姓名,高龄补贴,\n,发放时间,发放金额\n张三丰,2025-03-05,100\n李例云,2025-03-05,100\n"
    (sheet,) = clean_text(tmp_path, text, Settings(constants={"社区": "凤二村"}), "三月.csv").sheets
    assert "像发给个人的补贴、低保金名册（写着“高龄补贴/发放时间”）" in (sheet.error or "")
    assert (sheet.header_row, sheet.candidates) == (2, [])


def test_answers_above_a_row_are_no_title_of_it(tmp_path: Path):
    answers = "".join(
        f"某人甲,路程太远，上班时间太早，下班也太晚，希望第{number}季度起有班车或者补助\n" for number in "一二三四"
    )
    text = f"{answers}38,姓名\n不赞成,张三丰\n"
    assert "看板里没有这一种台账" not in all_that_is_said(clean_text(tmp_path, text, name="意见.csv"))


def test_who_says_what_it_is_is_believed(tmp_path: Path):
    settings = Settings("fund_use", {"社区": "凤二村", "支出日期": "2025-03-31"}, {"发放金额": "金额"})
    assert rows_loaded(clean_text(tmp_path, ALLOWANCE, settings, "高龄补贴发放表.csv")) == 2


def test_a_table_of_which_more_is_known_is_asked_for_what_it_lacks(tmp_path: Path):
    text = "社区,项目,支出金额,受益人,困难补助说明\n凤二村,助老,100,张三丰,生活困难\n"
    assert "缺少支出日期" in all_that_is_said(clean_text(tmp_path, text, name="善款支出.csv"))
