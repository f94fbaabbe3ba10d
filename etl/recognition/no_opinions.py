"""Tells the export of a survey platform that holds no opinions: people signed in or up with it, and 得分 is nowhere in it."""

from etl.recognition.candidate_rows import CandidateRow
from etl.recognition.header_cell import is_personal, is_question
from etl.recognition.readable import can_read
from etl.recognition.table_header import NOT_MISSED, TableHeader
from etl.recognition.words_for_types import words_for_types
from etl.schema import Column


def no_opinions(header: TableHeader, candidate: CandidateRow) -> str:
    """Return why a table near to a record type of ratings is not asked for them, in a sentence that names what the words around it say, or ""."""
    record = header.record
    ratings = [column for column in record.columns if column.kind.is_rating and column.is_required]
    if not ratings or candidate.hint(record) or ratings[0].name in header.filled_columns:
        return ""
    if any(
        _may_be_opinions(header, candidate, match.index, ratings[0]) for match in header.matches if not match.column
    ):
        return ""
    return f"没有一列像评分，不能当作“{record.label}”入库。请用 --record 指明是哪一种台账{words_for_types(candidate, record)}。"


def _may_be_opinions(header: TableHeader, candidate: CandidateRow, index: int, rating: Column) -> bool:
    text = header.text(index)
    if NOT_MISSED.fullmatch(text) or is_personal(text):
        return False
    cells = candidate.values_below(index, header.rows[-1])
    return is_question(text) or any(can_read(rating, cell) for cell in cells)
