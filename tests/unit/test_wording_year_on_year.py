"""The overview's first sentence counts what rose and fell only where that may be said, and names what to look at first."""

from indicators.comparison import Comparison, Silence
from indicators.model import Coverage
from tests.support.wording_figures import figure
from wording.year_on_year import footing, sentence

ALL_REPORTED = Coverage(72, 72)


def comparison(
    id: str,
    now: float,
    before: float,
    silence: Silence | None = None,
    *,
    is_tested: bool = True,
    coverage: Coverage = ALL_REPORTED,
) -> Comparison:
    return Comparison(figure(id, now), figure(id, before), coverage, True, silence, is_tested)


def test_what_rose_what_fell_and_what_cannot_be_compared_and_why_are_counted_and_named():
    comparisons = [
        comparison("attendances", 1120, 1000, coverage=Coverage(67, 72)),
        comparison("volunteer_hours", 1000, 1000),
        comparison("cases_opened", 1300, 1000, "chance"),
        comparison("cash_received", 900, 1000, is_tested=False),
        comparison("goods_value", 900, 1000, "not_reported"),
        comparison("cases_closed", 900, 1000, "hidden"),
    ]
    assert sentence(comparisons, others=["善款余额"]) == (
        "与上年同期比，7项里1项升（参与人次），1项降（到账现金），1项持平（志愿服务时间），"
        "1项变化在误差范围内（接案数），3项不能比（物资价值：上年同期缺报，结案数：为保护个人，善款余额：时期超过一年）；"
        "先看到账现金。"
    )
    assert footing(comparisons, silent=4, partly=1) == (
        "只比两年都报送的（参与人次67/72社区月）；这几项的台账，4个社区有整期未报送的，另1个社区缺部分月份。"
    )


def test_what_fell_beyond_chance_is_looked_at_before_what_may_have_fallen_by_chance():
    words = sentence(
        [comparison("cash_received", 900, 1000, is_tested=False), comparison("attendances", 800, 1000)], ()
    )
    assert words == "与上年同期比，2项里2项降（到账现金、参与人次）；先看参与人次。"


def test_a_cost_that_rose_is_looked_at_first():
    assert sentence([comparison("cost_per_attendance", 12, 10)], ()).endswith("1项升（人次成本）；先看人次成本。")


def test_where_nothing_is_compared_and_nobody_owes_a_report_nothing_is_said():
    assert (sentence([], ()), footing([], 0, 0)) == ("", "")


def test_a_community_that_lacks_some_months_only_is_counted_too():
    assert footing([], 0, partly=2) == "这几项的台账，2个社区缺部分月份。"
