"""Looks down a sheet for the rows that head its tables."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from etl.reading.grid import Sheet
from etl.recognition import blocks, title
from etl.recognition.another_header import another_header, is_table_above, rows_above, with_way_to_lower
from etl.recognition.answer_rows import holds_answers
from etl.recognition.candidate_rows import CandidateRow, candidate_rows, known_words, may_head_another
from etl.recognition.meanings import Knowledge
from etl.recognition.table_header import TableHeader
from etl.recognition.two_directions import best_headers
from etl.recognition.unrecognised import Unrecognised
from etl.schema import RecordType

MOST = 1 / 2  # of the headers of a further table on a sheet, that its record type must know


@dataclass
class HeaderSearch:
    """What the rows looked at so far are: `headers` those of one table each, `passed` the rows that head no known table."""

    sheet: Sheet
    records: Mapping[str, RecordType]
    knowledge: Knowledge
    file: str
    headers: list[tuple[TableHeader, ...]] = field(default_factory=list)
    passed: list[tuple[int, Unrecognised]] = field(default_factory=list)
    _rows: deque[int] = field(default_factory=deque)  # still to be looked at
    _repeated: set[int] = field(default_factory=set)  # rows that say the same as the first header
    _is_answered: bool = False  # a row of answers was looked at, and is no header: the others are none either

    def refusal(self) -> Unrecognised | None:
        """Look at each row that may head a table; return why the sheet is not read where one of them speaks against it."""
        known = known_words(self.records, self.knowledge)
        self._rows = deque(candidate_rows(self.sheet, self.records, self.knowledge))
        while self._rows:
            row = self._rows.popleft()
            if not self._may_head(row, known):
                continue
            best = best_headers(CandidateRow(self.sheet, row, self.file), self.records, self.knowledge)
            if refusal := self._pass(row, best) if isinstance(best, Unrecognised) else self._take(row, best):
                return refusal
        return None

    def _may_head(self, row: int, known: frozenset[str]) -> bool:
        if not self.headers:
            return not (self._is_answered and holds_answers(self.sheet, row))
        is_below = row > self.headers[-1][0].rows[-1]
        return is_below and (row in self._repeated or may_head_another(self.sheet, row, known))

    def _pass(self, row: int, best: Unrecognised) -> Unrecognised | None:
        """Note a row that heads no known table; return why the sheet is not read if it heads another one all the same."""
        first = self.headers[0][0] if self.headers else None
        if first and (objection := another_header(self.sheet, row, first, best.header)):
            return replace(best, nearest=(), rivals=(), objection=objection, header=first)
        if holds_answers(self.sheet, row):
            self._is_answered = True
        else:
            self.passed.append((row, best))
        if best.header and (
            best.objection or _asks_which_person(best.header)
        ):  # without its groups the lower row of the same header says another thing
            lowest = best.header.rows[-1]
            self._rows = deque(other for other in self._rows if other > lowest)
        return None

    def _take(self, row: int, best: tuple[TableHeader, ...]) -> Unrecognised | None:
        """Note a row that heads a known table; return why the sheet is not read if a table above its first one is not."""
        if self.headers:
            is_another = row in self._repeated or _knows_most(best[0])
            if is_another and not _repeats_last(self.sheet, self.headers[-1][0], best[0]):
                self.headers.append(best)
            return None
        above = self._tables_above(CandidateRow(self.sheet, row, self.file))
        if isinstance(above, Unrecognised):
            return above
        self.headers += [*above, best]
        self._repeated = set(blocks.repeated_rows(self.sheet, best[0].rows[-1]))
        self._rows = deque(sorted({*self._rows, *self._repeated}))
        return None

    def _tables_above(self, lower: CandidateRow) -> list[tuple[TableHeader, ...]] | Unrecognised:
        """Return the table above the first header that is taken, read without the rows below it, or why it is not; none where there is none.

        The scale of the lower one, or its sums, may be all that spoke against it.
        """
        above = [(at, other) for at, other in self.passed if is_table_above(lower.sheet, at, other, lower.row)]
        if not above:
            return []
        row, unread = above[0]
        if len(above) == 1 and unread.objection:
            upper = rows_above(lower.sheet, title.first_title_row(lower.sheet, lower.row, row))
            best = best_headers(CandidateRow(upper, row, lower.file), self.records, self.knowledge)
            if not isinstance(best, Unrecognised):
                return [best]
        return with_way_to_lower(unread, lower.sheet.first_row + lower.row)


def _asks_which_person(header: TableHeader) -> bool:
    """Tell whether a header of several rows has the same word for a person under several groups: 帮扶对象/姓名 beside 结对人/姓名."""
    open_columns = {match.column for match in header.matches if match.how == "ambiguous"}
    return len(header.rows) > 1 and any(header.record.column(name).kind.is_personal for name in open_columns)


def _knows_most(header: TableHeader) -> bool:
    """Tell whether a record type knows most headers: a row in the middle of a table may hold two known words by chance."""
    return header.known_share >= MOST


def _repeats_last(sheet: Sheet, last: TableHeader, header: TableHeader) -> bool:
    """Tell whether a header of one row is the last one again, as on every page of a long table, which then goes on."""
    if len(header.rows) > 1:
        return False
    row = header.rows[0]
    has_title = title.first_title_row(sheet, row, last.rows[-1]) < row
    return not has_title and (last.record, last.sources, last.units) == (header.record, header.sources, header.units)
