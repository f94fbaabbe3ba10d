"""Groups the problems of a sheet by reason, with counts and rows: one line a reason, the worst first, never a line a row."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from etl.problem import SEVERITIES, Severity
from warehouse.ledgers import StoredProblem

MOST_ROWS = 20  # row numbers listed with a reason
_QUOTED = re.compile(r"“[^”]*”")  # “2023.9.31”
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class Reason:
    """Problems that say the same of different rows. `sentence` is that of the first, with how many others there are."""

    code: str
    severity: Severity
    column: str
    count: int
    sentence: str
    rows: tuple[int, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the shape scripts depend on."""
        return {
            "code": self.code,
            "severity": self.severity,
            "column": self.column,
            "count": self.count,
            "sentence": self.sentence,
            "rows": list(self.rows),
        }


def reasons(problems: Sequence[StoredProblem]) -> list[Reason]:
    """Return the reasons among these problems, refusals first, hints next, skipped rows last; the more frequent before the rarer."""
    patterns = {message: pattern(message) for message in {problem.message for problem in problems}}
    groups: dict[tuple[str, str, str, str], list[StoredProblem]] = {}
    for problem in problems:
        alike = (problem.severity, problem.code, problem.column, patterns[problem.message])
        groups.setdefault(alike, []).append(problem)
    return sorted(
        map(_reason, groups.values()),
        key=lambda reason: (SEVERITIES.index(reason.severity), -reason.count, reason.sentence),
    )


def pattern(message: str) -> str:
    """Return a sentence without what differs from row to row: quoted cells and numbers."""
    return _NUMBER.sub("#", _QUOTED.sub("“”", message))


def _reason(group: Sequence[StoredProblem]) -> Reason:
    first = group[0]
    differs = len({problem.message for problem in group}) > 1
    sentence = f"{first.message.rstrip('。')}（等{len(group)}处）。" if differs else first.message
    rows = tuple(problem.row_no for problem in group if problem.row_no is not None)[:MOST_ROWS]
    return Reason(first.code, first.severity, first.column, len(group), sentence, rows)
