"""The sentence above a chart in a file, made from its figures and true to them: trend words only where the test carries them."""

from collections.abc import Sequence

from indicators import trend
from indicators.engine import catalogue
from indicators.model import Figure, Indicator
from indicators.periods import is_whole, months
from wording.numbers import full, name, rounded

SHORT = {"short": f"不足{trend.LEAST_PERIODS}期，不作趋势判断"}


def over_time(one: Indicator, figures: Sequence[Figure], whole: Figure) -> str:
    """Say how much in all and when most for counts, from where to where for the rest; and the tested trend."""
    known = [figure for figure in figures if figure.value is not None]
    if not known:
        return nothing(one)
    most = max(known, key=lambda figure: figure.value or 0)
    if one.denominator or one.numerator.span != "period":
        said = f"{one.label}由{known[0].period.label}的{full(known[0], one)}到{known[-1].period.label}的{full(known[-1], one)}"
    elif one.adds_up and whole.value is not None:
        said = f"{whole.period.label}{one.label}共{full(whole, one)}，最多的是{most.period.label}，{full(most, one)}"
    else:
        said = f"{one.label}最多的是{most.period.label}，{full(most, one)}"
    return f"{said if len(known) > 1 else f'{known[0].period.label}{one.label}{full(known[0], one)}'}{trend_words(figures)}。"


def trend_words(figures: Sequence[Figure]) -> str:
    """Return the tested trend as the end of a sentence."""
    if not is_testable(figures):
        return ""
    found = trend.of_figures(figures)
    return f"，{SHORT.get(found.direction, found.words)}"


def test_words(one: Indicator, figures: Sequence[Figure]) -> str:
    """Return the numbers of the trend test, or nothing where none was made."""
    found = trend.of_figures(figures)
    if not is_testable(figures) or found.p is None or found.slope is None:
        return ""
    p = "p<0.001" if found.p < 0.001 else f"p={found.p:.3f}"
    slope = f"{'+' if found.slope > 0 else ''}{rounded(found.slope, max(one.decimals, 1))}{one.unit}"
    return f"趋势检验（Mann–Kendall）：{found.n}个完整时期，{p}，每期变化的中位数{slope}。"


def is_testable(figures: Sequence[Figure]) -> bool:
    """Whether a trend would mean anything: seasons make months rise and fall, and what is added up to a date always rises."""
    whole = [figure.period for figure in figures if is_whole(figure.period)]
    is_monthly = all(len(months(period.from_on, period.to_on)) == 1 for period in whole)
    return not is_monthly and catalogue()[figures[0].indicator].numerator.span != "to_date"


def several(ones: Sequence[Indicator], wholes: Sequence[Figure]) -> str:
    """Say a few figures of one window side by side."""
    said = "，".join(f"{one.label}{full(figure, one)}" for one, figure in zip(ones, wholes, strict=True))
    return f"{wholes[0].period.label}，{said}。"


def standing(one: Indicator, figures: Sequence[Figure]) -> str:
    """Say who stands highest and lowest."""
    known = ranked(figures)
    if not known:
        return nothing(one)
    first, last = known[0], known[-1]
    if len(known) == 1:
        return f"{name(first.community)}{one.label}{full(first, one)}，其他社区没有数。"
    if full(first, one) == full(last, one):
        return f"{len(known)}个社区的{one.label}都是{full(first, one)}。"
    return f"{one.label}最高的是{name(first.community)}（{full(first, one)}），最低的是{name(last.community)}（{full(last, one)}）。"


def makeup(one: Indicator, figures: Sequence[Figure]) -> str:
    """Say what a whole is made of; for figures that do not add up, or where parts are hidden, only which is highest."""
    known = ranked(figures)
    total = sum(figure.value or 0 for figure in known)
    if not known or total <= 0:
        return nothing(one)
    first = known[0]
    if not one.adds_up or any(figure.state == "hidden" for figure in figures) or len(known) == 1:
        return f"{one.label}最多的是“{first.category}”（{full(first, one)}）。"
    share = f"{one.label}中“{first.category}”最多，{full(first, one)}，占{rounded((first.value or 0) / total * 100)}%"
    top = sum(figure.value or 0 for figure in known[:3])
    return f"{share}；前三类合计占{rounded(top / total * 100)}%。" if len(known) > 3 else f"{share}。"


def ranked(figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures that are numbers, greatest first."""
    return sorted((figure for figure in figures if figure.value is not None), key=lambda f: f.value or 0, reverse=True)


def nothing(one: Indicator) -> str:
    """Say that there is no number."""
    return f"{one.label}没有可以画图的数。"
