"""Names rows and columns of a sheet in a sentence for the clerk."""

from collections.abc import Sequence

from etl.cleaning.table_body import TableBody

MOST_NAMED = 10  # rows or columns


def listed(places: Sequence[str], unit: str) -> str:
    """Return rows or columns in words: 3、7, of more than ten 2、3、…等25 with the unit behind it."""
    more = f"等{len(places)}{unit}" if len(places) > MOST_NAMED else ""
    return f"{'、'.join(places[:MOST_NAMED])}{more}"


def rows_listed(numbers: Sequence[int]) -> str:
    """Return rows by their numbers in the sheet: 第3、7行, 第2、3、…等25行."""
    return f"第{listed(list(map(str, numbers)), '')}行"


def rows_at(body: TableBody, offsets: Sequence[int]) -> str:
    """Return the same of rows of a table."""
    return rows_listed([body.row_no(offset) for offset in offsets])
