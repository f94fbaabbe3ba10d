"""Money is conserved: what enters a fund leaves it or stays, every yuan once."""

from collections.abc import Callable

from indicators import fund_flows
from indicators.fund_flows import Flow
from tests.support.builds import Rows, year
from warehouse.build import Build

MakeBuild = Callable[..., Build]


def gift(day: str, yuan: float, **more: object) -> dict[str, object]:
    return {"donated_on": day, "amount_yuan": yuan, "form": "现金", "fund": "爱心基金", **more}


def use(day: str, yuan: float, **more: object) -> dict[str, object]:
    return {
        "used_on": day,
        "amount_yuan": yuan,
        "fund": "爱心基金",
        "project": "助餐",
        "recipient_group": "老人",
        **more,
    }


def yuan_by_way(make_build: MakeBuild, donation: Rows, fund_use: Rows) -> dict[tuple[str, str], float]:
    build = make_build({"donation": donation, "fund_use": fund_use, "community": [{"as_of_on": "2020-01-01"}]})
    return {(flow.origin.name, flow.target.name): flow.yuan for flow in fund_flows.flows(build, year(2025))}


def test_money_runs_from_giver_to_group_and_the_rest_stays(make_build: MakeBuild):
    gifts = [gift("2025-02-01", 100, donor_kind="个人"), gift("2025-03-01", 400, donor_kind="单位")]

    assert yuan_by_way(make_build, gifts, [use("2025-06-01", 300)]) == {
        ("个人捐赠", "爱心基金"): 100, ("单位捐赠", "爱心基金"): 400, ("爱心基金", "助餐"): 300, ("助餐", "老人"): 300,
        ("爱心基金", "期末结余"): 200,
    }  # fmt: skip


def test_what_was_there_before_the_window_is_a_source(make_build: MakeBuild):
    ways = yuan_by_way(make_build, [gift("2024-05-01", 100, donor_kind="个人")], [use("2025-06-01", 30)])

    assert ways["期初结余", "爱心基金"] == 100
    assert ways["爱心基金", "期末结余"] == 70
    assert ("个人捐赠", "爱心基金") not in ways


def test_money_passed_on_ends_with_whom_it_was_passed_to(make_build: MakeBuild):
    ways = yuan_by_way(make_build, [gift("2025-02-01", 100)], [use("2025-06-01", 100, passed_on_to="某志愿者协会")])

    assert ways["助餐", "转拨：某志愿者协会"] == 100
    assert ("助餐", "老人") not in ways


def test_goods_pledges_and_other_windows_are_no_money(make_build: MakeBuild):
    gifts = [
        gift("2025-02-01", 100, form="物资"), gift("2025-02-01", 100, status="认捐"), gift("2026-02-01", 100),
    ]  # fmt: skip

    assert yuan_by_way(make_build, gifts, []) == {}


def test_a_fund_that_spent_more_than_it_had_shows_the_gap(make_build: MakeBuild):
    ways = yuan_by_way(make_build, [gift("2025-02-01", 100)], [use("2025-06-01", 150)])

    assert ways["期末超支（待补）", "爱心基金"] == 50


def test_without_a_report_of_spending_the_rest_is_not_called_a_balance(make_build: MakeBuild):
    ways = yuan_by_way(make_build, [gift("2025-02-01", 100)], [])

    assert ways["爱心基金", "支出未报送"] == 100


def test_every_fund_of_the_sample_has_equal_sides(sample_build: Build):
    communities = [name for (name,) in sample_build.rows("select community from place")]
    every = [
        flow for number in range(2021, 2027) for flow in fund_flows.flows(sample_build, year(number, *communities))
    ]

    assert len(every) > 100
    for number in range(2021, 2027):
        assert unequal(fund_flows.flows(sample_build, year(number, *communities))) == []


def unequal(ways: list[Flow]) -> list[str]:
    sides: dict[object, float] = {}
    for flow in ways:
        sides[flow.target] = sides.get(flow.target, 0) + flow.yuan
        sides[flow.origin] = sides.get(flow.origin, 0) - flow.yuan
    return [node.name for node, rest in sides.items() if node.stage in ("fund", "project") and abs(rest) > 0.005]
