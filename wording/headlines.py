"""Writes the sentence above a chart, the same on screen and in files. It compares, ranks and calls a trend only what figures carry."""

from collections.abc import Mapping, Sequence

from etl.parse.ages import overlapping_bands
from indicators import trend
from indicators.comparison import Comparison
from indicators.engine import catalogue
from indicators.model import Figure, Grain, Indicator
from warehouse.communities import short_name
from wording import changes, dates, reports, states, trends
from wording.community_names import counted_words
from wording.numbers import brief, rounded
from wording.ranking import closeness, ends_words, is_apart, level_words, ranked
from wording.sentences import window_words

NOTABLE_SHARE = 0.3  # of the whole, from which on the community that contributes most is named
FIRST_CATEGORIES = 3
WITHOUT_LEADERS = "各社区并排看"


def whole(
    indicator: Indicator,
    now: Figure,
    comparison: Comparison | None = None,
    communities: Sequence[Figure] = (),
    series: Sequence[Figure] = (),
    grain: Grain = "quarter",
) -> str:
    """Say how much, against a year before, who contributes most and the trend: 参与人次3.2万人次，比上年同期多12%，其中阳明山庄社区占46%.

    `communities` are the parts of the whole, `series` the whole by `grain` for the test of a trend.
    """
    if now.value is None:
        return f"{window_words(now, indicator)}，{indicator.label}{states.clause(now)}。"
    amount = f"{window_words(now, indicator)}，{counted_words(now)}{indicator.label}{brief(now, indicator)}{reports.note(now)}"
    clauses = (amount, _against(comparison, indicator), _leader(indicator, communities), _tested(series, grain))
    return f"{'，'.join(filter(None, clauses))}。"


def over_time(indicator: Indicator, figures: Sequence[Figure], whole: Figure) -> str:
    """Say how much in all and when most for counts, from where to where for the rest; and the tested trend."""
    known = [figure for figure in figures if figure.value is not None]
    if not known:
        return nothing(indicator)
    first, last = known[0], known[-1]
    if len(known) == 1:
        clause = f"{first.period.label}，{indicator.label}{brief(first, indicator)}"
    elif indicator.denominator or not indicator.is_of_period:
        ends = (f"{figure.period.label}的{brief(figure, indicator)}" for figure in (first, last))
        clause = f"{indicator.label}由{'到'.join(ends)}{_left_out(figures)}{_of_others(first, last)}"
    else:
        is_sum = indicator.adds_up and whole.value is not None
        amount = f"{counted_words(whole)}{indicator.label}{brief(whole, indicator)}{reports.note(whole)}"
        subject = f"{whole.period.label}，{amount}，" if is_sum else indicator.label
        clause = f"{subject}{_most(indicator, *ranked(known)[:2])}"
    return f"{clause}{trends.ending(figures)}。"


def _of_others(first: Figure, last: Figure) -> str:
    """Return that two periods count other communities, so that what lies between them is no change."""
    return "" if set(first.counted) == set(last.counted) else "，两期统计的社区不同，不能直接比"


def _left_out(figures: Sequence[Figure]) -> str:
    """Return the periods before the first number and after the last that have none: （2026年1月至3月为保护个人不予公开，没有计入）."""
    places = [place for place, figure in enumerate(figures) if figure.value is not None]
    reasons: dict[str, list[str]] = {}
    for figure in (*figures[: places[0]], *figures[places[-1] + 1 :]):
        if states.worded_state(figure) not in ("no_sample", "not_begun"):
            reasons.setdefault(states.clause(figure), []).append(figure.period.label)
    gaps = (f"{dates.listed(labels)}{reason}" for reason, labels in reasons.items())
    return f"（{'，'.join(gaps)}，没有计入）" if reasons else ""


def _most(indicator: Indicator, most: Figure, second: Figure) -> str:
    """Return which period has most, or that the first two cannot be told apart."""
    if is_apart(most, second, indicator):
        return f"最多的是{most.period.label}（{brief(most, indicator)}）"
    pair = "和".join(f"{figure.period.label}（{brief(figure, indicator)}）" for figure in (most, second))
    return f"居前的{pair}{closeness(most, second, indicator)}，不分多少"


def several(figures: Sequence[Figure]) -> str:
    """Say a few figures of one window side by side: 2025年，到账现金3.2万元，支出金额2.1万元."""
    clauses = (
        f"{counted_words(figure)}{_indicator(figure).label}{brief(figure, _indicator(figure))}{reports.note(figure)}"
        for figure in figures
    )
    return f"{figures[0].period.label}，{'，'.join(clauses)}。"


def standing(indicator: Indicator, figures: Sequence[Figure]) -> str:
    """Say who stands first and last, where they lie apart from their neighbours: 参与率最高的是凤二村（31.2%），最低的是社东社区（8.4%）."""
    known = ranked(figures)
    if not known:
        return _no_standing(indicator, figures)
    first, last = known[0], known[-1]
    if len(known) == 1:
        rest = "没有数或不予公开" if _has_hidden(figures) else states.NO_NUMBER
        others = f"，其他社区{rest}" if len(figures) > 1 else ""
        return f"{_community(first)}{indicator.label}{brief(first, indicator)}{others}。"
    is_part = len(known) < len(figures)
    whose = f"{'已能比较的' if is_part else ''}{len(known)}个社区"
    if brief(first, indicator) == brief(last, indicator):
        return f"{whose}的{indicator.label}都是{brief(first, indicator)}。"
    if not is_apart(first, last, indicator):
        return level_words(indicator, whose, last, first)
    names = [_community(figure) for figure in known]
    return (
        f"{f'{whose}中，' if is_part else ''}{ends_words(indicator, known, names, has_last=not _has_hidden(figures))}"
    )


def _no_standing(indicator: Indicator, figures: Sequence[Figure]) -> str:
    """Say why no community has a number of the whole window: the months drawn beneath may have some all the same."""
    if not figures:
        return nothing(indicator)
    whose = "各社区" if len(figures) > 1 else _community(figures[0])
    reasons = dict.fromkeys(map(states.clause, figures))
    return f"{figures[0].period.label}，{whose}{indicator.label}{'或'.join(reasons)}。"


def makeup(indicator: Indicator, figures: Sequence[Figure], label: str = "类") -> str:
    """Say what a whole is made of; for figures that do not add up, only which is first and last. `label` is what its parts are: 工作单位."""
    known = ranked(figures)
    total = sum(figure.value or 0 for figure in known)
    if not known or total <= 0:
        return nothing(indicator)
    if bands := overlapping_bands(figure.category or "" for figure in known):
        return f"{indicator.label}的{'、'.join(bands)}有重叠，分开列出，不相加，不比高低。"
    first, last = known[0], known[-1]
    is_hidden = _has_hidden(figures)
    if len(known) == 1:
        return f"“{first.category}”的{indicator.label}{brief(first, indicator)}，其他{label}{'不予公开' if is_hidden else '没有数'}。"
    whose = f"{'能公开的' if is_hidden else ''}各{label}"
    if not indicator.adds_up or is_hidden:
        if not is_apart(first, last, indicator):
            return level_words(indicator, whose, last, first)
        ends = ends_words(indicator, known, [f"“{figure.category}”" for figure in known], has_last=not is_hidden)
        return f"{whose}中，{ends}" if is_hidden else ends
    share = _largest(indicator, first, known[1], total)
    if len(known) <= FIRST_CATEGORIES:
        return f"{share}。"
    largest = sum(figure.value or 0 for figure in known[:FIRST_CATEGORIES])
    return f"{share}；前三项合计占{_percent(largest, total)}。"


def _largest(indicator: Indicator, first: Figure, second: Figure, total: float) -> str:
    """Return the share of the largest part, and the part beside it that cannot be told from it."""
    share = f"{brief(first, indicator)}，占{_percent(first.value, total)}"
    if is_apart(first, second, indicator):
        return f"{indicator.label}中“{first.category}”最多，{share}"
    near = f"与“{second.category}”（{brief(second, indicator)}）{closeness(first, second, indicator)}"
    return f"{indicator.label}中“{first.category}”{share}，{near}，不分先后"


def leaders(figures: Mapping[Indicator, Sequence[Figure]]) -> str:
    """Say who carries most of what adds up: 阳明山庄社区占参与人次的48%、已报送的4个社区接案数的59%；社东社区占到账现金的28%."""
    shares: dict[str, list[str]] = {}
    for indicator, parts in figures.items():
        known, total = ranked(parts), sum(figure.value or 0 for figure in parts)
        if indicator.adds_up and len(known) > 1 and total > 0 and not _has_hidden(parts):
            share = f"{_reported_words(parts)}{indicator.label}的{_percent(known[0].value, total)}"
            shares.setdefault(_community(known[0]), []).append(share)
    clauses = [f"{name}占{'、'.join(parts)}" for name, parts in shares.items()]
    return f"{'；'.join(clauses)}。" if clauses else WITHOUT_LEADERS


def _reported_words(parts: Sequence[Figure]) -> str:
    """Return of how many communities a whole is, where some of those that owe a report sent none: 已报送的4个社区."""
    owing = [figure for figure in parts if figure.coverage.due]
    reported = [figure for figure in owing if figure.value is not None]
    return f"已报送的{len(reported)}个社区" if len(reported) < len(owing) else ""


def not_comparable(indicator: Indicator, label: str) -> str:
    """Say that categories stem from different communities, so that none of them is higher than another."""
    return f"{indicator.label}按{label}：各类问到的社区不同，不比高低。"


def not_compared(indicator: Indicator) -> str:
    """Say that nobody looked whether categories stem from the same communities, so that none is called higher."""
    return f"{indicator.label}：各类未必在同样的社区问过，不比高低。"


def nothing(indicator: Indicator) -> str:
    """Say that there is no number."""
    return f"{indicator.label}没有可以画图的数。"


def _against(comparison: Comparison | None, indicator: Indicator) -> str:
    """Return the change against a year before, with its coverage where that is not full; nothing where there is none to say."""
    change = changes.change_words(comparison) if comparison else None
    if comparison is None or change is None or (not change.size and comparison.silence != "chance"):
        return ""
    same, reports = ("", "") if comparison.coverage.is_full else ("同口径", f"（{change.coverage}）")
    if not change.size:
        return f"{same}与上年同期相比{change.silence}{reports}"
    if change.size == changes.LEVEL:
        return f"{same}与上年同期持平{reports}"
    more, less = ("高", "低") if indicator.denominator else ("多", "少")
    chance = "，在误差范围内" if change.silence else ""
    return f"{same}比上年同期{more if change.is_more else less}{change.size}{reports}{chance}"


def _has_hidden(parts: Sequence[Figure]) -> bool:
    """Return whether a part is hidden: the others are then not the whole, and no share of it is said."""
    return any(figure.state == "hidden" for figure in parts)


def _leader(indicator: Indicator, communities: Sequence[Figure]) -> str:
    known, total = ranked(communities), sum(figure.value or 0 for figure in communities)
    if not indicator.adds_up or len(known) < 2 or total <= 0 or _has_hidden(communities):
        return ""
    if (known[0].value or 0) < NOTABLE_SHARE * total:
        return ""
    return f"其中{_community(known[0])}占{_percent(known[0].value, total)}"


def _tested(series: Sequence[Figure], grain: Grain) -> str:
    """Return the tested trend, if there is one and the same communities reported throughout."""
    if len({figure.missing for figure in series}) > 1:
        return ""
    tested = trend.of_figures(series)
    return f"{dates.by_grain(grain)}{tested.words}" if tested.direction in ("up", "down") else ""


def _percent(part: float | None, total: float) -> str:
    """Return a share; 100% and 0% are said of the whole and of nothing only."""
    share = (part or 0) / total * 100
    if 99 < share < 100:
        return "99%以上"
    return "不到1%" if 0 < share < 1 else f"{rounded(share)}%"


def _community(figure: Figure) -> str:
    return short_name(figure.community or "")


def _indicator(figure: Figure) -> Indicator:
    return catalogue()[figure.indicator]
