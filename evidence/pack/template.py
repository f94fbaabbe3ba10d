"""What a pack is made of, read from a data file: sections with their figures, the charts wanted, what is written by hand.

One new file in `templates` is one new template; the fields below bear the names that its file uses. `by` says what lies along a
chart's axis: month, quarter or year, `time` (the finest of them that keeps a chart readable), community or category; `split` what
its series are; `column` which category. What is wrong with a file is said in Chinese: which file, which section, what to write.
"""

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, replace
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin

from command_line import WrongUsage
from indicators import tables
from indicators.engine import catalogue
from indicators.model import Indicator

FOLDER = Path(__file__).parent / "templates"
OTHERS = "其他数据"  # the section of indicators that a template does not hold

ChartKind = Literal["line", "column", "stacked", "bar"]
AxisBy = Literal["time", "month", "quarter", "year", "community", "category"]
SeriesBy = Literal["", "community", "category"]
NumberStyle = Literal["exact", "rounded"]
DeclaredTemplate = TypeVar("DeclaredTemplate")


class BadTemplate(WrongUsage):
    """A template file that cannot be used. Carries a Chinese sentence."""


@dataclass(frozen=True)
class ChartSpec:
    """A chart that is wanted. Several indicators stand side by side and need one unit."""

    indicators: tuple[str, ...]
    kind: ChartKind
    by: AxisBy
    split: SeriesBy = ""
    column: str = ""


@dataclass(frozen=True)
class SectionSpec:
    """One section. `prompt` tells the applicant what to write there by hand; `style` whether numbers are said exactly."""

    title: str
    indicators: tuple[str, ...] = ()
    style: NumberStyle = "exact"
    prompt: str = ""
    chart: tuple[ChartSpec, ...] = ()


@dataclass(frozen=True)
class Template:
    id: str
    title: str
    words: str = ""
    section: tuple[SectionSpec, ...] = ()

    @property
    def indicators(self) -> tuple[str, ...]:
        """The id of every indicator of the template, once, in reading order."""
        by_section = [(*section.indicators, *charted_indicators(section)) for section in self.section]
        return tuple(dict.fromkeys(id for ids in by_section for id in ids))


def charted_indicators(section: SectionSpec) -> list[str]:
    """Return the ids of the indicators in a section's charts."""
    return [id for chart in section.chart for id in chart.indicators]


def select_indicators(template: Template, ids: Sequence[str]) -> Template:
    """Return the template with these indicators only; one it does not hold joins at the end, every one gets a chart."""
    sections = [_select(section, ids) for section in template.section]
    present = {id for section in sections for id in section.indicators}
    others = tuple(id for id in ids if id not in present)
    filled = [section for section in sections if section.indicators] + ([SectionSpec(OTHERS, others)] if others else [])
    return replace(template, section=tuple(_with_chart_for_each(section) for section in filled))


def _select(section: SectionSpec, ids: Collection[str]) -> SectionSpec:
    charts = tuple(chart for chart in section.chart if set(chart.indicators) <= set(ids))
    return replace(section, indicators=tuple(id for id in section.indicators if id in ids), chart=charts)


def _with_chart_for_each(section: SectionSpec) -> SectionSpec:
    charted = set(charted_indicators(section))
    added = (
        ChartSpec((id,), usual_chart_kind(catalogue()[id]), "time") for id in section.indicators if id not in charted
    )
    return replace(section, chart=(*section.chart, *added))


def usual_chart_kind(indicator: Indicator) -> ChartKind:
    """Return how an indicator is drawn over time: counts as columns, rates and states as lines."""
    return "line" if indicator.denominator or not indicator.is_of_period else "column"


def templates(folder: Path = FOLDER) -> dict[str, Template]:
    """Return every template of a folder by file name; BadTemplate names the one at fault."""
    return {path.stem: read_template(path) for path in sorted(folder.glob("*.toml"))}


def read_template(path: Path) -> Template:
    """Return the template of one file; BadTemplate says what is wrong with it."""
    try:
        stored = tomllib.loads(path.read_text(encoding="utf-8"))
        sections = [_section(table) for table in _tables(stored, "section")]
        template = _declared(Template, {**stored, "id": path.stem}, section=sections)
    except tomllib.TOMLDecodeError as fault:
        line = re.search(r"line (\d+)", str(fault))  # “… (at line 3, column 1)”; “(at end of document)” has none
        where = f"第{line[1]}行" if line else "结尾"
        raise BadTemplate(f"模板“{path.name}”{where}的写法有误，请对照其他模板文件修改。") from fault
    except UnicodeDecodeError as fault:
        raise BadTemplate(f"模板“{path.name}”不是UTF-8编码，请另存为UTF-8。") from fault
    except ValueError as fault:
        raise BadTemplate(f"模板“{path.name}”{fault}。") from fault
    if not template.section:
        raise BadTemplate(f"模板“{path.name}”里没有一节，请至少写一个 [[section]]。")
    return template


def _section(stored: Mapping[str, Any]) -> SectionSpec:
    try:
        charts = [_declared(ChartSpec, table) for table in _tables(stored, "chart")]
        section = _declared(SectionSpec, stored, chart=charts)
        if fault := next(_section_faults(section), None):
            raise ValueError(fault)
    except ValueError as fault:
        raise ValueError(f"的“{stored.get('title', '没有标题的一节')}”{fault}") from fault
    return section


def _tables(stored: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    tables = stored.get(name, [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise ValueError(f"的 {name} 要写成 [[{name}]]")
    return tables


def _declared(declaration: type[DeclaredTemplate], stored: Mapping[str, Any], **nested: list[Any]) -> DeclaredTemplate:
    """Return the declaration that a table of the file stands for; `nested` holds what was made of the tables inside it."""
    known: dict[str, Any] = {field.name: field for field in fields(declaration)}  # type: ignore[arg-type]
    for name, value in stored.items():
        if name not in known:
            raise ValueError(f"里不认识“{name}”，可以写的是 {'、'.join(known)}")
        is_list = get_origin(known[name].type) is tuple
        if not isinstance(value, list if is_list else str):
            raise ValueError(f"的 {name} 要写成{'列表，如 [“…”, “…”]' if is_list else '带引号的文字'}")
    if absent := [name for name, field in known.items() if field.default is MISSING and name not in stored]:
        raise ValueError(f"缺少 {absent[0]}，请补上")
    values = {**stored, **nested}
    return declaration(**{name: tuple(value) if isinstance(value, list) else value for name, value in values.items()})


def _section_faults(section: SectionSpec) -> Iterator[str]:
    """Yield what is wrong with a section, in words that follow its title."""
    for id in (*section.indicators, *charted_indicators(section)):
        if id not in catalogue():
            yield f"用到了没有的指标“{id}”，请改成指标字典里的编号"
    if section.style not in get_args(NumberStyle):
        yield f"的 style“{section.style}”不认识，请写 exact（准确数）或 rounded（约数）"
    for chart in section.chart:
        yield from (f"的图（{'、'.join(chart.indicators)}）{fault}" for fault in _chart_faults(chart))


def _chart_faults(chart: ChartSpec) -> Iterator[str]:
    for name, value, known in (
        ("kind", chart.kind, ChartKind),
        ("by", chart.by, AxisBy),
        ("split", chart.split, SeriesBy),
    ):
        if value not in get_args(known):
            yield f"的 {name}“{value}”不认识，请写 {'、'.join(filter(None, get_args(known)))} 中的一个"
    indicators = [catalogue()[id] for id in chart.indicators]
    if not indicators:
        yield "没有写指标"
        return
    units = dict.fromkeys(indicator.unit for indicator in indicators)
    if len(units) > 1:
        yield f"里的指标单位不同（{'、'.join(units)}），不能画在一张图里"
    if len(indicators) > 1 and (chart.split or chart.by == "category"):
        yield "已有几个指标，不能再分类别或社区"
    if chart.by == chart.split:
        yield f"的 by 和 split 都是“{chart.by}”，请去掉 split"
    if "category" in (chart.by, chart.split):
        yield from _column_faults(chart, indicators[0])
    if chart.kind == "stacked" and not indicators[0].adds_up:
        yield f"不能堆叠：“{indicators[0].label}”各部分加起来不等于总数，kind 请改成 column 或 line"


def _column_faults(chart: ChartSpec, indicator: Indicator) -> Iterator[str]:
    groups = tables.groups_of(indicator.numerator.table)
    if not groups:
        yield f"不能按类别分：“{indicator.label}”没有类别"
    elif chart.column and chart.column not in groups:
        yield f"不能按“{chart.column}”分，column 可以写 {'、'.join(groups)} 中的一个"
