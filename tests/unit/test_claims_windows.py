"""The time a claim speaks of, in a text written on 8 September 2023."""

from datetime import date

import pytest

from evidence.claims.detection.claim import TimeWindow
from evidence.claims.detection.finder import find_claims

WRITTEN = date(2023, 9, 8)


def window(words: str) -> TimeWindow | None:
    return find_claims(f"{words}开展活动20场。", WRITTEN)[-1].window


@pytest.mark.parametrize(
    ("words", "first", "last", "kind"),
    [
        ("截至2023年8月底，累计", None, date(2023, 8, 31), "as_of"),
        ("截至目前，", None, WRITTEN, "as_of"),
        ("截止去年年底，", None, date(2022, 12, 31), "as_of"),
        ("今年以来，", date(2023, 1, 1), WRITTEN, "to_date"),
        ("2022年，", date(2022, 1, 1), date(2022, 12, 31), "period"),
        ("二〇二二年", date(2022, 1, 1), date(2022, 12, 31), "period"),
        ("2021年至2023年", date(2021, 1, 1), date(2023, 12, 31), "period"),
        ("2022年1月至10月，", date(2022, 1, 1), date(2022, 10, 31), "period"),
        ("从2020年3月到2021年5月，", date(2020, 3, 1), date(2021, 5, 31), "period"),
        ("上半年", date(2023, 1, 1), date(2023, 6, 30), "period"),
        ("前三季度", date(2023, 1, 1), date(2023, 9, 30), "period"),
        ("2022年初中志愿队", date(2022, 1, 1), date(2022, 12, 31), "period"),
        ("2022年发起募捐，", date(2022, 1, 1), date(2022, 12, 31), "period"),
        ("2022年8月初步统计，", date(2022, 8, 1), date(2022, 8, 31), "period"),
        ("去年", date(2022, 1, 1), date(2022, 12, 31), "period"),
        ("上个月", date(2023, 8, 1), date(2023, 8, 31), "period"),
        ("5月18日，", date(2023, 5, 18), date(2023, 5, 18), "period"),
        ("2022年，凤二村3月", date(2022, 3, 1), date(2022, 3, 31), "period"),
        ("2022年，全街道3月至5月", date(2022, 3, 1), date(2022, 5, 31), "period"),
        ("2022年12月启动，3月", date(2023, 3, 1), date(2023, 3, 31), "period"),
        ("2022年，凤二村今年3月", date(2023, 3, 1), date(2023, 3, 31), "period"),
        ("12月份，", date(2022, 12, 1), date(2022, 12, 31), "period"),
        ("年底", date(2022, 12, 1), date(2022, 12, 31), "period"),
        ("2021年，启动项目。年底", date(2021, 12, 1), date(2021, 12, 31), "period"),
        ("2021年，志愿者由年初的20人增至年末的30人，全年", date(2021, 1, 1), date(2021, 12, 31), "period"),
        ("2022年，启动项目。下半年", date(2022, 7, 1), date(2022, 12, 31), "period"),
        ("2022年，启动项目。上半年", date(2023, 1, 1), date(2023, 6, 30), "period"),
        ("全年", None, None, ""),
        ("2021年，启动项目，累计服务99人；全年", date(2021, 1, 1), date(2021, 12, 31), "period"),
        ("甲社区2022年度自评报告\n本年度共", date(2022, 1, 1), date(2022, 12, 31), "period"),
        ("甲社区2022年工作总结\n上年", date(2021, 1, 1), date(2021, 12, 31), "period"),
        ("甲社区2022年工作总结\n8月起步，3月", date(2022, 3, 1), date(2022, 3, 31), "period"),
        ("甲社区项目申报书（2022年）\n三季度", date(2022, 7, 1), date(2022, 9, 30), "period"),
        ("2022年，由2021年的9场增至20场；", date(2022, 1, 1), date(2022, 12, 31), "period"),
        ("甲社区2022年工作总结\n一年来，", date(2022, 1, 1), date(2022, 12, 31), "recent"),
        ("甲社区2022年工作总结\n近三年", date(2020, 1, 1), date(2022, 12, 31), "recent"),
        ("甲社区2022年工作总结\n今年", date(2023, 1, 1), date(2023, 12, 31), "period"),
        ("甲社区2022年8月工作小结\n本年度", date(2023, 1, 1), date(2023, 12, 31), "period"),
        ("2021年和2022年，", date(2021, 1, 1), date(2022, 12, 31), "period"),
        ("2020、2021、2022年", date(2020, 1, 1), date(2022, 12, 31), "period"),
        ("2020年和2022年，", None, None, "open"),
        ("2022年与2021年相比，", date(2022, 1, 1), date(2022, 12, 31), "period"),
        ("“十四五”期间", date(2021, 1, 1), date(2025, 12, 31), "period"),
        ("自2019年成立以来，", date(2019, 1, 1), WRITTEN, "since"),
        ("项目启动以来，", None, WRITTEN, "since"),
        ("三年来，", date(2020, 9, 9), WRITTEN, "recent"),
        ("近三年累计", date(2020, 9, 9), WRITTEN, "recent"),
        ("疫情期间，", None, None, "open"),
        ("累计", None, WRITTEN, "cumulative"),
        ("近年来，", None, None, "lately"),
        ("近年来，累计", None, WRITTEN, "cumulative"),
        ("日前，社区召开了议事会，", date(2023, 8, 8), WRITTEN, "event"),
        ("目前", None, WRITTEN, "current"),
    ],
)
def test_words_of_time_become_days(words, first, last, kind):
    assert (TimeWindow(first, last, kind) if kind else None) == window(words)


@pytest.mark.parametrize(
    ("paragraphs", "first"),
    [
        ("2022年，社区成立基金。\n", date(2022, 1, 1)),
        ("2022年，社区成立基金。8月，开展义诊。\n", date(2022, 1, 1)),  # the year, and not the month named since
        ("2023年8月，社区成立基金。\n", date(2023, 8, 1)),
        ("今年以来，社区成立基金。二季度，开展义诊。\n", date(2023, 1, 1)),
        ("社区成立基金。\n", None),
    ],
)
def test_a_figure_without_a_time_knows_that_of_the_paragraphs_before(paragraphs: str, first: date | None):
    claim = find_claims(f"{paragraphs}开展活动20场。", WRITTEN)[-1]
    assert (claim.window, claim.window_before and claim.window_before.from_on) == (None, first)


def test_the_year_of_a_title_is_that_of_all_sentences_that_name_none():
    claims = find_claims("甲社区2022年工作总结\n8月，开展义诊3场。参与居民20人。2021年开展活动9场。", WRITTEN)
    assert [claim.window_before and claim.window_before.kind for claim in claims] == [None, "report", None]


def test_relative_words_give_no_days_while_nobody_says_when_the_text_was_written():
    assert TimeWindow(None, None, "to_date") == find_claims("今年以来，开展活动20场。")[0].window


def test_the_window_carries_over_the_paragraph_and_ends_with_it():
    claims = find_claims("2022年，开展活动20场。服务300人。\n走访50户。", WRITTEN)
    assert [claim.window and claim.window.from_on.year for claim in claims] == [2022, 2022, None]


def test_a_founding_date_or_a_year_compared_with_is_no_window():
    assert window("机构成立于2019年，") is None
    assert window("较2021年明显增加，") is None


def test_a_time_in_brackets_behind_the_figure_counts():
    (claim,) = find_claims("服务300人（截至2022年底）", WRITTEN)
    assert date(2022, 12, 31) == claim.window.to_on


def test_a_body_named_with_its_own_sum_has_its_own_time():
    claims = find_claims("今年以来，收到物资价值7万元；社区发展基金共收到捐款160笔。", WRITTEN)
    assert [claim.window and claim.window.kind for claim in claims] == ["to_date", "cumulative"]
