"""A section of the pack: what is written by hand, the figures as sentences, the charts, and all figures in a table."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from documents.document import Cell, Table
from evidence.pack import charts
from evidence.pack.content import Paragraph, Section
from evidence.pack.report_notes import report_notes
from evidence.pack.request import Request, SplitFigures, is_drawable
from evidence.pack.template import ChartSpec, SectionSpec
from indicators.engine import catalogue
from indicators.interval import is_range
from indicators.model import Figure, Indicator
from indicators.survey_modes import is_of_survey
from warehouse.communities import short_name
from wording import numbers, reports, sentences, states
from wording.community_names import counted_name, counted_words
from wording.sentences import Clause, Sentence
from wording.survey_waves import asked_otherwise_note

FigureByPlace = Mapping[tuple[str, str], Figure]  # by indicator and community, "" for all together
BY_HAND = "【请申报单位填写】"
STYLES = {"exact": sentences.exact, "rounded": sentences.rounded}


def section(
    spec: SectionSpec,
    request: Request,
    figures: SplitFigures,
    colours: Mapping[str, str],
    surveyed_otherwise: Sequence[str] = (),
) -> Section:
    """Return the section; its figures arrive disclosed. `surveyed_otherwise` are communities that changed how they ask people."""
    drawable = [chart for chart in spec.chart if is_drawable(chart, request)]
    drawn = {chart: charts.chart(chart, request, figures, colours) for chart in drawable}
    undrawn = [chart for chart in drawable if not drawn[chart]]
    prompt = ((Clause(f"{BY_HAND}{spec.prompt}"),),) if spec.prompt else ()
    return Section(
        spec.title,
        (
            *prompt,
            *paragraphs(spec, request, figures),
            *_survey_paragraphs(spec, surveyed_otherwise),
            *_undrawn_paragraphs(undrawn, request),
        ),
        tuple(chart for chart in drawn.values() if chart),
        tables(spec, request, figures),
    )


def paragraphs(spec: SectionSpec, request: Request, figures: SplitFigures) -> tuple[Paragraph, ...]:
    """Return the figures as one paragraph with footnotes, and one that names those that are 0 or have no number."""
    by_id = {figure.indicator: figure for figure in figures[request.whole]}
    whole = [by_id[id] for id in spec.indicators]
    written = [_sentence(figure, spec, request) for figure in whole if has_something_to_say(figure)]
    absent = [figure for figure in whole if not has_something_to_say(figure)]
    both = (tuple(sentences.clauses(written)), _absent_paragraph(absent))
    return tuple(paragraph for paragraph in both if paragraph)


def _survey_paragraphs(spec: SectionSpec, surveyed_otherwise: Sequence[str]) -> tuple[Paragraph, ...]:
    """Return what to mind when answers are compared, in a section that has any."""
    ids = (*spec.indicators, *(id for chart in spec.chart for id in chart.indicators))
    note = asked_otherwise_note(surveyed_otherwise) if any(map(is_of_survey, ids)) else ""
    return ((Clause(f"满意度：{note}"),),) if note else ()


def has_something_to_say(figure: Figure) -> bool:
    """Whether there is something to say in prose: a number that may be shown, and more than 0."""
    return figure.state == "ok" and bool(figure.value)


def _sentence(figure: Figure, spec: SectionSpec, request: Request) -> Sentence:
    """Return a figure as a sentence whose footnote names the attachments that support it."""
    indicator = catalogue()[figure.indicator]
    sentence = STYLES[spec.style](_with_subject(figure, request), indicator)
    return replace(sentence, footnote=f"{sentence.footnote}{_attachment_note(indicator, request)}")


def _with_subject(figure: Figure, request: Request) -> Figure:
    """Name several communities in a sentence; one bears its own name."""
    if request.is_one_community:
        return figure
    return replace(figure, community=counted_name(figure, request.filters.communities))


def _attachment_note(indicator: Indicator, request: Request) -> str:
    captions = [f"“{attachment.caption}”" for attachment in request.attachments if attachment.figure == indicator.label]
    return f"佐证附件：{'、'.join(captions)}。" if captions else ""


def _absent_paragraph(figures: Sequence[Figure]) -> Paragraph:
    if not figures:
        return ()
    hidden = [figure for figure in figures if figure.state == "hidden"]
    absent = [figure for figure in figures if figure not in hidden]
    names = "、".join(f"{catalogue()[figure.indicator].label}（{_absent_words(figure)}）" for figure in absent)
    labels = "、".join(catalogue()[figure.indicator].label for figure in hidden)
    clauses = (
        f"为0或没有数的指标：{names}。" if absent else "",
        f"{states.WORDS['hidden']}的指标：{labels}。" if hidden else "",
    )
    return tuple(map(Clause, filter(None, clauses)))


def _absent_words(figure: Figure) -> str:
    """Return a 0 with the months it rests on where these are not all, or why there is no number."""
    words = numbers.full(figure, catalogue()[figure.indicator])
    gap = reports.gap(figure) if figure.value is not None else ""
    return f"{words}，报送{gap}" if gap else words


def _undrawn_paragraphs(specs: Sequence[ChartSpec], request: Request) -> tuple[Paragraph, ...]:
    if not specs:
        return ()
    titles = "、".join(charts.title(chart, request) for chart in specs)
    return ((Clause(f"可用的数太少、没有画图的：{titles}。"),),)


def tables(spec: SectionSpec, request: Request, split_figures: SplitFigures) -> tuple[Table, ...]:
    """Return all figures of the section in one table, rates with both sides; no table without indicators."""
    if not spec.indicators:
        return ()
    figures = _by_indicator_and_place(request, split_figures)
    title = f"数据一览（{request.period.label}，带*的截至期末）"
    if request.is_one_community:
        lines = tuple(_line(id, figures) for id in spec.indicators)
        return (Table(title, ("指标（单位）", "数值", "分子", "分母"), lines, _note(spec, request, figures)),)
    places = (*request.filters.communities, "")
    names = [short_name(place) if place else charts.subject(request) for place in places]
    rows = tuple(row for id in spec.indicators for row in _rows(id, places, figures))
    return (Table(title, ("指标（单位）", *names), rows, _note(spec, request, figures)),)


def _note(spec: SectionSpec, request: Request, figures: FigureByPlace) -> str:
    """Return what to mind of the figures of each community, of indicators that rest on the same reports together."""
    labels: dict[str, list[str]] = {}
    for id in spec.indicators:
        in_places = [figures[id, place] for place in request.filters.communities]
        labels.setdefault(report_notes(in_places), []).append(catalogue()[id].label)
    return "".join(f"{'、'.join(names)}：{words}" for words, names in labels.items() if words)


def _line(id: str, figures: FigureByPlace) -> tuple[Cell, ...]:
    """Return the one row of an indicator for a single community."""
    figure = figures[id, ""]
    sides = (figure.numerator, figure.denominator) if catalogue()[id].denominator else (None, None)
    return _title_cell(id), _value_cell(figure), *(_side_cell(figure, side) for side in sides)


def _rows(id: str, places: Sequence[str], figures: FigureByPlace) -> Iterator[tuple[Cell, ...]]:
    """Yield the row of an indicator with a column a place, and for a rate one for each side."""
    in_places = [figures[id, place] for place in places]
    counted = f"；合计是{words}" if (words := counted_words(in_places[-1])) else ""
    yield f"{_title_cell(id)}{counted}", *(_value_cell(figure) for figure in in_places)
    if catalogue()[id].denominator:
        yield "　分子", *(_side_cell(figure, figure.numerator) for figure in in_places)
        yield "　分母", *(_side_cell(figure, figure.denominator) for figure in in_places)


def _title_cell(id: str) -> str:
    indicator = catalogue()[id]
    return f"{indicator.label}（{indicator.unit}）{'' if indicator.is_of_period else '*'}"


def _value_cell(figure: Figure) -> Cell:
    """Return a number as one, so that a table can be calculated with; a range or a state in words."""
    indicator = catalogue()[figure.indicator]
    if figure.state != "ok" or figure.value is None or is_range(figure, indicator):
        return numbers.number(figure, indicator)
    return _without_empty_decimals(round(figure.value, indicator.decimals))


def _side_cell(figure: Figure, side: float | None) -> Cell:
    return None if side is None or figure.state != "ok" else _without_empty_decimals(round(side, 2))


def _without_empty_decimals(value: float) -> int | float:
    return int(value) if value == int(value) else value


def _by_indicator_and_place(request: Request, figures: SplitFigures) -> FigureByPlace:
    """Return the figures of each community, and under no name those of all together."""
    whole = {(figure.indicator, ""): figure for figure in figures[request.whole]}
    return {(figure.indicator, figure.community or ""): figure for figure in figures[("community",)]} | whole
