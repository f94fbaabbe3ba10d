"""Reads an aggregate expression of the narrow vocabulary: count, sum, min or max over a column, a product or every row.

Every engine we run on knows these functions. A condition goes inside as `case when … end`, because some engines lack
`filter (where …)`, and ClickHouse gives 0 instead of null for a filtered sum over no rows.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Self

# count(*), sum(heads), sum(heads * event_heads), -count(person_key), count(distinct title), count(distinct (community, team))
_PATTERN = re.compile(
    r"(?P<sign>-?)(?P<function>count|sum|min|max)\((?P<distinct>distinct )?(?P<argument>\*|\w+|\w+ \* \w+|\(\w+, \w+\))\)"
)


@dataclass(frozen=True)
class Expression:
    """An aggregate expression in its parts; `columns` is empty for count(*)."""

    sign: str
    function: str
    is_distinct: bool
    columns: tuple[str, ...]
    is_product: bool = False

    @classmethod
    @cache  # the catalogue holds some hundred of them
    def parse(cls, text: str) -> Self:
        """Return the parts of an expression; ValueError when it lies outside the vocabulary."""
        match = _PATTERN.fullmatch(text)
        if not match:
            raise ValueError(f"{text} lies outside the vocabulary of aggregates")
        columns = tuple(re.findall(r"\w+", match["argument"]))
        return cls(match["sign"], match["function"], bool(match["distinct"]), columns, " * " in match["argument"])

    @property
    def adds_up(self) -> bool:
        """Whether the results of parts add up to that of the whole: plain counts and sums do, distinct things do not."""
        return self.function in ("count", "sum") and not self.is_distinct

    @property
    def is_extreme(self) -> bool:
        """Whether it is a least or greatest value, which no rows have none of."""
        return self.function in ("min", "max")

    def restricted(self, condition: str) -> str:
        """Return the SQL of the expression over the rows that meet a condition."""
        distinct = "distinct " if self.is_distinct else ""
        return f"{self.sign}{self.function}({distinct}case when {condition} then {self._argument} end)"

    @property
    def sql(self) -> str:
        """Return the SQL of the expression over every row."""
        distinct = "distinct " if self.is_distinct else ""
        return f"{self.sign}{self.function}({distinct}{self._argument if self.columns else '*'})"

    @property
    def _argument(self) -> str:
        if self.is_product:
            return f"cast({self.columns[0]} as double) * {self.columns[1]}"  # squares outgrow whole numbers of 32 bits
        if len(self.columns) > 1:
            return f"({', '.join(self.columns)})"
        return self.columns[0] if self.columns else "1"  # 1 stands for a row: count(case when … then 1 end)
