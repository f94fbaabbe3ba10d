"""Draws where money goes: from its sources through funds and projects to those it is for, with the amount at each."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from indicators import fund_flows
from indicators.fund_flows import Flow, FlowNode
from ui.charts import bars, chart, headlines, ranked_bars
from ui.charts.chart import ChartPanel
from ui.charts.picture import FAINT, SMALLEST, ink
from ui.charts.ranked_bars import RankedBar
from ui.frame import query
from ui.frame.escape import html_escape
from ui.frame.view import View
from warehouse.communities import short_name
from wording import numbers

MOST_PROJECTS, MOST_FUNDS, MOST_GROUPS = 9, 9, 9
ALL_FUNDS = "善款"
OTHERS = "其他"
PASSED_ON = "转拨："
MOST_RECEIVERS = 2
STAGES = {"source": 0.001, "fund": 0.30, "stub": 0.44, "project": 0.64, "end": 0.999}
HEADINGS = {
    "source": "钱从哪里来",
    "fund": "在哪个基金里",
    "stub": "还没有报送支出",
    "project": "用在哪个项目",
    "end": "给了谁，还剩多少",
}
NODE = "#7C8894"
# What stands below the rest of its stage, by how its name begins: what was joined, then what is no giver and no group.
AT_THE_BOTTOM = (
    OTHERS, fund_flows.TAKEN_BACK, fund_flows.RETURNED, fund_flows.OVERDRAWN, fund_flows.REPAID, fund_flows.BEFORE,
    fund_flows.BEFORE_UNKNOWN, fund_flows.LEFT,
)  # fmt: skip
QUIET = "rgba(128,136,148,0.45)"  # what is not known, told quietly
LEAST_JOINED = 2
LEAST_ROOM = 0.05  # of the height
LABEL_WIDTH = 11  # characters before a label breaks


def funds(view: View) -> ChartPanel:
    """Draw the money of the window. What was passed on ends with whom it was passed to; the balance is an end of its own."""
    flows = fewer(query.answer(view.build, fund_flows.flows, view.filters))
    passing = fund_flows.nodes(flows)
    figures = view.figures(("cash_received", "money_spent", "fund_balance"), ("community",))
    picture = chart.blank_picture(
        view, "资金流向（元）：来源 → 基金 → 项目 → 受益人群", height=_height(passing), axis_room=6
    )
    if flows:
        picture.traces.append(_trace(view, flows, passing))
    picture.layout["margin"] |= {"l": 2, "r": 2}
    for axis in ("xaxis", "yaxis"):
        picture.axis(axis, {"visible": False})
    note = "只画到账现金；物资和时间不折成钱。转拨的钱到接收组织为止，不再重复计算。"
    narrow = _narrow(view, passing)
    return ChartPanel("flows", headlines.money(view), note, picture, tuple(figures), ("community",), "资金流向", narrow)


def spending_by_group(view: View) -> ChartPanel:
    """Draw what was spent by the groups it is for, and say what of it the flows end with another organisation."""
    panel = bars.groups(view, "money_spent", "recipient_group", "受益人群")
    passed_on = sum(
        flow.yuan
        for flow in query.answer(view.build, fund_flows.flows, view.filters)
        if flow.target.stage == "end" and flow.target.name.startswith(PASSED_ON)
    )
    if not passed_on:
        return panel
    note = f"其中{numbers.short(passed_on)}元转拨给其他组织，这里按它用于的人群计，资金流向图里画到接收组织为止，所以那里的人群少这一部分。"
    return replace(panel, note=f"{panel.note}{note}")


def fewer(flows: Sequence[Flow]) -> list[Flow]:
    """Join what is small in each stage, and those that money was passed on to, so that the picture stays readable; the rows keep them."""
    passing = fund_flows.nodes(list(flows))
    receivers = [node for node in passing if node.name.startswith(PASSED_ON)]
    groups = [node for node in passing if node.stage == "end" and node not in receivers and not _is_at_bottom(node)]
    projects = [node for node in passing if node.stage == "project"]
    joint = _fewer_funds(passing)
    joint |= _joint_small(passing, projects, MOST_PROJECTS, "个项目") | _joint_small(passing, groups, MOST_GROUPS, "类")
    if len(receivers) > MOST_RECEIVERS:
        joint |= dict.fromkeys(receivers, FlowNode("end", f"转拨{len(receivers)}家组织"))
    joined: dict[tuple[FlowNode, FlowNode], float] = {}
    for flow in flows:
        ends = joint.get(flow.origin, flow.origin), joint.get(flow.target, flow.target)
        joined[ends] = joined.get(ends, 0) + flow.yuan
    return [Flow(origin, target, yuan) for (origin, target), yuan in joined.items()]


def _joint_small(
    passing: Mapping[FlowNode, float], nodes: Sequence[FlowNode], most: int, counted: str
) -> dict[FlowNode, FlowNode]:
    """Return {node: the one it is drawn as} for all but the greatest: 其他12个项目, 其他41类. One alone stays itself."""
    small = sorted(nodes, key=lambda node: -passing[node])[most:]
    if len(small) < LEAST_JOINED:
        return {}
    return dict.fromkeys(small, FlowNode(small[0].stage, f"{OTHERS}{len(small)}{counted}"))


def _fewer_funds(passing: Mapping[FlowNode, float]) -> dict[FlowNode, FlowNode]:
    """Join the funds of a community into one where there are many, and small communities where there still are."""
    funds = [node for node in passing if node.stage == "fund"]
    if len(funds) <= MOST_FUNDS:
        return {}
    sums: dict[str, float] = {}
    for node in funds:
        sums[node.community] = sums.get(node.community, 0) + passing[node]
    largest = sorted(sums, key=lambda name: -sums[name])[:MOST_FUNDS]
    other = FlowNode("fund", f"其他社区{len(sums) - len(largest)}个")
    joint = {
        node: FlowNode("fund", ALL_FUNDS, node.community) if node.community in largest else other for node in funds
    }
    stubs = [node for node in passing if node.stage == "stub" and node.community not in largest]
    return joint | dict.fromkeys(stubs, FlowNode("stub", fund_flows.UNKNOWN))


def _height(passing: Mapping[FlowNode, float]) -> int:
    fullest = max((sum(node.stage == stage for node in passing) for stage in STAGES), default=1)
    return 120 + 42 * max(fullest, 4)


def _trace(view: View, flows: Sequence[Flow], passing: Mapping[FlowNode, float]) -> dict[str, Any]:
    places = {node: place for place, node in enumerate(passing)}
    many = _has_several_communities(passing)
    amounts = [numbers.short(yuan) for yuan in passing.values()]
    node = {
        "label": [
            f"{label(node, with_community=many)} {amount}" for node, amount in zip(passing, amounts, strict=True)
        ],
        "x": [STAGES[node.stage] for node in passing],
        "y": _heights(passing),
        "color": [_colour(view, node) for node in passing],
        "pad": 16,
        "thickness": 11,
        "line": {"width": 0},
        "customdata": [numbers.rounded(yuan) for yuan in passing.values()],
        "hovertemplate": "%{label}<br>%{customdata}元<extra></extra>",
    }
    link = {
        "source": [places[flow.origin] for flow in flows],
        "target": [places[flow.target] for flow in flows],
        "value": [flow.yuan for flow in flows],
        "color": [_pale(view, flow) for flow in flows],
        "customdata": [numbers.rounded(flow.yuan) for flow in flows],
        "hovertemplate": "%{source.label} → %{target.label}<br>%{customdata}元<extra></extra>",
    }
    textfont = {"size": SMALLEST, "color": ink(), "shadow": "none"}
    return {"type": "sankey", "arrangement": "snap", "textfont": textfont, "node": node, "link": link}


def _narrow(view: View, passing: Mapping[FlowNode, float]) -> str:
    """Return the places of each stage as bars: a phone has no room for what lies between them."""
    many = _has_several_communities(passing)
    return ranked_bars.html(
        [
            (
                f"{heading}（元）",
                [
                    RankedBar(_name(node, many), passing[node], numbers.short(passing[node]), _colour(view, node))
                    for node in _column(passing, stage)
                ],
            )
            for stage, heading in HEADINGS.items()
        ]
    )


def _has_several_communities(passing: Mapping[FlowNode, float]) -> bool:
    return len({node.community for node in passing if node.stage == "fund"}) > 1


def _column(passing: Mapping[FlowNode, float], stage: str) -> list[FlowNode]:
    """Return the nodes of a stage, largest first, what is left over last."""
    return sorted((n for n in passing if n.stage == stage), key=lambda n: (_bottom_place(n), -passing[n]))


def _heights(passing: Mapping[FlowNode, float]) -> list[float]:
    """Place the nodes of each stage below each other in their order, with room for a label each."""
    heights: dict[FlowNode, float] = {}
    for stage in STAGES:
        column = _column(passing, stage)
        whole, above = sum(passing[node] for node in column) or 1, 0.0
        rooms = [max(passing[node] / whole, LEAST_ROOM) for node in column]
        for node, room in zip(column, rooms, strict=True):
            heights[node] = min(max((above + room / 2) / sum(rooms), 0.001), 0.999)
            above += room
    funds = {node.community: height for node, height in heights.items() if node.stage == "fund"}
    beside = {node: funds.get(node.community, heights[node]) for node in heights if node.stage == "stub"}
    return [(heights | beside)[node] for node in passing]


def _bottom_place(node: FlowNode) -> int:
    """Return 0 for what is sorted by its amount, and a place after that for what stands below, in its order."""
    places = (place for place, start in enumerate(AT_THE_BOTTOM, 1) if node.name.startswith(start))
    return next(places, 0)


def _is_at_bottom(node: FlowNode) -> bool:
    return _bottom_place(node) > 0


def label(node: FlowNode, *, with_community: bool) -> str:
    """Return what stands beside a node, escaped, broken into lines."""
    name = _name(node, with_community)
    lines = [name[start : start + LABEL_WIDTH] for start in range(0, len(name), LABEL_WIDTH)]
    return "<br>".join(html_escape(line) for line in lines)


def _name(node: FlowNode, with_community: bool) -> str:
    """Return the name of a node; of a fund with its community's, unless it tells that itself."""
    place = short_name(node.community).removesuffix("社区")
    is_told_apart = node.stage == "fund" and with_community and place[:2] not in node.name
    return f"{place}{node.name}" if is_told_apart else node.name


def _colour(view: View, node: FlowNode) -> str:
    return QUIET if node.stage == "stub" else view.colours.get(node.community, NODE)


def _pale(view: View, flow: Flow) -> str:
    """Return the colour of the fund the money passes, pale; behind the projects it has none."""
    colour = view.colours.get(flow.origin.community or flow.target.community)
    if colour is None or flow.target.stage == "stub":
        return FAINT
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.30)"
