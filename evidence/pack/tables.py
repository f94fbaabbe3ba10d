"""Derives the tables of a pack, once: Word, Excel, the page and the CSV print the same ones."""

from collections.abc import Sequence
from dataclasses import astuple

from documents.day_text import time_text
from documents.document import Cell, Table
from evidence.pack.content import Attachment, Definition, FigureRow, Pack
from wording.figure_columns import RANGE
from wording.notices import DEMO

REPORT_COLUMNS = "报送", "未报送", RANGE  # unknown to packs made before


def figures(pack: Pack) -> Table:
    return figure_table(pack.figures)


def figure_table(figures: Sequence[FigureRow]) -> Table:
    """Return figures as the table of the pack's data."""
    header = (
        "指标编号", "指标", "单位", "社区", "类别", "统计期", "起", "止", "数值", "下限", "上限", "分子", "分母", "状态", "汇总上报",
        *REPORT_COLUMNS,
    )  # fmt: skip
    return Table("数据", header, tuple(astuple(figure) for figure in figures))


def definitions(pack: Pack) -> Table:
    header = (
        "指标编号", "指标", "单位", "口径", "分子", "分母", "口径版本", "责任人", "复核人", "复核日期", "计算语句",
    )  # fmt: skip
    return Table("口径", header, tuple(_definition_row(definition) for definition in pack.definitions))


def _definition_row(d: Definition) -> tuple[Cell, ...]:
    who = (d.owner, d.checked_by, d.reviewed)
    return d.id, d.label, d.unit, d.words, d.numerator, d.denominator, d.version, *who, d.sql


def filters(pack: Pack) -> Table:
    """Return under which conditions the figures were made, with the build and how many rows follow from them."""
    nature = (("数据性质", DEMO),) if pack.is_demo else ()
    conditions = (("社区", "、".join(pack.communities)), ("统计期", pack.period), *pack.filters)
    origin = (
        ("数据批次", pack.build),
        ("批次生成时间", time_text(pack.built_at)),
        ("数据行数", len(pack.figures)),
    )
    return Table("筛选条件", ("条件", "内容"), (*nature, *conditions, *origin))


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
