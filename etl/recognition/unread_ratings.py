"""Asks about questions of a questionnaire that nobody read: columns of ratings beside the one that is taken for the score."""

from collections.abc import Iterator

from etl.reading.grid import Sheet
from etl.recognition.cells_below import cells_below
from etl.recognition.guesses import guess_for, takes_questions
from etl.recognition.meanings import NOT_READ
from etl.recognition.table_header import UNFED, TableHeader
from etl.schema import Column


def unread_ratings(header: TableHeader, sheet: Sheet) -> Iterator[str]:
    """Yield which headers hold ratings too, and how each question is read or left out."""
    for column in map(header.record.column, header.sources):
        unread = list(_unread(header, sheet, column)) if takes_questions(column) else []
        if unread:
            taken = [header.text(index) for index in header.sources[column.name]]
            named = " ".join(f"--map {text}={column.label}" for text in [*taken, *unread])
            yield (
                f"“{'”“'.join(unread)}”下面也是评分，现在只读了“{'”“'.join(taken)}”。一列一题的，请把每一题都指明：{named}"
                f"（几列连着的，可写 第7列…第9列={column.label}）；不要读的，写 --map {unread[0]}={NOT_READ}。"
            )


def _unread(header: TableHeader, sheet: Sheet, column: Column) -> Iterator[str]:
    for match in header.matches:
        values = cells_below(header, sheet, match.index).unique().drop_null().to_pylist() if match.how in UNFED else []
        if values and guess_for(column, match.header, values):
            yield match.header
