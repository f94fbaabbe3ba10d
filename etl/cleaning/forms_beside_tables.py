"""Asks about forms beside a table of the same record type in one workbook: a list and the page of each record on it would count twice."""

from collections.abc import Collection, Sequence

from etl.recognition.meanings import CHECKED
from etl.recognition.nearest_types import texts_of
from etl.recognition.side_by_side import Part
from etl.recognition.unrecognised import Unrecognised


def beside_table(parts: Sequence[Part], tables: Collection[tuple[str, str]]) -> Unrecognised | None:
    """Return why the forms of a sheet are not read where another sheet is a table of their record type; `tables` are (record type, sheet)."""
    header = parts[0][1][0].header
    sheet = next((sheet for record, sheet in tables if record == header.record.id), None)
    if sheet is None or header.is_checked:
        return None
    label = header.record.label
    objection = (
        f"这张工作表像表单，可工作表“{sheet}”已经是一行一条的“{label}”，两处多半是同样的记录，表单没有读，以免算两次。"
        f"只要表单的，用 --sheet 指明这几张；确实是不同的记录，加 --set {CHECKED}=是。"
    )
    return Unrecognised(texts_of(header), objection=objection, header=header, sheet=parts[0][0])
