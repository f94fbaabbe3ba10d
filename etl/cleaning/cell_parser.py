"""Finds the function that parses the cells of a column under its header: unit, scale, choices, two values in one cell."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from etl import parse
from etl.cell_kind import Kind
from etl.recognition.spanned_years import SpannedYears
from etl.schema import Column

SCALED_DECIMALS = 6  # kept of a number times the scale of its header: 0.45 万人 are 4500 people, not 4500.000000001


@dataclass(frozen=True)
class ParsingContext:
    """What a cell may need beside its own text: the year that the ledger states, the office's secret."""

    year: int | None
    key: bytes
    date_order: parse.DateOrder | None = None  # stated for the file or its layout
    month: int | None = None
    span: SpannedYears | None = None  # of a title over several years: it settles the year of a month, or asks
    of_organisations: bool = False  # the header says that its cells name organisations
    of_lengths: bool = False  # the header says that its cells are lengths of time, and no times of a day
    of_republic: bool = False  # the header says that its years are of the Republic: 日期（民国）

    def under(self, header: str) -> "ParsingContext":
        """Return what cells under a header need: whether it says that they name organisations, or are lengths of time."""
        own = header.split("/")[-1]
        return replace(
            self,
            of_organisations=parse.heads_organisations(own),
            of_lengths=parse.heads_lengths(own),
            of_republic=parse.is_of_republic(header),
        )

    def arguments(self, kind: Kind, order: parse.DateOrder | None, scale: float | None) -> dict[str, Any]:
        """Return what the parser of a kind takes beside the text."""
        known = {"year": self.year, "order": order, "month": self.month, "scale": scale}
        return {name: known[name] for name in kind.accepts}


def cell_parser(
    column: Column, unit: str | None, context: ParsingContext, order: parse.DateOrder | None
) -> Callable[[str], Any]:
    """Return the function that parses a cell of this column under this header."""
    scale = column.scales.get(unit or "", 1)
    parse_cell: Callable[..., Any] = column.kind.parse
    arguments = context.arguments(column.kind, order, scale)
    if column.fills:
        return partial(part_of_cell, column, index=0, **arguments)
    if arguments:
        return partial(parse_cell, **arguments)
    if scale is not None and scale != 1:
        return partial(_scaled, column, scale)
    if column.choices and column.is_open:
        return partial(parse.open_choice, options=column.choices)
    if column.choices:
        return partial(
            parse.choice, options=column.choices, list_name=column.label, closed_because=column.closed_because
        )
    return parse_cell


def part_of_cell(column: Column, text: str, index: int, **arguments: Any) -> Any:
    """Return one of the values that a cell of this column holds: of 198件 the number (0) or the unit (1)."""
    values = column.kind.parse(text, **arguments)
    if values and index == 0 and column.choices:
        return parse.choice(values[0], column.choices, column.label)
    return values and values[index]


def _scaled(column: Column, scale: float, text: str) -> float | None:
    """Return a number written in the header's unit: 0.45 under 万人 are 4500 people."""
    number = parse.number(text)
    if number is None:
        return None
    scaled = round(number * scale, SCALED_DECIMALS)
    if column.kind.sql_type == "bigint" and scaled != round(scaled):
        raise ValueError(f"{column.label}“{text}”换算后不是整数，请核对，或改写成不带“万”的整数。")
    return scaled
