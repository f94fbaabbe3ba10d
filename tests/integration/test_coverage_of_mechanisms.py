"""What a community may not have it does not owe: a mechanism is missed only where it was begun."""

from collections.abc import Callable

from indicators.comparison import against_year_before
from indicators.coverage import absent_records, cells, gaps
from indicators.engine import catalogue, figures
from indicators.model import Coverage
from tests.support.builds import year
from warehouse.build import Build
from wording import reports, sentences, states

WISHES = {"wish": [{"community": "甲", "collected_on": "2025-03-01", "item": "食品"}]}


def test_who_never_sent_a_ledger_of_a_mechanism_lacks_none(make_build: Callable[..., Build]) -> None:
    build = make_build(WISHES)
    missing = [(gap.community, gap.record) for gap in gaps(build, year(2025, "甲", "乙")) if gap.record == "wish"]
    assert missing == [("甲", "wish")]


def test_absent_ledgers_are_those_that_were_neither_sent_nor_owed(make_build: Callable[..., Build]) -> None:
    build = make_build({**WISHES, "service_request": [{"community": "甲", "received_on": "2025-03-01"}]})
    of_both, of_second = (absent_records(build, communities) for communities in (("甲", "乙"), ("乙",)))
    assert ("wish" in of_both, "wish" in of_second) == (False, True)
    assert {"casework", "service_request"}.isdisjoint(of_second)  # owed by every community, once any sends them
    assert "distribution" in of_second  # nobody sends it


def test_months_of_a_community_without_the_mechanism_have_not_begun(make_build: Callable[..., Build]) -> None:
    months = cells(make_build(WISHES), "wish", year(2025, "甲", "乙"))
    assert {cell.state for cell in months if cell.community == "乙"} == {"not_begun"}
    assert {cell.state for cell in months if cell.community == "甲"} == {"not_begun", "reported", "not_reported"}


def test_points_count_only_where_there_is_a_rule(make_build: Callable[..., Build]) -> None:
    served = [
        {"community": place, "person_key": "p", "served_on": "2025-03-01", "service_hours": 3} for place in ("甲", "乙")
    ]
    rule = {"community": "甲", "effective_on": "2021-01-01", "item": "志愿服务", "points": 2, "star_points": 30}
    build = make_build({"volunteer_service": served, "points_rule": [rule]})
    (figure,) = figures(build, ["points_awarded"], year(2025, "甲", "乙"))
    assert (figure.value, figure.counted, figure.coverage, figure.missing[:1]) == (
        6,
        ("甲",),
        Coverage(1, 12, not_begun=1),
        ("2025年1月",),
    )


def test_a_figure_asks_nothing_of_who_never_had_the_mechanism(make_build: Callable[..., Build]) -> None:
    of_first, of_second = figures(make_build(WISHES), ["wishes_raised"], year(2025, "甲", "乙"), ("community",))
    assert (of_first.coverage, states.word(of_first)) == (
        Coverage(1, 12, unbegun=("2025年1月", "2025年2月")),
        "有数",
    )
    assert reports.missing(of_first) == "尚未开始：2025年1月、2025年2月；2025年4月至12月"
    assert (of_second.coverage, of_second.missing, states.word(of_second)) == (
        Coverage(0, 0, not_begun=1),
        (),
        "尚未开始",
    )


def test_a_window_before_a_mechanism_began_lacks_no_report(make_build: Callable[..., Build]) -> None:
    rule = {"community": "甲", "effective_on": "2025-03-01", "item": "志愿服务", "points": 2, "star_points": 30}
    served = {"community": "甲", "person_key": "p", "served_on": "2024-03-01", "service_hours": 3}
    honour = {"community": "甲", "awarded_on": "2025-03-01", "title": "示范社区"}
    build = make_build({**WISHES, "points_rule": [rule], "volunteer_service": [served], "honour": [honour]})
    for id in ("wishes_raised", "points_awarded", "honours"):
        (figure,) = figures(build, [id], year(2024, "甲"))
        assert (states.word(figure), figure.coverage, figure.missing) == ("尚未开始", Coverage(0, 0, not_begun=1), ())


def test_months_that_were_sent_without_what_is_counted_by_are_not_called_unreported(
    make_build: Callable[..., Build],
) -> None:
    paid = [{"used_on": f"2025-0{month}-05", "amount_yuan": 100, "project": "义诊"} for month in (1, 2, 3)]
    build = make_build({"fund_use": paid, "fund_decision": [{"decided_on": "2025-02-10", "project": "义诊"}]})
    (figure,) = figures(build, ["decided_spending_share"], year(2025, "甲"))
    assert states.absences(figure) == {"未登记": ("2025年1月",), "未报送": figure.missing[1:]}
    assert figure.missing[1] == "2025年4月"
    assert "；未登记：2025年1月；未报送：2025年4月至12月；" in sentences.footnote(
        figure, catalogue()["decided_spending_share"]
    )


def test_years_are_compared_over_those_that_have_the_mechanism(make_build: Callable[..., Build]) -> None:
    collected = [
        {"community": "甲", "collected_on": f"{year}-03-0{day}", "item": "食品"}
        for year in (2024, 2025)
        for day in (1, 2)
    ]
    months = [("甲", "wish", f"{year}-{month:02}-01") for year in (2024, 2025) for month in range(1, 13)]
    (comparison,) = against_year_before(
        make_build({"wish": collected}, months), ["wishes_raised"], year(2025, "甲", "乙", "丙")
    )
    assert (comparison.coverage, comparison.silence) == (Coverage(12, 12), None)


def test_a_ledger_of_single_measurements_lacks_no_month(make_build: Callable[..., Build]) -> None:
    rise = {"community": "甲", "measured_on": "2024-03-01", "income_before_yuan": 100, "income_after_yuan": 200}
    build = make_build({"income_change": [rise]})
    assert not [gap for gap in gaps(build, year(2025, "甲", "乙")) if gap.record == "income_change"]
    assert {cell.state for cell in cells(build, "income_change", year(2025, "甲"))} == {"not_surveyed"}
    of_both = figures(build, ["people_with_income_gain"], year(2025, "甲", "乙"), ("community",))
    assert [states.word(figure) for figure in of_both] == ["没有调查", "尚未开始"]
