"""A section of the pack: what is written by hand, the figures as sentences, the charts, and all figures in a table."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from documents.document import Cell
from evidence.pack import charts, content
from evidence.pack.request import Answers, Request, is_drawable
from evidence.pack.template import Part, Wish
from indicators.engine import catalogue
from indicators.model import Figure, Indicator
from warehouse.communities import short_name
from wording import numbers, sentences
from wording.community_names import joint_name
from wording.sentences import Sentence

BY_HAND = "【请申报单位填写】"
WAYS = {"exact": sentences.exact, "rounded": sentences.rounded}


def section(part: Part, request: Request, answers: Answers, colours: Mapping[str, str]) -> content.Section:
    """Return the section with all its figures already disclosed."""
    wishes = [wish for wish in part.chart if is_drawable(wish, request)]
    drawn = {wish: charts.chart(wish, request, answers, colours) for wish in wishes}
    prompt = ((content.Sentence(f"{BY_HAND}{part.prompt}"),),) if part.prompt else ()
    return content.Section(
        part.title,
        (
            *prompt,
            *paragraphs(part, request, answers),
            *_undrawn([wish for wish in wishes if not drawn[wish]], request),
        ),
        tuple(chart for chart in drawn.values() if chart),
        tables(part, request, answers),
    )


def paragraphs(part: Part, request: Request, answers: Answers) -> tuple[tuple[content.Sentence, ...], ...]:
    """Return the figures as one paragraph with footnotes, and one that names those that are nought or have no number."""
    figures = _whole(part, request, answers)
    said = [
        WAYS[part.style](_of(figure, request), catalogue()[figure.indicator]) for figure in figures if is_said(figure)
    ]
    clauses = [content.Sentence(one.text, one.footnote) for one in sentences.clauses(_attested(said, figures, request))]
    absent = [figure for figure in figures if not is_said(figure)]
    return tuple(paragraph for paragraph in (tuple(clauses), _absent(absent)) if paragraph)


def is_said(figure: Figure) -> bool:
    """Whether there is something to say in prose: a number that may be shown, and more than nought."""
    return figure.state == "ok" and bool(figure.value)


def tables(part: Part, request: Request, answers: Answers) -> tuple[content.Table, ...]:
    """Return all figures of the section in one table, rates with both sides."""
    if not part.indicators:
        return ()
    title = f"数据一览（{request.period.label}，带*的截至期末）"
    if request.is_alone:
        alone = tuple(_line(id, request, answers) for id in part.indicators)
        return (content.Table(title, ("指标（单位）", "数值", "分子", "分母"), alone),)
    places = (*request.filters.communities, "")
    names = [short_name(place) if place else charts.subject(request) for place in places]
    rows = tuple(row for id in part.indicators for row in _rows(id, places, request, answers))
    return (content.Table(title, ("指标（单位）", *names), rows),)


def _line(id: str, request: Request, answers: Answers) -> tuple[Cell, ...]:
    """Return the one row of an indicator for a single community."""
    figure = _figure(id, "", request, answers)
    both = (figure.numerator, figure.denominator) if catalogue()[id].denominator else (None, None)
    return _titled(id), _number(figure), *(_side(figure, value) for value in both)


def _rows(id: str, places: Sequence[str], request: Request, answers: Answers) -> Iterator[tuple[Cell, ...]]:
    """Yield the row of an indicator with a column a place, and for a rate one for each side."""
    figures = [_figure(id, place, request, answers) for place in places]
    yield _titled(id), *(_number(figure) for figure in figures)
    if catalogue()[id].denominator:
        yield "　分子", *(_side(figure, figure.numerator) for figure in figures)
        yield "　分母", *(_side(figure, figure.denominator) for figure in figures)


def _titled(id: str) -> str:
    one = catalogue()[id]
    return f"{one.label}（{one.unit}）{'' if one.numerator.span == 'period' else '*'}"


def _number(figure: Figure) -> Cell:
    """Return the number as one where there is one, a range or a state in words."""
    one = catalogue()[figure.indicator]
    is_plain = figure.state == "ok" and figure.value is not None and not numbers.is_range(figure, one)
    return _whole_or_not(round(figure.value or 0, one.decimals)) if is_plain else numbers.number(figure, one)


def _side(figure: Figure, value: float | None) -> Cell:
    return None if value is None or figure.state != "ok" else _whole_or_not(round(value, 2))


def _whole_or_not(value: float) -> int | float:
    return int(value) if value == int(value) else value


def _figure(id: str, place: str, request: Request, answers: Answers) -> Figure:
    """Return the figure of a community, or of all together where none is named."""
    found = answers[("community",) if place else request.whole]
    return next(f for f in found if f.indicator == id and (not place or f.community == place))


def _whole(part: Part, request: Request, answers: Answers) -> list[Figure]:
    found = {figure.indicator: figure for figure in answers[request.whole]}
    return [found[id] for id in part.indicators]


def _of(figure: Figure, request: Request) -> Figure:
    """Name several communities in a sentence; one bears its own name."""
    return figure if request.is_alone else replace(figure, community=joint_name(request.filters.communities))


def _attested(said: Sequence[Sentence], figures: Sequence[Figure], request: Request) -> list[Sentence]:
    """Name in the footnote of a figure the attachments that support it."""
    known = [figure for figure in figures if is_said(figure)]
    return [
        replace(one, footnote=f"{one.footnote}{_proofs(catalogue()[figure.indicator], request)}")
        for one, figure in zip(said, known, strict=True)
    ]


def _proofs(one: Indicator, request: Request) -> str:
    names = [f"“{item.caption}”" for item in request.attachments if item.figure == one.label]
    return f"佐证附件：{'、'.join(names)}。" if names else ""


def _absent(figures: Sequence[Figure]) -> tuple[content.Sentence, ...]:
    if not figures:
        return ()
    named = "、".join(
        f"{catalogue()[f.indicator].label}（{numbers.full(f, catalogue()[f.indicator])}）" for f in figures
    )
    return (content.Sentence(f"为0或没有数的指标：{named}。"),)


def _undrawn(wishes: Sequence[Wish], request: Request) -> tuple[tuple[content.Sentence, ...], ...]:
    if not wishes:
        return ()
    named = "、".join(charts.title(wish, request) for wish in wishes)
    return ((content.Sentence(f"可用的数太少、没有画图的：{named}。"),),)
