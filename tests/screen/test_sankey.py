"""The flow of money balances, says the same sums as the cards beside it, and stays readable with many groups."""

from typing import Any

from indicators import engine, fund_flows
from indicators.fund_flows import Flow, FlowNode
from indicators.model import Filters
from ui.charts import sankey
from warehouse import communities
from warehouse.build import Build

FUND = FlowNode("fund", "爱心基金", "甲")
PROJECT = FlowNode("project", "“助餐”项目")


def of_name(flows: list[Flow], *names: str) -> float:
    return sum(flow.yuan for flow in flows if flow.origin.name in names or flow.target.name in names)


def test_the_ends_of_the_flow_are_the_cards(sample_build: Build):
    window = Filters(communities.names(sample_build), *_last_year(sample_build))
    received, spent, balance = engine.figures(sample_build, ("cash_received", "money_spent", "fund_balance"), window)
    before = Filters(window.communities, window.from_on, fund_flows._day_before(window.from_on))
    (opening,) = engine.figures(
        sample_build, ("fund_balance",), Filters(before.communities, before.to_on.replace(day=1), before.to_on)
    )

    flows = fund_flows.flows(sample_build, window)

    given = sum(flow.yuan for flow in flows if flow.origin.name.endswith("捐赠")) - of_name(flows, fund_flows.RETURNED)
    used = sum(flow.yuan for flow in flows if flow.target.stage == "project") - of_name(flows, fund_flows.TAKEN_BACK)
    assert round(given, 2) == received.value
    assert round(used, 2) == spent.value
    assert round(of_name(flows, fund_flows.LEFT), 2) == balance.value
    assert round(of_name(flows, fund_flows.BEFORE), 2) == opening.value


def _last_year(build: Build) -> tuple[Any, Any]:
    assert build.last_day
    end = build.last_day.replace(month=10, day=31)
    return end.replace(year=end.year - 1, month=11, day=1), end


def test_fifty_groups_are_drawn_as_the_largest_and_the_rest_together():
    flows = [Flow(FUND, PROJECT, 5000.0), *(Flow(PROJECT, FlowNode("end", f"人群{n}"), 100.0 + n) for n in range(50))]

    fewer = sankey.fewer(flows)

    ends = [flow.target.name for flow in fewer if flow.target.stage == "end"]
    assert len(ends) == sankey.MOST_GROUPS + 1
    assert "其他41类" in ends
    assert sum(flow.yuan for flow in fewer) == sum(flow.yuan for flow in flows)


def test_a_quotation_mark_in_a_name_is_one_on_the_picture():
    assert "&quot;" not in sankey.label(FlowNode("project", '"助餐"'), with_community=False)
