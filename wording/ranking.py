"""Ranks figures in words: first and last are only those that lie further apart from the next than intervals and ranges reach."""

from collections.abc import Iterable, Sequence

from etl.parse.ages import wider_bands
from indicators.chance import chance_interval
from indicators.interval import is_range
from indicators.model import Figure, Indicator
from wording.numbers import brief, fixed

UNTESTED = "是不是偶然无从判断"  # of what comes without an interval, so that no test is possible


def ranked(figures: Iterable[Figure]) -> list[Figure]:
    """Return the figures that are numbers, greatest first."""
    return sorted((figure for figure in figures if figure.value is not None), key=lambda f: f.value or 0, reverse=True)


def set_apart(figures: Iterable[Figure]) -> tuple[list[Figure], list[str]]:
    """Return figures of categories, greatest first and wider bands of age last, and those bands: 60岁以上 beside 60-79岁 and 80岁及以上."""
    order = ranked(figures)
    apart = wider_bands(figure.category or "" for figure in order)
    return sorted(order, key=lambda figure: figure.category in apart), apart


def is_apart(greater: Figure, lesser: Figure, indicator: Indicator) -> bool:
    """Whether one figure is greater than another even where its interval begins and the other's ends."""
    upper, lower = chance_interval(greater, indicator), chance_interval(lesser, indicator)
    return upper is not None and lower is not None and upper[0] > lower[1]


def closeness(figure: Figure, other: Figure, indicator: Indicator) -> str:
    """Return why neither of two figures may be called the greater."""
    if is_range(figure, indicator) or is_range(other, indicator):
        return "只知道范围"
    if brief(figure, indicator) == brief(other, indicator):
        return "相同"
    return f"差距{UNTESTED}" if chance_interval(figure, indicator) is None else "误差范围有重叠"


def level_words(indicator: Indicator, whose: str, last: Figure, first: Figure) -> str:
    """Say that figures differ by less than is known of them: 6个社区的总体满意率（86.1–90.2%）误差范围有重叠，不分先后."""
    reason = closeness(first, last, indicator)
    if reason == "只知道范围":
        return f"{whose}的{indicator.label}{reason}，不分先后。"
    if reason == "相同":
        return f"{whose}的{indicator.label}都是{brief(first, indicator)}。"
    least, most = (fixed(figure.value or 0, indicator.decimals) for figure in (last, first))
    return f"{whose}的{indicator.label}（{least}–{most}{indicator.unit}）{reason}，不分先后。"


def superlatives(indicator: Indicator) -> tuple[str, str]:
    """Return how the first and the last are called: rates, shares and means are high or low, counts and sums many or few."""
    return ("最高", "最低") if indicator.denominator else ("最多", "最少")


def ends_words(indicator: Indicator, known: Sequence[Figure], names: Sequence[str], *, has_last: bool) -> str:
    """Say which is first and which last, each only where it lies apart from its neighbour; else from where to where they reach."""
    highest, lowest = superlatives(indicator)
    clauses = []
    if is_apart(known[0], known[1], indicator):
        clauses.append(f"{highest}的是{names[0]}（{brief(known[0], indicator)}）")
    if has_last and is_apart(known[-2], known[-1], indicator):
        clauses.append(f"{lowest}的是{names[-1]}（{brief(known[-1], indicator)}）")
    if clauses:
        return f"{indicator.label}{'，'.join(clauses)}。"
    reach = "到".join(f"{names[place]}的{brief(known[place], indicator)}" for place in (0, -1))
    first, last = (closeness(known[place], known[place + 1], indicator) for place in (0, -2))
    reasons = f"前两位、后两位{first}" if first == last else f"前两位{first}，后两位{last}"
    return f"{indicator.label}从{reach}，{reasons}，不分先后。"
