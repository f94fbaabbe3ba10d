"""A chart that a template wishes for, made of the figures that answer it; None where there is nothing to draw."""

from collections.abc import Mapping, Sequence

from documents.document import Chart, Series
from evidence.pack.request import Answers, Request, by_of
from evidence.pack.template import Wish
from indicators.engine import catalogue
from indicators.model import Figure, Indicator
from indicators.periods import is_whole
from warehouse.communities import short_name
from wording import dates, headlines
from wording.numbers import is_range, with_sides
from wording.palette import GREY, PALETTE

WHOLE, SECOND = "#5B7C99", "#C98A1B"  # all communities together, and a second indicator beside the first
MOST_SERIES, MOST_BARS, MOST_GAPS, LEAST_POINTS = 8, 12, 6, 2
Lines = Mapping[str, Sequence[Figure]]  # the figures of each series, in the order of the axis


def chart(wish: Wish, request: Request, answers: Answers, colours: Mapping[str, str]) -> Chart | None:
    """Return the chart, or None when there are too few numbers to show anything."""
    ones = [catalogue()[id] for id in wish.indicators]
    found = [figure for figure in answers[by_of(wish, request)] if figure.indicator in wish.indicators]
    lines = _lines(wish, request, found)
    figures = [figure for line in lines.values() for figure in line]
    if sum(figure.value is not None for figure in figures) < LEAST_POINTS:
        return None
    categories = [_category(wish, figure) for figure in next(iter(lines.values()))]
    return Chart(
        title=title(wish, request),
        headline=_headline(wish, ones, request, answers, found),
        unit=ones[0].unit,
        kind=wish.kind,
        categories=tuple(categories),
        series=tuple(_series(wish, label, line, colours, n) for n, (label, line) in enumerate(lines.items())),
        alt=f"{'与'.join(one.label for one in ones)}，{request.period.label}，{'、'.join(lines)}；数据见下表。",
        note=_note(ones, figures, lines, request.k) + _left_out(found, figures),
    )


def _lines(wish: Wish, request: Request, found: Sequence[Figure]) -> Lines:
    if wish.split == "community":
        return {short_name(place): [f for f in found if f.community == place] for place in request.filters.communities}
    if wish.split == "category":
        return _by_category(found)
    if len(wish.indicators) > 1:
        return {catalogue()[id].label: [f for f in found if f.indicator == id] for id in wish.indicators}
    return {subject(request): _ordered(wish, found)}


def subject(request: Request) -> str:
    """Return whose figures they are: 凤二村, or 6个社区."""
    places = request.filters.communities
    return short_name(places[0]) if request.is_alone else f"{len(places)}个社区"


def _ordered(wish: Wish, found: Sequence[Figure]) -> Sequence[Figure]:
    """Time runs on; what is compared stands greatest first, what has no number last."""
    if wish.by not in ("community", "category"):
        return found
    ordered = [*headlines.ranked(found), *(figure for figure in found if figure.value is None)]
    return ordered if wish.by == "community" else ordered[:MOST_BARS]


def _by_category(found: Sequence[Figure]) -> Lines:
    """Return a series a category, the greatest first; those beyond the eighth stand in the data only."""
    sums: dict[str, float] = {}
    for figure in found:
        sums[figure.category or ""] = sums.get(figure.category or "", 0) + (figure.value or 0)
    largest = sorted(sums, key=lambda category: -sums[category])[:MOST_SERIES]
    return {category: [f for f in found if f.category == category] for category in largest}


def _category(wish: Wish, figure: Figure) -> str:
    if wish.by == "community":
        return short_name(figure.community or "")
    if wish.by == "category":
        return figure.category or ""
    label = figure.period.label
    return label if is_whole(figure.period) else f"{label.partition('（')[0]}*"


def _series(wish: Wish, label: str, line: Sequence[Figure], colours: Mapping[str, str], place: int) -> Series:
    words = tuple(with_sides(figure, catalogue()[figure.indicator]) for figure in line)
    values = tuple(_drawn(figure) for figure in line)
    return Series(label, values, words, _colour(wish, line[0], colours, place))


def _drawn(figure: Figure) -> float | None:
    return None if figure.value is None else round(figure.value, catalogue()[figure.indicator].decimals)


def _colour(wish: Wish, figure: Figure, colours: Mapping[str, str], place: int) -> str:
    """A community keeps its colour; everything else takes one that no community has, or the palette's in turn."""
    if len(wish.indicators) > 1:
        return (WHOLE, SECOND, GREY)[min(place, 2)]
    if wish.split == "category":
        return PALETTE[place]
    if wish.by == "community":
        return WHOLE
    return colours[figure.community] if figure.community else WHOLE


def title(wish: Wish, request: Request) -> str:
    """Return what a chart shows: 到账现金与支出金额（按季）."""
    return f"{'与'.join(catalogue()[id].label for id in wish.indicators)}{_way(wish, request)}"


def _way(wish: Wish, request: Request) -> str:
    grains = (dates.by_grain(grain) for grain in dates.GRAINS if grain in by_of(wish, request))
    along = {"community": "按社区", "category": "按类别"}.get(wish.by) or next(grains, "")
    return f"（{along}{ {'community': '、分社区', 'category': '、分类别'}.get(wish.split, '') }）"


def _headline(
    wish: Wish, ones: Sequence[Indicator], request: Request, answers: Answers, found: Sequence[Figure]
) -> str:
    one = ones[0]
    wholes = [next(f for f in answers[request.whole] if f.indicator == each.id) for each in ones]
    if len(ones) > 1:
        return headlines.several(wholes)
    if wish.by == "community" or wish.split == "community":
        return headlines.standing(one, [f for f in answers[("community",)] if f.indicator == one.id])
    if wish.by == "category":
        return headlines.makeup(one, found)
    if wish.split == "category":
        return headlines.several(wholes)
    return headlines.over_time(one, found, wholes[0])


def _note(ones: Sequence[Indicator], figures: Sequence[Figure], lines: Lines, k: int) -> str:
    """Say what the picture cannot: what is missing, hidden, unfinished, and how the trend was tested."""
    is_tested = len(lines) == 1 and len({f.period for f in figures}) > 1
    unfinished = dict.fromkeys(
        f.period.label.rstrip("）").partition("（")[2] for f in figures if not is_whole(f.period)
    )
    said = [
        f"*{'、'.join(unfinished)}。" if unfinished else "",
        "括号内为分子/分母。" if any(one.denominator for one in ones) else "",
        "有的记录没有姓名，人数只能给出范围，图上画的是下限。" if any(is_range(f, ones[0]) for f in figures) else "",
        _missing(figures),
        f"人数不足{k}的数，以及能用来推算它的数，已隐藏。" if any(f.state == "hidden" for f in figures) else "",
        headlines.test_words(ones[0], figures) if is_tested else "",
    ]
    return "".join(said)


def _left_out(found: Sequence[Figure], drawn: Sequence[Figure]) -> str:
    categories, shown = ({figure.category for figure in figures} for figures in (found, drawn))
    return (
        f"共{len(categories)}类，只画最多的{len(shown)}类，其余见“数据.xlsx”。" if len(categories) > len(shown) else ""
    )


def _missing(figures: Sequence[Figure]) -> str:
    """Name who did not report, where a figure counts the others only; a figure without number says so itself."""
    absent = [figure for figure in figures if figure.missing and figure.value is not None]
    said = list(dict.fromkeys(map(_unreported, absent)))
    more = f"；等{len(said)}处" if len(said) > MOST_GAPS else ""
    return f"未报送、没有计入的：{'；'.join(said[:MOST_GAPS])}{more}。" if said else ""


def _unreported(figure: Figure) -> str:
    """Say which months of a community, or which communities in a period."""
    of = short_name(figure.community) if figure.community else f"{figure.period.label.partition('（')[0]}的"
    return f"{of}{dates.listed(tuple(map(short_name, figure.missing)))}"
