"""From a request to a finished pack: figures, sections, definitions, sources, problems; the same request, the same bytes."""

from collections.abc import Callable, Sequence

from evidence.pack import content, request
from evidence.pack.bundle import DOCUMENTS, archive
from evidence.pack.inputs import inputs
from evidence.pack.request import Request
from evidence.pack.sections import section
from evidence.pack.sources import problems, sources
from indicators.engine import catalogue, sql_of
from indicators.model import Filters
from warehouse import communities
from warehouse.build import Build
from wording import definitions as definition
from wording import palette
from wording.community_names import joint_name

COUNTING, TRACING = "计算指标", "查找来源和口径"
STEPS = (COUNTING, TRACING, *DOCUMENTS)


def made(build: Build, asked: Request, begin: Callable[[str], None] = lambda step: None) -> bytes:
    """Return the pack as a zip; `begin` is told each of STEPS. PackError when there is nothing to say or a file is gone."""
    return archive(assembled(build, asked, begin), begin)


def assembled(build: Build, asked: Request, begin: Callable[[str], None] = lambda step: None) -> content.Pack:
    """Return everything the pack says. The time is the build's, never the clock's."""
    begin(COUNTING)
    answers = request.answers(build, asked.filters, asked.questions, asked.k)
    colours = palette.colours(communities.names(build))
    parts = tuple(section(part, asked, answers, colours) for part in asked.template.section)
    begin(TRACING)
    ids = asked.template.indicators
    files = sources(build, ids, asked.filters, asked.k)
    return content.Pack(
        title=f"{joint_name(asked.filters.communities)}五社联动成效佐证材料",
        communities=asked.filters.communities,
        period=asked.period.label,
        build=build.name,
        built_at=build.created_at.replace(tzinfo=None),
        is_demo=build.is_demo,
        filters=filter_words(asked),
        sections=parts,
        definitions=definitions(ids, asked.filters),
        sources=files,
        problems=problems(build, files),
        figures=tuple(request.rows(answers)),
        attachments=asked.attachments,
        inputs=inputs(asked),
    )


def filter_words(asked: Request) -> tuple[tuple[str, str], ...]:
    """Return what narrows the figures down, as it is printed."""
    strands = (("板块", "、".join(asked.filters.strands)),) if asked.filters.strands else ()
    hidden = f"不足{asked.k}的，以及能用来推算它们的，都已隐藏，0照常列出"
    return (*strands, ("较小的人数", hidden), ("模板", asked.template.title))


def definitions(ids: Sequence[str], filters: Filters) -> tuple[content.Definition, ...]:
    """Return the definitions of these indicators as they stand today, with the SQL of this request."""
    return tuple(_definition(id, filters) for id in ids)


def _definition(id: str, filters: Filters) -> content.Definition:
    one = catalogue()[id]
    below = definition.side(one.denominator) if one.denominator else ""
    return content.Definition(
        id, one.label, one.unit, _reflowed(one.words), definition.side(one.numerator), below, sql_of(id, filters), str(one.version),
        one.owner, one.checked_by, one.reviewed,
    )  # fmt: skip


def _reflowed(words: str) -> str:
    """Return a docstring with a line for each paragraph."""
    return "\n".join(paragraph.replace("\n", "") for paragraph in words.split("\n\n"))
