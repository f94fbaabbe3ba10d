"""A column that rows are counted by and that is half empty tells how much was written, not how much was done."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from evidence.claims.verification.check import check
from indicators import trend
from indicators.comparison import against_year_before
from indicators.engine import figures
from indicators.model import Filters
from indicators.sql import NO_CATEGORY
from tests.support.builds import only_figure, year
from warehouse.build import Build
from wording import reports, states

MakeBuild = Callable[..., Build]


def of_a_year(number: int, strands: list[str | None]) -> list[dict[str, object]]:
    return [
        {"title": f"第{n}场", "held_on": f"{number}-03-05", "sheet": f"{number}年", "strand": strand}
        for n, strand in enumerate(strands)
    ]


# Of the 200 activities of the year before; those of the year itself, 200 as well, all name their strand.
@pytest.mark.parametrize(
    ("written", "silence"), [(200, None), (195, "chance"), (120, "half_empty"), (20, "half_empty")]
)
def test_more_that_is_written_down_is_not_more_that_was_done(
    make_build: MakeBuild, written: int, silence: str | None
) -> None:
    term = {"effective_on": "2021-01-01", "scheme": "两体系", "term": "服务", "matched_on": "板块", "word": "老人"}
    activities = of_a_year(2024, ["老人"] * written + [None] * (200 - written)) + of_a_year(2025, ["老人"] * 200)
    build = make_build({"activity": activities, "taxonomy": [term]})
    march = Filters(("甲",), date(2025, 3, 1), date(2025, 3, 31))
    of_all, of_sorted = against_year_before(build, ["activities", "classified_activities"], march)
    assert (of_all.silence, of_sorted.silence) == (None, silence)  # as many activities, whatever was written of them
    by_strand = against_year_before(build, ["activities"], march, ("strand",))
    parts = [(change.now.category, change.silence) for change in by_strand if change.now.category != NO_CATEGORY]
    only = None if silence == "half_empty" else "老人"  # where no part is shared, the whole says why
    assert parts == [(only, silence)]


def test_a_month_in_which_most_rows_do_not_say_it_is_not_one_of_nothing(make_build: MakeBuild) -> None:
    build = make_build({"activity": of_a_year(2025, ["老人", None, None])})
    assert states.word(only_figure(build, "active_strands", year(2025))) == "未登记"
    assert only_figure(build, "activities", year(2025)).value == 3


def test_a_number_says_how_many_rows_leave_empty_what_is_counted_by(make_build: MakeBuild) -> None:
    methods = {1: ["小组", None, None], 2: ["小组", "小组", None], 3: ["小组", "课程", "走访"]}
    rows = [
        {"title": f"第{n}场", "held_on": f"2025-0{month}-05", "sheet": f"{month}月", "method": method}
        for month, of_month in methods.items()
        for n, method in enumerate(of_month)
    ]
    build = make_build({"activity": rows})
    by_month = figures(build, ["group_sessions"], year(2025), ("month",))[:3]
    assert [states.word(figure) for figure in by_month] == ["未登记", "有数", "有数"]
    assert [reports.note(figure) for figure in by_month] == ["", "（报送1/1社区月，另1行没有写服务方法）", ""]
    whole = only_figure(build, "group_sessions", year(2025))
    assert (whole.value, reports.note(whole)) == (4, "（报送2/12社区月，另3行没有写服务方法）")
    groups = next(
        figure for figure in figures(build, ["activities"], year(2025), ("method",)) if figure.category == "小组"
    )
    assert (groups.value, reports.note(groups)) == (4, "（报送3/12社区月，其中2个社区月的分类没有写全）")


def test_more_that_is_written_down_is_no_trend(make_build: MakeBuild) -> None:
    rows = [
        {
            "title": f"第{n}场",
            "held_on": f"{day:%Y-%m}-05",
            "sheet": f"{quarter}",
            "method": "小组" if n < told else None,
        }
        for quarter, told in enumerate(range(12, 20))  # of twenty activities a month
        for day in (date(2024 + quarter // 4, quarter % 4 * 3 + month, 1) for month in (1, 2, 3))
        for n in range(20)
    ]
    months = Filters(("甲",), date(2024, 1, 1), date(2025, 12, 31))
    series = figures(make_build({"activity": rows}), ["group_sessions"], months, ("quarter",))
    as_if_filled = [replace(figure, coverage=replace(figure.coverage, half_filled=0)) for figure in series]
    assert [trend.of_figures(each).direction for each in (as_if_filled, series)] == ["up", "short"]


@pytest.mark.parametrize(
    ("text", "verdict", "reason"),
    [
        ("2025年3月开展老年人活动同比增长20%。", "口径未明", "分类没有写全"),
        ("2024年3月开展老年人活动150场。", "口径未明", "没有写全的部分无法核对"),
        ("2024年3月开展老年人活动100场。", "偏低", "记录比这多"),
    ],
)
def test_no_claim_is_refuted_by_rows_that_do_not_say_it(
    make_build: MakeBuild, text: str, verdict: str, reason: str
) -> None:
    activities = of_a_year(2024, ["老人"] * 120 + [None] * 80) + of_a_year(2025, ["老人"] * 200)
    (checked_claim,) = check(make_build({"activity": activities}), text).claims
    assert (checked_claim.verdict, reason in checked_claim.reason) == (verdict, True)


@pytest.mark.parametrize("text", ["2025年每月开展小组活动3节。", "2025年小组活动月均3节。"])
def test_a_mean_says_what_any_of_its_periods_leaves_empty(make_build: MakeBuild, text: str) -> None:
    rows = [
        {"title": f"第{n}场", "held_on": f"2025-{month:02}-05", "sheet": f"{month > 6}", "method": method}
        for month in range(1, 13)
        for n, method in enumerate(["小组", "小组", None if month > 6 else "课程"])
    ]
    (checked_claim,) = check(make_build({"activity": rows}), text).claims
    assert checked_claim.verdict == "口径未明"
    assert "（报送12/12社区月，另6行没有写服务方法）" in checked_claim.reason
