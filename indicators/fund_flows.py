"""Returns where money went in a window: source → fund → project → recipient group, every yuan once.

A fund receives what was donated in the window and what it held before; it gives to projects and keeps the rest. Money passed on
to another organisation ends there: what that organisation spends is in its own ledger, not here, so nothing is counted twice.
Entries that take back earlier ones (冲正) are netted on their way; what is less than nothing runs the other way round, under its
own name. What communities pass to each other is 社区转入 and 转给社区. So gifts less 退回捐赠 are 到账现金, and 期末结余 is 善款余额,
as the cards say.
A fund that spent more than it had shows the gap as a source of its own, so both sides of every fund are equal.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Literal

from indicators import engine
from indicators.model import Filters
from warehouse.build import Build

Stage = Literal["source", "fund", "stub", "project", "end"]
BEFORE, LEFT, OVERDRAWN, REPAID = "期初结余", "期末结余", "期末超支（待补）", "补期初超支"
UNKNOWN = "支出未报送"  # what a community that reports no spending did with the money
BEFORE_UNKNOWN = "此前到账"  # of such a community: what came in earlier is no balance
TRANSFERRED_IN, TRANSFERRED_OUT = "社区转入", "转给社区"
TAKEN_BACK, RETURNED = "支出冲正", "退回捐赠"
BALANCE = "fund_balance"
FundEntry = tuple[Any, ...]  # fund, community, and the columns of `_ENTRIES` behind them
OTHER_PROJECT, OTHER_GROUP = "未注明项目", "未注明人群"


@dataclass(frozen=True)
class FlowNode:
    """A place money passes. Funds of the same name in two communities are two, projects of the same name are shown as one."""

    stage: Stage
    name: str
    community: str = ""


@dataclass(frozen=True)
class Flow:
    """An amount of money, in yuan, from one place to the next."""

    origin: FlowNode
    target: FlowNode
    yuan: float


def flows(build: Build, filters: Filters) -> list[Flow]:
    """Return all flows of a window, greatest first; none for no communities or an empty window."""
    if not filters.communities or filters.from_on > filters.to_on:
        return []
    window = (list(filters.communities), filters.from_on, filters.to_on)
    held = (filters.from_on, list(filters.communities), filters.to_on)
    entries: dict[str, list[FundEntry]] = defaultdict(list)
    for kind, *entry in build.rows(_ENTRIES, (*window, *window, *held)):
        entries[kind].append(tuple(entry))
    known = (_with_balance(build, filters, on) for on in (_day_before(filters.from_on), filters.to_on))
    unsorted = [*_received(entries["received"]), *_held(entries["held"], *known), *_spent(entries["spent"])]
    return sorted(unsorted, key=lambda flow: (-flow.yuan, flow.origin.name, flow.target.name, flow.origin.community))


def nodes(flows: Sequence[Flow]) -> Mapping[FlowNode, float]:
    """Return every place with the money that passes it: the greater of what comes in and what goes out."""
    coming: dict[FlowNode, float] = {}
    going: dict[FlowNode, float] = {}
    for flow in flows:
        coming[flow.target] = coming.get(flow.target, 0) + flow.yuan
        going[flow.origin] = going.get(flow.origin, 0) + flow.yuan
    return {node: max(coming.get(node, 0), going.get(node, 0)) for node in (*going, *coming)}


def _received(entries: Iterable[FundEntry]) -> Iterator[Flow]:
    for fund, community, source, _, _, yuan in entries:
        node = FlowNode("fund", fund, community)
        if yuan > 0:
            yield Flow(FlowNode("source", source), node, float(yuan))
        elif yuan < 0:
            yield Flow(node, FlowNode("end", RETURNED), -float(yuan))


def _spent(entries: Iterable[FundEntry]) -> Iterator[Flow]:
    for fund, community, project, end, _, yuan in entries:
        node, through = FlowNode("fund", fund, community), FlowNode("project", project)
        if yuan > 0:
            yield Flow(node, through, float(yuan))
            yield Flow(through, FlowNode("end", end), float(yuan))
        elif yuan < 0:
            yield Flow(FlowNode("source", TAKEN_BACK), node, -float(yuan))


def _held(entries: Iterable[FundEntry], known_before: Collection[str], known_after: Collection[str]) -> Iterator[Flow]:
    """Yield what each fund held before and after the window; what was short instead of left changes sides."""
    for fund, community, _, _, before, after in entries:
        node = FlowNode("fund", fund, community)
        if before > 0:
            yield Flow(FlowNode("source", BEFORE if community in known_before else BEFORE_UNKNOWN), node, float(before))
        elif before < 0:
            yield Flow(node, FlowNode("end", REPAID), -float(before))
        if after > 0:
            left = FlowNode("end", LEFT) if community in known_after else FlowNode("stub", UNKNOWN, community)
            yield Flow(node, left, float(after))
        elif after < 0:
            yield Flow(FlowNode("source", OVERDRAWN), node, -float(after))


def _with_balance(build: Build, filters: Filters, on: date) -> set[str]:
    """Return the communities whose balance on a day is known, as 善款余额 has it."""
    until = replace(filters, from_on=min(filters.from_on, on), to_on=on, strands=())
    figures = engine.figures(build, [BALANCE], until, ("community",))
    return {figure.community or "" for figure in figures if figure.state == "ok"}


def _day_before(day: date) -> date:
    return day - timedelta(days=1)


# kind of entry, fund, community, source or project, end, yuan before the window, yuan in the window (of what is held: until its end)
_ENTRIES = f"""
    select 'received', fund_name, community, case when partner is null then donor_type || '捐赠' else '{TRANSFERRED_IN}' end, null, 0,
           sum(amount_yuan)
    from cash_receipt where community in (select unnest(?)) and donated_on between ? and ? group by all
    union all
    select 'spent', fund_name, community, coalesce(project, '{OTHER_PROJECT}'),
           case when partner is not null then '{TRANSFERRED_OUT}' when passed_on_to is not null then '转拨：' || passed_on_to
                else coalesce(recipient_group, '{OTHER_GROUP}') end, 0, sum(amount_yuan)
    from spending where community in (select unnest(?)) and used_on between ? and ? group by all
    union all
    select 'held', fund_name, community, null, null, sum(case when moved_on < ? then change_yuan else 0 end), sum(change_yuan)
    from fund_movement where community in (select unnest(?)) and moved_on <= ? group by all"""
