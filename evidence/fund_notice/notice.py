"""Returns the notice 收支公示表: what each fund held, received, spent and holds, by period, and what was spent on which project.

Every figure is the engine's, and none counts people. What communities passed to each other stands in columns of its own, so that neither
income nor spending counts it twice. A community that did not report is 未报送 and not zero; what its funds hold since then is 不能算. It stays
out of the total, so that every line adds up.
"""

from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from datetime import date, datetime

from documents.day_text import day_text
from documents.document import Cell
from evidence.fund_notice.deadlines import Deadline, deadlines
from evidence.fund_notice.fund_lines import SPENT, FundLine, fund_lines, total_line, whole_label
from indicators import engine
from indicators.fund_governance import fund_governance
from indicators.model import Figure, Filters
from warehouse.build import Build
from warehouse.communities import short_name
from wording import states
from wording.fund_gates import decided_words
from wording.notices import DEMO

TITLE, PROJECTS = "收支公示表", "支出按项目"
HEADER = (
    "社区", "基金", "期间", "期初结余（元）", "捐赠到账（元）", "转入（元）", "支出（元）", "转出（元）", "期末结余（元）",
    "没有报送的月份",
)  # fmt: skip
MONEY = "（元）"  # in which the headers of money end
PROJECT_HEADER = ("社区", "项目", "支出（元）", "其中有决议的（元）")
DECIDED = "decided_spending_share"
CANNOT_TELL = "不能算"  # what a fund holds after months of which nothing is known
UNNAMED, NO_DECISIONS = "未注明项目", "没有决议台账"
LEDGERS = {"cash_received": "捐赠", SPENT: "资金使用"}


@dataclass(frozen=True)
class ProjectLine:
    """What one community spent on one project, and the figure that says how much of it was decided before, None where it has none.

    `is_governed`: the community keeps a ledger of decisions.
    """

    community: str
    project: str
    spent: Figure
    decided: Figure | None
    is_governed: bool


@dataclass(frozen=True)
class FundNotice:
    """The notice of a window. `place` names the communities, `decided` says which share of spending was decided before.

    `left_out` names the communities whose figures are not all known, and which the total does not count.
    """

    filters: Filters
    place: str
    lines: tuple[FundLine, ...]
    projects: tuple[ProjectLine, ...]
    decided: tuple[str, ...]
    left_out: tuple[str, ...]
    build: str
    made_at: datetime
    is_demo: bool

    @property
    def period(self) -> str:
        """The window in words."""
        return whole_label(self.filters)

    @property
    def deadlines(self) -> tuple[Deadline, ...]:
        """What must be published next."""
        return deadlines(self.filters.to_on)

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader of the notice must know."""
        return (
            *((DEMO,) if self.is_demo else ()),
            "期末结余＝期初结余＋捐赠到账＋转入－支出－转出；名册上的社区之间互转的钱列在转入、转出，不算捐赠也不算支出，合计不重复",
            "只列现金，物资和时间不折成钱；没有报送的写“未报送”，不是0",
            f"捐赠和资金使用都开始报送以后，缺了哪个月，从那个月起的结余写“{CANNOT_TELL}”，补报以后再算；以前只报送其中一种的月份，另一种按没有发生算",
            "页面上的善款余额放宽一步：最后三个月里报送过就计算，并列出缺报的月份，所以会比这张表多出几个社区",
            *((f"合计不含没有报送齐的{'、'.join(self.left_out)}",) if self.left_out else ()),
            *self.decided,
            f"数据批次{self.build}",
        )


def fund_notice(build: Build, filters: Filters, place: str) -> FundNotice:
    """Return the notice of a window, which ends with the last month that holds records."""
    window = engine.clip(build, replace(filters, strands=()))
    lines = list(fund_lines(build, window))
    whole = [line for line in lines if line.label == whole_label(window)]
    unknown = {line.community for line in whole if not line.is_whole}
    known = replace(window, communities=tuple(name for name in window.communities if name not in unknown))
    total = [total_line(build, known, whole)] if lines and known.communities else []
    governance = fund_governance(build, window)
    return FundNotice(
        window,
        place,
        (*lines, *total),
        tuple(_projects(build, window, {fund.community for fund in governance})),
        tuple(f"{short_name(fund.community)}{decided_words(fund)}" for fund in governance),
        tuple(short_name(name) for name in window.communities if name in unknown),
        build.name,
        build.created_at,
        build.is_demo,
    )


def _projects(build: Build, window: Filters, governed: Set[str]) -> Iterator[ProjectLine]:
    """Yield the projects on which a community spent anything, the greatest first; of those that did not report, nothing is known."""
    spent, decided = (engine.figures(build, [id], window, ("community", "project")) for id in (SPENT, DECIDED))
    decisions = {(figure.community, figure.category): figure for figure in decided}
    for figure in sorted(spent, key=lambda f: (window.communities.index(f.community or ""), -(f.value or 0))):
        if figure.value:
            community, decision = figure.community or "", decisions.get((figure.community, figure.category))
            yield ProjectLine(community, figure.category or UNNAMED, figure, decision, community in governed)


def cells(line: FundLine) -> tuple[Cell, ...]:
    """Return the cells of a line under HEADER: numbers, or why there is none."""
    place = short_name(line.community) if line.community else ""
    opening, closing = (
        CANNOT_TELL if figure.value is not None and not is_known else _cell(figure)
        for figure, is_known in ((line.opening, line.is_opening_known), (line.closing, line.is_closing_known))
    )
    return (place, line.fund, line.label, opening, *map(_cell, line.moved), closing, _missing(line))


def project_cells(line: ProjectLine) -> tuple[Cell, ...]:
    """Return the cells of a line under PROJECT_HEADER."""
    return (short_name(line.community), line.project, _cell(line.spent), _decided(line))


def _decided(line: ProjectLine) -> Cell:
    """Return the yuan decided before, or why nothing is known: no ledger of decisions, or all was paid before its first one."""
    if not line.is_governed:
        return NO_DECISIONS
    is_judged = line.decided is not None and line.decided.denominator
    return _number(line.decided.numerator or 0) if line.decided and is_judged else states.WORDS["not_recorded"]


def _cell(figure: Figure) -> Cell:
    return states.word(figure) if figure.value is None else _number(figure.value)


def _number(value: float) -> Cell:
    rounded = round(value, 2)
    return int(rounded) if rounded == int(rounded) else rounded


def _missing(line: FundLine) -> str:
    """Return the months of one community that a ledger lacks: 资金使用：2026年10月."""
    return "；".join(
        f"{LEDGERS[figure.indicator]}：{'全部' if figure.value is None else '、'.join(figure.missing)}"
        for figure in line.moved
        if line.community and figure.missing and figure.indicator in LEDGERS
    )


def deadline_words(deadline: Deadline, made_on: date) -> str:
    """Return 下一次收支公示：2027年1月31日以前（……）, of a notice made on a day; a day that is over is called so."""
    if deadline.due_on is None:
        return f"{deadline.subject}：{deadline.rule}"
    over = "，这一天已过" if deadline.due_on < made_on else ""
    return f"{deadline.subject}：{day_text(deadline.due_on)}以前（{deadline.rule}）{over}"
