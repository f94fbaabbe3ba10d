"""Makes a pack from a request: figures, sections, definitions, sources, problems; the same request gives the same bytes."""

from collections.abc import Callable, Sequence

from evidence.pack.bundle import DOCUMENTS, zip_pack
from evidence.pack.content import Definition, Pack
from evidence.pack.figure_rows import figure_rows
from evidence.pack.request import Request, request_to_inputs, split_figures
from evidence.pack.sections import section
from evidence.pack.sources import problems, sources
from indicators import engine
from indicators.engine import catalogue, sql_of
from indicators.model import Filters
from indicators.survey_modes import ANSWERS, BY_MODE, asked_otherwise
from warehouse import communities
from warehouse.build import Build
from wording import definitions as definition_words
from wording import notices, palette
from wording.community_names import joint_name

COUNTING, TRACING = "计算指标", "查找来源和口径"
STEPS = (COUNTING, TRACING, *DOCUMENTS)


def write_pack(build: Build, request: Request, begin: Callable[[str], None] = lambda step: None) -> bytes:
    """Return the pack as a zip; `begin` is called with each of STEPS. PackError when there is nothing to say or a file is gone."""
    return zip_pack(assemble_pack(build, request, begin), begin)


def assemble_pack(build: Build, request: Request, begin: Callable[[str], None] = lambda step: None) -> Pack:
    """Return everything the pack says. The time is the build's, never the clock's."""
    begin(COUNTING)
    figures = split_figures(build, request.filters, request.questions, request.k, request.withheld)
    colours = palette.colours(communities.names(build))
    changed = asked_otherwise(engine.figures(build, [ANSWERS], request.filters, BY_MODE))
    sections = tuple(section(spec, request, figures, colours, changed) for spec in request.template.section)
    begin(TRACING)
    ids = request.template.indicators
    ledgers = sources(build, ids, request.filters, request.k)
    return Pack(
        title=f"{joint_name(request.filters.communities)}五社联动成效佐证材料",
        communities=request.filters.communities,
        period=request.period.label,
        build=build.name,
        built_at=build.created_at.replace(tzinfo=None),
        is_demo=build.is_demo,
        filters=filter_words(request),
        sections=sections,
        definitions=definitions(ids, request.filters),
        sources=ledgers,
        problems=problems(build, ledgers),
        figures=tuple(figure_rows(figures)),
        attachments=request.attachments,
        inputs=request_to_inputs(request),
    )


def filter_words(request: Request) -> tuple[tuple[str, str], ...]:
    """Return what narrows the figures down, as it is printed."""
    strands = (("板块", "、".join(request.filters.strands)),) if request.filters.strands else ()
    hidden = f"0照常列出；{notices.small_numbers_that_leave(request.k)}"
    former = (
        f"{len(request.withheld)}个数与页面上别的时期或以前送出的数相差只有少数几个人，已隐藏"
        if request.withheld
        else ""
    )
    return (*strands, ("较小的人数", "；".join(filter(None, (hidden, former)))), ("模板", request.template.title))


def definitions(ids: Sequence[str], filters: Filters) -> tuple[Definition, ...]:
    """Return the definitions of these indicators as they stand today, with the SQL of this request."""
    return tuple(_definition(id, filters) for id in ids)


def _definition(id: str, filters: Filters) -> Definition:
    indicator = catalogue()[id]
    return Definition(
        id=id,
        label=indicator.label,
        unit=indicator.unit,
        words=_with_line_a_paragraph(indicator.words),
        numerator=definition_words.side(indicator.numerator),
        denominator=definition_words.side(indicator.denominator) if indicator.denominator else "",
        sql=sql_of(id, filters),
        version=str(indicator.version),
        owner=indicator.owner,
        checked_by=indicator.checked_by,
        reviewed=indicator.reviewed,
    )


def _with_line_a_paragraph(docstring: str) -> str:
    """Return a docstring without the line breaks inside its paragraphs."""
    return "\n".join(paragraph.replace("\n", "") for paragraph in docstring.split("\n\n"))
