"""The sentence above a chart, made from its figures and true to them: it compares and ranks only what the numbers carry."""

from collections.abc import Sequence

from indicators import trend
from indicators.model import Figure, Grain, Indicator
from ui.frame import words
from ui.frame.view import View, indicator

NOTABLE_SHARE = 0.3


def whole(view: View, id: str) -> str:
    """How much, against a year before, and who contributes most: 参与人次3.2万，比上年同期多12%，其中阳明山庄社区占46%。"""
    one = indicator(id)
    (now,), before = view.figures([id]), next(iter(view.year_before([id])), None)
    if now.value is None:
        return f"{now.period.label}，{one.label}：{words.brief(now, one)}。"
    first = f"{now.period.label}，{one.label}{words.brief(now, one)}"
    parts = [first, _against(now, before, one), _leader(view, one), _tested(view, one)]
    return "，".join(filter(None, parts)) + "。"


def standing(one: Indicator, figures: Sequence[Figure]) -> str:
    """Who stands highest and lowest: 参与率最高的是凤二村（31.2%），最低的是社东社区（8.4%）。"""
    known = ranked(figures)
    if not known:
        return f"{one.label}：没有可以比较的社区。"
    first, last = known[0], known[-1]
    if len(known) == 1:
        return f"{_place(first)}{one.label}{words.brief(first, one)}。"
    if words.brief(first, one) == words.brief(last, one):
        return f"{len(known)}个社区的{one.label}都是{words.brief(first, one)}。"
    most, least = ("最高", "最低") if one.denominator else ("最多", "最少")
    return f"{one.label}{most}的是{_place(first)}（{words.brief(first, one)}），{least}的是{_place(last)}（{words.brief(last, one)}）。"


def trends(view: View, id: str) -> str:
    """Which communities rise or fall, tested: 总体满意率，3个社区呈上升趋势：社东社区、费家营社区、凤二村；其余未见明显趋势。"""
    one = indicator(id)
    figures = view.figures([id], (view.grain, "community"))
    found: dict[str, list[str]] = {}
    for name in view.filters.communities:
        tested = trend.of_figures([figure for figure in figures if figure.community == name])
        found.setdefault(tested.words, []).append(words.name(name))
    told = [
        f"{len(names)}个社区{said}（{'、'.join(names)}）"
        for said, names in found.items()
        if said != trend.WORDS["none"]
    ]
    rest = len(found.get(trend.WORDS["none"], ()))
    return f"{one.label}，" + "；".join([*told, *([f"{rest}个社区未见明显趋势"] if rest else [])]) + "。"


def makeup(one: Indicator, figures: Sequence[Figure]) -> str:
    """What it is made of: 老人最多，占23%；前三类合计占54%。"""
    known = ranked(figures)
    total = sum(figure.value or 0 for figure in known)
    if not known or total <= 0:
        return f"{one.label}：没有可以分类的记录。"
    share = f"{known[0].category}最多，占{_percent(known[0].value, total)}"
    if len(known) <= 3:
        return f"{one.label}中{share}。"
    three = sum(figure.value or 0 for figure in known[:3])
    return f"{one.label}中{share}；前三类合计占{_percent(three, total)}。"


def highest(one: Indicator, figures: Sequence[Figure]) -> str:
    """Which group stands highest, for figures that do not add up."""
    known = ranked(figures)
    if not known:
        return f"{one.label}：没有可以分类的记录。"
    low = f"，最低的是{known[-1].category}（{words.brief(known[-1], one)}）" if len(known) > 1 else ""
    return f"{one.label}最高的是{known[0].category}（{words.brief(known[0], one)}）{low}。"


def ranked(figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures that are numbers, greatest first."""
    return sorted((f for f in figures if f.value is not None), key=lambda f: f.value or 0, reverse=True)


def leaders(view: View, ids: Sequence[str]) -> str:
    """Who carries most of what adds up: 阳明山庄社区占参与人次的48%、志愿服务时间的34%；社东社区占到账现金的28%。"""
    led: dict[str, list[str]] = {}
    for one in map(indicator, ids):
        known = ranked(view.figures([one.id], ("community",))) if is_additive(one) else []
        total = sum(figure.value or 0 for figure in known)
        if len(known) > 1 and total > 0:
            led.setdefault(_place(known[0]), []).append(f"{one.label}的{_percent(known[0].value, total)}")
    said = [f"{name}占{'、'.join(shares)}" for name, shares in led.items()]
    return "；".join(said) + "。" if said else "各社区并排看"


def is_additive(one: Indicator) -> bool:
    """Whether parts add up to the whole: plain counts and sums do, rates and distinct people do not."""
    return (
        one.denominator is None
        and "distinct" not in one.numerator.expression
        and one.numerator.expression[:3] not in ("min", "max")
    )


def _place(figure: Figure) -> str:
    return words.name(figure.community or "")


def _against(now: Figure, before: Figure | None, one: Indicator) -> str:
    change = words.change(now, before, one)
    if change is None or not change.size:
        return ""
    if change.size == words.LEVEL:
        return "与上年同期持平"
    more, less = ("高", "低") if one.denominator else ("多", "少")
    return f"比上年同期{more if change.is_more else less}{change.size}"


def _tested(view: View, one: Indicator) -> str:
    """Return the tested trend by quarter or year, if there is one and the same communities reported throughout."""
    grain: Grain = "quarter" if view.grain == "month" else view.grain
    figures = view.figures([one.id], (grain,))
    if len({figure.missing for figure in figures}) > 1:
        return ""
    tested = trend.of_figures(figures)
    return f"{words.GRAINS[grain]}{tested.words}" if tested.direction in ("up", "down") else ""


def _leader(view: View, one: Indicator) -> str:
    if not is_additive(one) or len(view.filters.communities) < 2:
        return ""
    known = ranked(view.figures([one.id], ("community",)))
    total = sum(figure.value or 0 for figure in known)
    if len(known) < 2 or total <= 0 or (known[0].value or 0) < NOTABLE_SHARE * total:
        return ""
    return f"其中{_place(known[0])}占{_percent(known[0].value, total)}"


def _percent(part: float | None, total: float) -> str:
    return f"{words.rounded((part or 0) / total * 100)}%"


def money(view: View) -> str:
    """Received, spent and left of the window in one sentence."""
    figures = view.figures(("cash_received", "money_spent", "use_ratio"))
    came, went, ratio = figures
    said = [f"{came.period.label}，到账{words.brief(came, indicator(came.indicator))}"]
    said.append(f"支出{words.brief(went, indicator(went.indicator))}")
    if ratio.value is not None:
        said.append(f"累计善款使用率{words.brief(ratio, indicator(ratio.indicator))}")
    return "，".join(said) + "。"


def balance(view: View) -> str:
    """What is left at the end, against a year before."""
    return whole(view, "fund_balance")
