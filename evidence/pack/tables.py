"""The tables of a pack, derived once; Word, Excel, the page and the CSV print the same ones."""

from collections.abc import Sequence

from evidence.pack import axis
from evidence.pack.content import Attachment, Cell, Chart, Definition, Figure, Pack, Table


def points(chart: Chart) -> Table:
    """Return the table beneath a chart, in words. The longer side runs down the page."""
    names = tuple(series.name for series in chart.series)
    columns = tuple(series.words for series in chart.series)
    title = axis.title(chart)
    if len(names) > len(chart.categories):
        return Table(
            title, ("", *chart.categories), tuple((n, *words) for n, words in zip(names, columns, strict=True))
        )
    return Table(title, ("", *names), tuple(zip(chart.categories, *columns, strict=True)))


def numbers(chart: Chart) -> Table:
    """Return what a chart is drawn from: categories down, one column a series, None where there is no number."""
    header = (axis.title(chart), *(series.name for series in chart.series))
    return Table(chart.title, header, tuple(zip(chart.categories, *(s.values for s in chart.series), strict=True)))


def gaps(chart: Chart) -> str:
    """Return the words that stand in a chart's gaps and where: 未报送：2021年（费家营社区）、2022年（费家营社区）."""
    places: dict[str, list[str]] = {}
    for series in chart.series:
        for category, value, word in zip(chart.categories, series.values, series.words, strict=True):
            if value is None:
                places.setdefault(word, []).append(f"{category}（{series.name}）")
    return "；".join(f"{word}：{'、'.join(where)}" for word, where in places.items())


def figures(pack: Pack) -> Table:
    return data(pack.figures)


def data(figures: Sequence[Figure]) -> Table:
    """Return figures as the rows of the pack's data."""
    header = (
        "指标编号", "指标", "单位", "社区", "类别", "统计期", "起", "止", "数值", "下限", "上限", "分子", "分母", "状态",
    )  # fmt: skip
    return Table("数据", header, tuple(_figure_row(figure) for figure in figures))


def _figure_row(f: Figure) -> tuple[Cell, ...]:
    asked = (f.indicator, f.label, f.unit, f.community, f.category, f.period, f.from_on, f.to_on)
    return *asked, f.value, f.low, f.high, f.numerator, f.denominator, f.state


def definitions(pack: Pack) -> Table:
    header = (
        "指标编号",
        "指标",
        "单位",
        "口径",
        "分子",
        "分母",
        "口径版本",
        "责任人",
        "复核人",
        "复核日期",
        "计算语句",
    )
    return Table("口径", header, tuple(_definition_row(definition) for definition in pack.definitions))


def _definition_row(d: Definition) -> tuple[Cell, ...]:
    who = (d.owner, d.checked_by, d.reviewed)
    return d.id, d.label, d.unit, d.words, d.numerator, d.denominator, d.version, *who, d.sql


def filters(pack: Pack) -> Table:
    """Return under which conditions the figures were made, with the build and how many rows follow from them."""
    asked = (("社区", "、".join(pack.communities)), ("统计期", pack.period), *pack.filters)
    made = (
        ("数据批次", pack.build),
        ("批次生成时间", f"{pack.built_at:%Y-%m-%d %H:%M}"),
        ("数据行数", len(pack.figures)),
    )
    nature = (("数据性质", "演示数据，非真实记录，不得用于申报"),) if pack.is_demo else ()
    return Table("筛选条件", ("条件", "内容"), (*nature, *asked, *made))


def sources(pack: Pack) -> Table:
    header = ("台账文件", "记录类型", "读取行数", "入库行数", "拒收行数", "跳过行数", "SHA-256")
    rows = tuple((s.file, s.record, s.read, s.loaded, s.refused, s.skipped, s.sha256) for s in pack.sources)
    return Table("来源", header, rows)


def problems(pack: Pack) -> Table:
    header = ("台账文件", "工作表", "行号", "列", "单元格内容", "问题")
    return Table("问题", header, tuple((p.file, p.sheet, p.row, p.column, p.cell, p.message) for p in pack.problems))


def attachments(pack: Pack) -> Table:
    rows = tuple((number, a.caption, a.figure, place(a)) for number, a in enumerate(pack.attachments, 1))
    return Table("附件清单", ("序号", "材料", "佐证的指标", "位置"), rows)


def place(attachment: Attachment) -> str:
    """Return where a reader finds an attachment: a path inside the pack, or a link."""
    return f"附件/{attachment.name}" if attachment.path else attachment.link


def printed(cell: Cell) -> str:
    """Return a cell as a reader sees it: thousands separated, at most two decimals, missing as an empty cell."""
    if cell is None or isinstance(cell, str):
        return cell or ""
    return f"{cell:,}" if isinstance(cell, int) else f"{cell:,.2f}".rstrip("0").rstrip(".")
