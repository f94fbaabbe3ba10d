"""Says the tested trends of figures, the same on screen and in files: who rises or falls, and by what test."""

from collections.abc import Collection, Mapping, Sequence

from indicators import trend
from indicators.engine import catalogue
from indicators.model import Figure, Grain, Indicator
from warehouse.communities import short_name
from wording import dates
from wording.numbers import p_value, slope


def of_communities(
    indicator: Indicator,
    series: Mapping[str | None, tuple[Grain, Sequence[Figure]]],
    asked_otherwise: Collection[str] = (),
) -> str:
    """Say which communities rise or fall, tested: 总体满意率，2个社区呈上升趋势（社东社区、凤二村）；4个社区未见明显趋势（按季检验）.

    Of those in `asked_otherwise`, whose way of asking changed, it says that this may be why.
    """
    communities: dict[str, list[str]] = {}
    tests = trend.holm([trend.of_figures(figures) for _, figures in series.values()])
    for community, tested in zip(series, tests, strict=True):
        communities.setdefault(tested.words, []).append(short_name(community or ""))
    grains = "、".join(dict.fromkeys(dates.by_grain(grain) for grain, _ in series.values()))
    unmoved = len(communities.pop(trend.WORDS["none"], ()))
    clauses = [f"{len(names)}个社区{words}（{'、'.join(names)}）" for words, names in communities.items()]
    return f"{indicator.label}，{'；'.join([*clauses, *([f'{unmoved}个社区未见明显趋势'] if unmoved else [])])}（{grains}检验）{_doubt(communities, asked_otherwise)}。"


def _doubt(moved: Mapping[str, Sequence[str]], asked_otherwise: Collection[str]) -> str:
    """Return which of the communities that rise or fall were asked in another way meanwhile, nothing where none was."""
    others = {short_name(name) for name in asked_otherwise}
    up_or_down = [name for direction in ("up", "down") for name in moved.get(trend.WORDS[direction], ())]
    names = [name for name in up_or_down if name in others]
    return f"；其中{'、'.join(names)}期间换过调查方式，升降可能由此而来" if names else ""


def ending(figures: Sequence[Figure]) -> str:
    """Return the tested trend as the end of a sentence, or nothing where none may be tested."""
    if not is_testable(figures):
        return ""
    tested = trend.of_figures(figures)
    if tested.direction == "short":
        return f"，不足{trend.LEAST_PERIODS}期，不作趋势判断"
    return f"，{dates.by_grain(trend.grain_of(figures))}{tested.words}"


def numbers_of_test(indicator: Indicator, figures: Sequence[Figure]) -> str:
    """Return the numbers of the trend test, or nothing where none was made."""
    tested = trend.of_figures(figures)
    if not is_testable(figures) or tested.p is None or tested.slope is None:
        return ""
    return f"趋势检验（Mann–Kendall）：{tested.n}个完整时期，p{p_value(tested.p)}，每期变化的中位数{slope(tested.slope, indicator)}。"


def is_testable(figures: Sequence[Figure]) -> bool:
    """Whether a trend would mean anything: a year of months shows the season, and what is added up to a date always rises."""
    is_short = trend.is_monthly(figures) and trend.of_figures(figures).direction == "short"
    return not is_short and catalogue()[figures[0].indicator].numerator.span != "to_date"
