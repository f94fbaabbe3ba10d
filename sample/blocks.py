"""A sheet is a stack of blocks: titles, headers, bodies, totals, notes, each with its merged cells."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

from sample.cells import Formula, Raw, Show, unchanged

Merge = tuple[int, int, int, int]  # first row, first column, last row, last column


@dataclass(frozen=True)
class Field:
    """One column of a ledger. `header` 服务时长|上午 makes a two-level header; `value` names an attribute or works it out."""

    header: str
    value: str | Callable[[Any], Any]
    show: Show = unchanged
    is_summed: bool = False

    def number(self, record: Any) -> Any:
        """Return the value before it is written."""
        return getattr(record, self.value) if isinstance(self.value, str) else self.value(record)

    def cell(self, record: Any) -> Any:
        """Return the value as this ledger writes it."""
        value = self.number(record)
        return value.cell if isinstance(value, Raw) else self.show(value)


@dataclass(frozen=True)
class Block:
    """Rows of cells, and the cells merged among them."""

    rows: tuple[tuple[Any, ...], ...]
    merges: tuple[Merge, ...] = ()


def stack(*blocks: Block) -> Block:
    """Put blocks under one another."""
    rows: list[tuple[Any, ...]] = []
    merges: list[Merge] = []
    for block in blocks:
        merges += [(top + len(rows), left, bottom + len(rows), right) for top, left, bottom, right in block.merges]
        rows += block.rows
    return Block(tuple(rows), tuple(merges))


def line(*cells: Any) -> Block:
    return Block((cells,))


def blank(count: int = 1) -> Block:
    return Block(((),) * count)


def title(text: str, width: int) -> Block:
    """A text merged over the whole width."""
    return Block(((text, *[None] * (width - 1)),), ((0, 0, 0, width - 1),) if width > 1 else ())


def head(fields: Sequence[Field]) -> Block:
    """One header row, or two where a header has a bar: parents merged sideways, the others downwards."""
    parts = [field.header.split("|") for field in fields]
    if all(len(part) == 1 for part in parts):
        return Block((tuple(part[0] for part in parts),))
    merges: list[Merge] = [(0, i, 1, i) for i, part in enumerate(parts) if len(part) == 1]
    for _, run in groupby(range(len(parts)), key=lambda i: parts[i][0]):
        columns = list(run)
        if len(columns) > 1:
            merges.append((0, columns[0], 0, columns[-1]))
    below = tuple(part[1] if len(part) == 2 else None for part in parts)
    starts = {left for _, left, _, _ in merges}
    above = tuple(part[0] if i in starts or len(part) == 1 else None for i, part in enumerate(parts))
    return Block((above, below), tuple(merges))


def body(
    fields: Sequence[Field], records: Iterable[Any], merged: Sequence[str] = (), lost: Sequence[str] = ()
) -> Block:
    """One row a record. Runs of equal cells under the `merged` headers are merged; under the `lost` ones only the
    first keeps its text, as if the merge had been taken apart."""
    rows = [[field.cell(record) for field in fields] for record in records]
    merges: list[Merge] = []
    for column, field in enumerate(fields):
        if field.header in (*merged, *lost):
            for first, last in _runs([row[column] for row in rows]):
                for row in rows[first + 1 : last + 1]:
                    row[column] = None
                if field.header in merged and last > first:
                    merges.append((first, column, last, column))
    return Block(tuple(tuple(row) for row in rows), tuple(merges))


def _runs(cells: Sequence[Any]) -> list[tuple[int, int]]:
    starts = [i for i, cell in enumerate(cells) if i == 0 or cell != cells[i - 1]]
    return [(first, after - 1) for first, after in pairwise([*starts, len(cells)])]


def total(label: str, fields: Sequence[Field], records: Sequence[Any], error: float = 0, at: int = 0) -> Block:
    """A printed total, its label in column `at`; `error` makes it wrong."""
    cells: list[Any] = [_sum(field, records, error) if field.is_summed else None for field in fields]
    cells[at] = label
    return Block((tuple(cells),))


def _sum(field: Field, records: Sequence[Any], error: float) -> Any:
    numbers = [field.number(record) for record in records]
    return field.show(sum(n for n in numbers if isinstance(n, int | float)) + error)


def spaced(block: Block, every: int) -> Block:
    """Insert an empty row after every so many; blocks with merged cells are left as they are."""
    if block.merges:
        return block
    rows = [row for i, row in enumerate(block.rows, 1) for row in ((row, ()) if i % every == 0 else (row,))]
    return Block(tuple(rows))


def widened(block: Block, first: int, last: int) -> Block:
    """Merge two or more columns in every row of a body, as hand-drawn forms do; the cells between must be empty."""
    return Block(block.rows, (*block.merges, *((row, first, row, last) for row in range(len(block.rows)))))


def beside(block: Block, row: int, *cells: Any) -> Block:
    """Write cells without a header to the right of a row: a side total, a hint."""
    rows = list(block.rows)
    rows[row] = (*rows[row], None, *cells)
    return Block(tuple(rows), block.merges)


def formula_tail(width: int, column: int, count: int) -> Block:
    """Prepared rows below the data whose formulas show 0."""
    row = [None] * width
    return Block(tuple((*row[:column], Formula("=0*1", 0), *row[column + 1 :]) for _ in range(count)))
