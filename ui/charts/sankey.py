"""Where does money go: from its sources through funds and projects to those it is for, with the amount at each."""

from collections.abc import Mapping, Sequence
from typing import Any

from indicators import fund_flows
from indicators.fund_flows import Flow, FlowNode
from ui.charts import chart, headlines
from ui.charts.chart import ChartPanel
from ui.charts.picture import FAINT, SMALLEST, ink
from ui.frame import query
from ui.frame.escape import html_escape
from ui.frame.view import View
from warehouse.communities import short_name
from wording import numbers

MOST_PROJECTS, MOST_FUNDS = 9, 9
ALL_FUNDS = "善款"
OTHERS = "其他项目"
PASSED_ON = "转拨："
MOST_RECEIVERS = 2
STAGES = {"source": 0.001, "fund": 0.30, "project": 0.64, "end": 0.999}
NODE = "#7C8894"
AT_THE_BOTTOM = (fund_flows.LEFT, fund_flows.UNKNOWN, fund_flows.OVERDRAWN, fund_flows.BEFORE, fund_flows.REPAID)
LEAST_ROOM = 0.05  # of the height
LABEL_WIDTH = 11  # characters before a label breaks


def funds(view: View) -> ChartPanel:
    """Draw the money of the window. What was passed on ends with whom it was passed to; the balance is an end of its own."""
    flows = _fewer(query.answer(view.build, fund_flows.flows, view.filters))
    passing = fund_flows.nodes(flows)
    figures = view.figures(("cash_received", "money_spent", "fund_balance"), ("community",))
    picture = chart.blank_picture(
        view, "资金流向（元）：来源 → 基金 → 项目 → 受益人群", height=_height(passing), axis_room=6
    )
    picture.traces.append(_trace(view, flows, passing))
    picture.layout["margin"] |= {"l": 2, "r": 2}
    for axis in ("xaxis", "yaxis"):
        picture.axis(axis, {"visible": False})
    note = "只画到账现金；物资和时间不折成钱。转拨的钱到接收组织为止，不再重复计算。"
    return ChartPanel("flows", headlines.money(view), note, picture, tuple(figures), ("community",), "资金流向")


def _fewer(flows: Sequence[Flow]) -> list[Flow]:
    """Join small projects, and those that money was passed on to, so that the picture stays readable; the rows keep them."""
    passing = fund_flows.nodes(list(flows))
    projects = sorted((node for node in passing if node.stage == "project"), key=lambda node: -passing[node])
    joint = _fewer_funds(passing)
    receivers = [node for node in passing if node.name.startswith(PASSED_ON)]
    joint |= _joint(projects[MOST_PROJECTS:], "project", f"{OTHERS}{len(projects) - MOST_PROJECTS}个")
    if len(receivers) > MOST_RECEIVERS:
        joint |= _joint(receivers, "end", f"转拨{len(receivers)}家组织")
    joined: dict[tuple[FlowNode, FlowNode], float] = {}
    for flow in flows:
        ends = joint.get(flow.origin, flow.origin), joint.get(flow.target, flow.target)
        joined[ends] = joined.get(ends, 0) + flow.yuan
    return [Flow(origin, target, yuan) for (origin, target), yuan in joined.items()]


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
    return {node: FlowNode("fund", ALL_FUNDS, node.community) if node.community in largest else other for node in funds}


def _joint(nodes: Sequence[FlowNode], stage: fund_flows.Stage, name: str) -> dict[FlowNode, FlowNode]:
    return dict.fromkeys(nodes, FlowNode(stage, name))


def _height(passing: Mapping[FlowNode, float]) -> int:
    fullest = max((sum(node.stage == stage for node in passing) for stage in STAGES), default=1)
    return 120 + 42 * max(fullest, 4)


def _trace(view: View, flows: Sequence[Flow], passing: Mapping[FlowNode, float]) -> dict[str, Any]:
    places = {node: place for place, node in enumerate(passing)}
    many = len({node.community for node in passing if node.stage == "fund"}) > 1
    amounts = [numbers.short(yuan) for yuan in passing.values()]
    node = {
        "label": [f"{_label(node, many)} {amount}" for node, amount in zip(passing, amounts, strict=True)],
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


def _heights(passing: Mapping[FlowNode, float]) -> list[float]:
    """Place the nodes of each stage below each other, largest on top, what is left over at the bottom, with room for a label each."""
    heights: dict[FlowNode, float] = {}
    for stage in STAGES:
        column = sorted((n for n in passing if n.stage == stage), key=lambda n: (n.name in AT_THE_BOTTOM, -passing[n]))
        whole, above = sum(passing[node] for node in column) or 1, 0.0
        rooms = [max(passing[node] / whole, LEAST_ROOM) for node in column]
        for node, room in zip(column, rooms, strict=True):
            heights[node] = min(max((above + room / 2) / sum(rooms), 0.001), 0.999)
            above += room
    return [heights[node] for node in passing]


def _label(node: FlowNode, with_community: bool) -> str:
    name, place = node.name, short_name(node.community).removesuffix("社区")
    if node.stage == "fund" and with_community and place[:2] not in name:
        name = f"{place}{name}"
    lines = [name[start : start + LABEL_WIDTH] for start in range(0, len(name), LABEL_WIDTH)]
    return "<br>".join(html_escape(line) for line in lines)


def _colour(view: View, node: FlowNode) -> str:
    return view.colours.get(node.community, NODE)


def _pale(view: View, flow: Flow) -> str:
    """Return the colour of the fund the money passes, pale; behind the projects it has none."""
    colour = view.colours.get(flow.origin.community or flow.target.community)
    if colour is None:
        return FAINT
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.30)"
