"""Money is conserved: what enters a fund leaves it or stays, every yuan once."""

from collections.abc import Callable

from indicators import engine, fund_flows
from indicators.fund_flows import Flow
from tests.support.builds import Rows, months_of, year
from warehouse.build import Build

MakeBuild = Callable[..., Build]

BOTH_YEARS = ("2024-01-01", "2025-12-31")


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
    ledgers = {"donation": donation, "fund_use": fund_use}
    reported = [month for record, rows in ledgers.items() if rows for month in months_of(record, BOTH_YEARS)]
    build = make_build({**ledgers, "community": [{"as_of_on": "2020-01-01"}]}, reported)
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


def test_a_reversal_is_netted_on_its_way_and_both_sides_stay_equal(make_build: MakeBuild):
    gifts = [gift("2025-02-01", 500, donor_kind="个人"), gift("2025-03-01", -100, donor_kind="个人")]
    ways = yuan_by_way(make_build, gifts, [use("2025-06-01", 300), use("2025-07-01", -50)])

    assert ways == {
        ("个人捐赠", "爱心基金"): 400, ("爱心基金", "助餐"): 250, ("助餐", "老人"): 250, ("爱心基金", "期末结余"): 150,
    }  # fmt: skip


def test_what_only_takes_back_runs_the_other_way_under_its_own_name(make_build: MakeBuild):
    gifts = [gift("2024-02-01", 500, donor_kind="个人"), gift("2025-03-01", -100, donor_kind="个人")]
    ways = yuan_by_way(make_build, gifts, [use("2024-06-01", 300), use("2025-07-01", -50)])

    assert ways == {
        ("期初结余", "爱心基金"): 200, ("支出冲正", "爱心基金"): 50, ("爱心基金", "退回捐赠"): 100, ("爱心基金", "期末结余"): 150,
    }  # fmt: skip


def test_the_rest_of_a_community_that_stopped_reporting_is_no_balance_as_on_the_card(make_build: MakeBuild):
    rows = {"donation": [gift("2025-02-01", 100)], "fund_use": [use("2025-03-01", 30)]}
    reported = [*months_of("donation", BOTH_YEARS), *months_of("fund_use", ("2024-01-01", "2025-03-31"))]
    build = make_build({**rows, "community": [{"as_of_on": "2020-01-01"}]}, reported)

    (balance,) = engine.figures(build, ["fund_balance"], year(2025))
    ends = {flow.target.name: flow.yuan for flow in fund_flows.flows(build, year(2025))}

    assert balance.state == "not_reported"
    assert ends["支出未报送"] == 70
