"""Draws headline figures: cards of equal height with value, change against a year before, and a sparkline with gaps."""

from base64 import b64encode
from collections import Counter, defaultdict
from collections.abc import Sequence

import streamlit as st

from indicators.comparison import Comparison
from indicators.model import Figure, Indicator
from indicators.survey_modes import is_of_survey
from ui.charts import chart, headlines
from ui.charts.picture import PALE
from ui.frame.escape import html_escape
from ui.frame.view import View, indicator_of
from warehouse.communities import short_name
from wording import changes, definitions, numbers, reports, states
from wording.changes import ChangeWords
from wording.palette import WHOLE
from wording.sentences import window_words

SURVEYS = "满意度"
WIDTH, HEIGHT = 120, 26
WIDEST = 320  # of a card, in pixels
ARROWS = {True: "▲", False: "▼"}
MORE = {True: "多", False: "少"}


def draw_cards(view: View, ids: Sequence[str]) -> list[Figure]:
    """Draw a card for each indicator that the communities have begun, and return the figures shown."""
    ids = view.begun(ids)
    now = view.figures(ids)
    comparisons = view.comparisons(ids)
    largest = _largest(view, now)
    cards = [
        _card(view, figure, comparisons.get(figure.indicator), series, largest.get(figure.indicator, ""))
        for figure, series in zip(now, _series(view, ids), strict=True)
    ]
    width = f"max-width:{len(cards) * WIDEST}px"  # few do not stretch over the page
    st.html(f'<section class="cards" style="{width}">{"".join(cards)}</section>')
    return now


def _largest(view: View, now: Sequence[Figure]) -> dict[str, str]:
    """Return {indicator: the community that alone is the beginning of its range}, where that is shown of it anyhow."""
    ranges = {figure.indicator: figure for figure in now if numbers.ends(figure, indicator_of(figure.indicator))}
    by_community = view.figures(list(ranges), ("community",)) if ranges else []
    names: dict[str, list[str]] = defaultdict(list)
    for figure in by_community:
        if figure.value is not None and figure.numerator == ranges[figure.indicator].numerator:
            names[figure.indicator].append(short_name(figure.community or ""))
    return {id: name for id, (name, *others) in names.items() if not others}


def _series(view: View, ids: Sequence[str]) -> list[list[Figure]]:
    """Return the months of the window; of surveys the years from the start, since each month asks other communities."""
    months = view.figures(ids, ("month",))
    years = view.from_start.figures([id for id in ids if _is_by_year(indicator_of(id))], ("year",))
    return [chart.of_indicator(years, id) or chart.of_indicator(months, id) for id in ids]


def _is_by_year(indicator: Indicator) -> bool:
    return indicator.section == SURVEYS


def _card(view: View, now: Figure, comparison: Comparison | None, series: Sequence[Figure], largest: str) -> str:
    indicator = indicator_of(now.indicator)
    return (
        f'<article class="card"><h2>{html_escape(indicator.label)}</h2>'
        f'<p class="value">{_value(now, indicator)}</p>{_reported(now, largest)}<p class="change">{_change(view, now, comparison)}</p>{_spark(series, indicator)}</article>'
    )


def _value(now: Figure, indicator: Indicator) -> str:
    if now.value is None:
        return f'<span class="none">{numbers.brief(now, indicator)}</span>'
    number = numbers.brief(now, indicator).removesuffix(indicator.unit)
    return f"{number}<small>{indicator.unit}</small>"


def _reported(now: Figure, largest: str) -> str:
    """Return to which day a number holds that is none of the window, how much was reported behind it, where it is less than was
    asked for, what the ends of a range are, and that nothing is known of its end."""
    if now.state == "hidden":
        return f'<p class="reported">{states.hidden_advice(now.period)}</p>'
    indicator = indicator_of(now.indicator)
    if now.state == "no_sample":
        condition = definitions.condition(indicator.aggregates[-1])
        return f'<p class="reported">没有{html_escape(condition) + "的" if condition else "可算的"}记录</p>'
    gap = reports.gap(now) if now.value is not None else ""
    is_open = numbers.has_no_end(now, indicator) or numbers.says_least_only(now, indicator)
    end = numbers.range_words(now, indicator, largest) if is_open else numbers.ends(now, indicator, largest)
    day = window_words(now, indicator) if now.value is not None and not indicator.is_of_period else ""
    words = "，".join(filter(None, (day, end, f"报送{gap}" if gap else "", reports.left_out(now))))
    return f'<p class="reported">{html_escape(words)}</p>' if words else ""


def _change(view: View, now: Figure, comparison: Comparison | None) -> str:
    """Return 同口径 ▲13% with how many community-months that rests on, or why nothing is said."""
    if comparison is None or now.value is None:
        return "&nbsp;"
    change = changes.change_words(comparison)
    basis = f"{change.silence or change.coverage}{_asked_otherwise(view, comparison)}"
    if not change.size:
        return f"<span>{basis if change.silence else ''}</span>"
    return f'<b class="{change.tone}">同口径 {_size(change)}</b><span>{basis}</span>'


def _asked_otherwise(view: View, comparison: Comparison) -> str:
    """Return that a community was surveyed in another way meanwhile, which alone may move its share; nothing of what is no survey."""
    if comparison.change is None or not is_of_survey(comparison.now.indicator):
        return ""
    changed = headlines.changed_modes(view, comparison.before.period.from_on)
    names = "、".join(short_name(name) for name in changed if name in comparison.now.counted)
    return html_escape(f"；{names}其间换过调查方式") if names else ""


def _size(change: ChangeWords) -> str:
    if change.size == changes.LEVEL:
        return change.size
    return f"{ARROWS[change.is_more] if change.has_arrow else MORE[change.is_more]}{change.size}"


def _spark(series: Sequence[Figure], indicator: Indicator) -> str:
    """Return the window's months as columns for counts, as a line for rates; a month without a number leaves a gap, which is counted in words."""
    holes = _holes(series, indicator)
    if sum(chart.drawn_value(figure) is not None for figure in series) < 2:
        return f'<span class="spark">{holes}</span>'
    drawn = _line(series) if indicator.denominator else _columns(series)
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="none">{drawn}</svg>'
    words = f"{indicator.label}{'逐年' if _is_by_year(indicator) else '按月'}走势{f'，{holes}' if holes else ''}"
    alt = html_escape(words)
    return f'<img class="spark" alt="{alt}" title="{alt}" src="data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}">'


def _holes(series: Sequence[Figure], indicator: Indicator) -> str:
    """Return why periods are not drawn: 6个月已隐藏，2个月未报送, 历年都没有 where none has a sample; nothing where all are."""
    if series and all(figure.state == "no_sample" for figure in series):
        return f"{'历年' if _is_by_year(indicator) else '各月'}都没有"
    unit = "年" if _is_by_year(indicator) else "个月"
    counts = Counter(states.word(figure) for figure in series if chart.drawn_value(figure) is None)
    return "，".join(f"{count}{unit}{word}" for word, count in counts.items())


def _columns(series: Sequence[Figure]) -> str:
    values = [chart.drawn_value(figure) for figure in series]
    top, step = max(max(v for v in values if v is not None), 0) or 1, WIDTH / len(values)
    return "".join(
        f'<rect x="{place * step:.1f}" y="{HEIGHT - max(v / top * HEIGHT, 0.7):.1f}" width="{max(step - 1.4, 0.8):.1f}"'
        f' height="{max(v / top * HEIGHT, 0.7):.1f}" fill="{WHOLE}" opacity="{PALE if chart.is_partial(figure) else 1}"/>'
        for place, (v, figure) in enumerate(zip(values, series, strict=True))
        if v is not None
    )


def _line(series: Sequence[Figure]) -> str:
    known = [value for figure in series if (value := chart.drawn_value(figure)) is not None]
    low, span, step = min(known), (max(known) - min(known)) or 1, WIDTH / max(len(series) - 1, 1)
    path, pen = "", "M"
    for place, figure in enumerate(series):
        value = chart.drawn_value(figure)
        if value is None:
            pen = "M" if figure.state == "not_reported" else pen  # a month without a survey is no gap
            continue
        path += f"{pen}{place * step:.1f} {HEIGHT - 2 - (value - low) / span * (HEIGHT - 4):.1f}"
        pen = "L"
    return f'<path d="{path}" fill="none" stroke="{WHOLE}" stroke-width="1.8" vector-effect="non-scaling-stroke" stroke-linecap="round"/>'
