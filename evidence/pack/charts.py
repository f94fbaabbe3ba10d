"""A chart that a template asks for, made of the figures that answer it; None where there is nothing to draw."""

from collections.abc import Mapping, Sequence

from documents.document import Chart, Series
from evidence.pack.report_notes import report_notes
from evidence.pack.request import Request, SplitFigures, split_of
from evidence.pack.template import ChartSpec
from indicators.by_place import by_place
from indicators.engine import catalogue
from indicators.interval import is_range
from indicators.model import Figure, Indicator
from indicators.periods import is_whole
from warehouse.communities import short_name
from wording import dates, headlines, ranking, trends
from wording.notices import small_numbers
from wording.numbers import comes_whole, with_sides
from wording.palette import GREY, PALETTE, WHOLE

SECOND = "#C98A1B"  # a second indicator beside the first
MOST_SERIES, MOST_BARS, LEAST_POINTS = 8, 12, 2
Lines = Mapping[str, Sequence[Figure]]  # series name → its figures, in the order of the axis


def chart(spec: ChartSpec, request: Request, figures: SplitFigures, colours: Mapping[str, str]) -> Chart | None:
    """Return the chart, or None when there are too few numbers to show anything."""
    indicators = [catalogue()[id] for id in spec.indicators]
    available = [figure for figure in figures[split_of(spec, request)] if figure.indicator in spec.indicators]
    lines = _lines(spec, request, available)
    drawn = [figure for line in lines.values() for figure in line]
    if sum(figure.value is not None for figure in drawn) < LEAST_POINTS:
        return None
    first = next(iter(lines.values()))
    return Chart(
        title=title(spec, request),
        headline=_headline(spec, indicators, request, figures, available),
        unit=indicators[0].unit,
        kind=spec.kind,
        categories=tuple(_category(spec, figure) for figure in first),
        series=tuple(_series(spec, label, line, colours, n) for n, (label, line) in enumerate(lines.items())),
        alt=f"{'与'.join(i.label for i in indicators)}，{request.period.label}，{'、'.join(lines)}；数据见下表。",
        note=_note(indicators, drawn, lines, request.k) + _apart_words(drawn) + _left_out_words(available, drawn),
        from_zero=indicators[0].denominator is None,
        is_whole=all(map(comes_whole, indicators)),
    )


def _lines(spec: ChartSpec, request: Request, figures: Sequence[Figure]) -> Lines:
    if spec.split == "community":
        by_community = by_place(figures, request.filters.communities)
        return {short_name(name or ""): of_community for name, of_community in by_community.items()}
    if spec.split == "category":
        return _lines_of_categories(figures)
    if len(spec.indicators) > 1:
        return {catalogue()[id].label: [f for f in figures if f.indicator == id] for id in spec.indicators}
    return {subject(request): _in_axis_order(spec, figures)}


def subject(request: Request) -> str:
    """Return whose figures they are: 凤二村, or 合计."""
    places = request.filters.communities
    return short_name(places[0]) if request.is_one_community else "合计"


def _in_axis_order(spec: ChartSpec, figures: Sequence[Figure]) -> Sequence[Figure]:
    """Return what is compared greatest first, what has no number last; time as it runs."""
    if spec.by not in ("community", "category"):
        return figures
    without_number = [figure for figure in figures if figure.value is None]
    if spec.by == "community":
        return [*ranking.ranked(figures), *without_number]
    ordered, _ = ranking.set_apart(figures)
    return [*ordered, *without_number][:MOST_BARS]


def _lines_of_categories(figures: Sequence[Figure]) -> Lines:
    """Return a series a category, the greatest first; those beyond the eighth stand in the data only."""
    sums: dict[str, float] = {}
    for figure in figures:
        sums[figure.category or ""] = sums.get(figure.category or "", 0) + (figure.value or 0)
    largest = sorted(sums, key=lambda category: -sums[category])[:MOST_SERIES]
    return {category: [f for f in figures if f.category == category] for category in largest}


def _category(spec: ChartSpec, figure: Figure) -> str:
    """Return a point's label on the axis; an unfinished period bears a star that the note explains."""
    if spec.by == "community":
        return short_name(figure.community or "")
    if spec.by == "category":
        return figure.category or ""
    label = figure.period.label
    return label if is_whole(figure.period) else f"{label.partition('（')[0]}*"


def _series(spec: ChartSpec, label: str, line: Sequence[Figure], colours: Mapping[str, str], number: int) -> Series:
    words = tuple(with_sides(figure, catalogue()[figure.indicator]) for figure in line)
    values = tuple(_rounded_value(figure) for figure in line)
    return Series(label, values, words, _colour(spec, line[0], colours, number))


def _rounded_value(figure: Figure) -> float | None:
    return None if figure.value is None else round(figure.value, catalogue()[figure.indicator].decimals)


def _colour(spec: ChartSpec, figure: Figure, colours: Mapping[str, str], number: int) -> str:
    """Return the colour of a series: a community keeps its own, all else takes one that no community has or the next free one."""
    if len(spec.indicators) > 1:
        return (WHOLE, SECOND, GREY)[min(number, 2)]
    if spec.split == "category":
        return PALETTE[number]
    if spec.by == "community":
        return WHOLE
    return colours[figure.community] if figure.community else WHOLE


def title(spec: ChartSpec, request: Request) -> str:
    """Return what a chart shows: 到账现金与支出金额（按季）."""
    return f"{'与'.join(catalogue()[id].label for id in spec.indicators)}{_split_words(spec, request)}"


def _split_words(spec: ChartSpec, request: Request) -> str:
    grains = (dates.by_grain(grain) for grain in dates.GRAINS if grain in split_of(spec, request))
    axis = {"community": "按社区", "category": "按类别"}.get(spec.by) or next(grains, "")
    series = {"community": "、分社区", "category": "、分类别"}.get(spec.split, "")
    return f"（{axis}{series}）"


def _headline(
    spec: ChartSpec,
    indicators: Sequence[Indicator],
    request: Request,
    figures: SplitFigures,
    available: Sequence[Figure],
) -> str:
    first = indicators[0]
    wholes = [next(f for f in figures[request.whole] if f.indicator == indicator.id) for indicator in indicators]
    if len(indicators) > 1:
        return headlines.several(wholes)
    if spec.by == "community" or spec.split == "community":
        return headlines.standing(first, [f for f in figures[("community",)] if f.indicator == first.id])
    if spec.by == "category":
        is_of_others = bool(first.interval) and not request.is_one_community  # each community asks its own questions
        return headlines.not_compared(first) if is_of_others else headlines.makeup(first, available)
    if spec.split == "category":
        return headlines.several(wholes)
    return headlines.over_time(first, available, wholes[0])


def _note(indicators: Sequence[Indicator], figures: Sequence[Figure], lines: Lines, k: int) -> str:
    """Return what the picture cannot show: what is missing, hidden, unfinished, and how the trend was tested."""
    first = indicators[0]
    is_tested = len(lines) == 1 and len({figure.period for figure in figures}) > 1
    unfinished = dict.fromkeys(
        figure.period.label.rstrip("）").partition("（")[2] for figure in figures if not is_whole(figure.period)
    )
    has_range = any(is_range(figure, first) for figure in figures)
    remarks = [
        f"*{'、'.join(unfinished)}。" if unfinished else "",
        "括号内为分子/分母。" if any(indicator.denominator for indicator in indicators) else "",
        "有的记录没有姓名，人数只能给出范围，图上画的是下限。" if has_range else "",
        report_notes(figures),
        f"{small_numbers(k)}。" if any(f.state == "hidden" for f in figures) else "",
        trends.numbers_of_test(first, figures) if is_tested else "",
    ]
    return "".join(remarks)


def _apart_words(drawn: Sequence[Figure]) -> str:
    """Say that wider bands of age hold people of the others too; a series of them stands last, as a bar does."""
    _, apart = ranking.set_apart(drawn)
    bands = "、".join(dict.fromkeys(apart))
    return f"{bands}是另一种分法，与其他年龄段有重叠，排在最后，不与其他的相比。" if bands else ""


def _left_out_words(available: Sequence[Figure], drawn: Sequence[Figure]) -> str:
    every, shown = ({figure.category for figure in figures} for figures in (available, drawn))
    return f"共{len(every)}类，只画最多的{len(shown)}类，其余见“数据.xlsx”。" if len(every) > len(shown) else ""
