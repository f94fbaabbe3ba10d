"""Which record type a row heads, by the headers it knows and by what title, sheet and file name say; or what came nearest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from etl.columns import COMMUNITY
from etl.reading.grid import Sheet
from etl.recognition import doubts, header_rows, table_header, title
from etl.recognition.guesses import Guess, guesses
from etl.recognition.meanings import Knowledge
from etl.recognition.stated_period import last_stated_day
from etl.recognition.table_header import TableHeader
from etl.schema import RecordType

PROMPTED_HEADERS, TELLING_HEADERS = 1, 2  # least headers that make a table of a record type: stated, or recognised
FAIR_SHARE = 1 / 3  # of the headers of a table: two generic words among twenty make no type
SHEET_NAME_WEIGHT, TITLE_WEIGHT, FILE_NAME_WEIGHT = 2.5, 1.5, 1.5  # of a hint, in headers understood
UNKNOWN_WEIGHT = 0.5  # of a header not understood, against the record type
LEAST_HEADERS = 2  # seen, that make a row more of a header than a title is
MOST_NEAREST = 3  # record types named where none fits
SAMPLE_VALUES = 50  # distinct values beneath a header that a guess looks at
DAILY_ROWS = 5  # as many rows, a day or month each and nothing but sums, are totals rather than records


@dataclass(frozen=True)
class NearType:
    """A record type that a header came near to: labels understood, and ids of the required columns that are lacking."""

    record: RecordType
    understood: tuple[str, ...]
    lacking: tuple[str, ...]


@dataclass(frozen=True)
class Unrecognised:
    """A sheet with content but no known table: the headers seen, the record types that came nearest, and why none was taken."""

    headers: tuple[str, ...] = ()
    nearest: tuple[NearType, ...] = ()
    rivals: tuple[RecordType, ...] = ()
    day: date | None = None  # the day the title ends with, proposed where the table has no dates
    objection: str = ""  # why a type that knows enough headers was not taken
    header: TableHeader | None = None  # as the nearest record type reads it
    candidate: "CandidateRow | None" = None

    @cached_property
    def guesses(self) -> tuple[Guess, ...]:
        """Return what unknown headers may mean to the nearest type; looked up for the one row of a sheet that is reported."""
        if not (self.nearest and self.header and self.candidate):
            return ()
        unknown = (match for match in self.header.matches if match.how == "unknown")
        values = {match.header: self.candidate.values_below(match.index) for match in unknown}
        return tuple(guesses(self.header.record, values, self.header.filled_columns))

    @property
    def closeness(self) -> tuple[int, int, int]:
        """Return how near a header came: types that fit but for doubt, then headers understood, then headers at all."""
        best = max((len(near.understood) for near in self.nearest), default=0)
        return len(self.rivals) + bool(self.objection), best, min(len(self.headers), LEAST_HEADERS)

    def sentence(self) -> str:
        """Say what was understood, what is lacking, and what to state, in words for the clerk."""
        if self.rivals:
            likely = "又像".join(f"“{record.label}”" for record in self.rivals)
            choices = " 或 ".join(f"--record {record.label}" for record in self.rivals)
            return f"表头既像{likely}，请用 {choices} 指明，或在标题、工作表名里写明是哪一种台账。"
        if self.objection:
            return self.objection
        if not self.nearest:
            seen = f"看到的表头：{'、'.join(self.headers[:12])}。" if self.headers else ""
            advice = "请用 --record 指明是哪一种台账，用 --map 表头=列 指明各列（没有表头的写 --header-row 0），或用空白模板整理后再导入。"
            return f"没有找到认识的表头。{seen}{advice}"
        return self._lacking_sentence(self.nearest[0])

    def _lacking_sentence(self, near: NearType) -> str:
        record = near.record
        if not near.lacking:
            return (
                f"表头里只认出了{'、'.join(near.understood)}，太少，不能当作“{record.label}”入库。"
                f"确实是{record.label}的，写 --record {record.label}，并用 --map 表头=列 指明其余各列。"
            )
        labels = "、".join(record.column(name).label for name in near.lacking)
        understood = f"认出了{'、'.join(near.understood)}，" if near.understood else ""
        opening = f"表头像“{record.label}”，{understood}但缺少{labels}。"
        return opening + "".join(self._advice(record, name) for name in near.lacking)

    def _advice(self, record: RecordType, name: str) -> str:
        """Return how to supply one column. A constant is offered where all rows may share it, never for what adds up."""
        column = record.column(name)
        if guess := next((guess for guess in self.guesses if guess.column == name), None):
            return f"“{guess.header}”如果就是{column.label}，请加 --map {guess.header}={column.label}。"
        if column.kind.is_quantity or column.fills:  # what differs from row to row is never the same for all
            return f"哪一列是{column.label}，请用 --map 表头={column.label} 指明。"
        if self.day and name == record.placed_on:
            return f"如果整份都是这一天，请加 --record {record.label} --set {column.label}={self.day}。"
        if column.kind.sql_type == "date":
            return f"哪一列是{column.label}，请用 --map 表头={column.label} 指明；整份都是同一天的，用 --set {column.label}=年-月-日。"
        return f"整份都一样的，请加 --set {column.label}=…；表里有的，用 --map 表头={column.label} 指明。"


@dataclass(frozen=True)
class CandidateRow:
    """A row that may begin a header, and the texts that hint at what it heads."""

    sheet: Sheet
    row: int
    file: str

    @cached_property
    def title(self) -> str:
        """Return the title above the row; read once a row, and only for rows that some record type knows."""
        return title.title_text(self.sheet, max(0, self.row - title.MOST_ROWS), self.row)

    @property
    def places(self) -> tuple[tuple[str, float], ...]:
        return ((self.sheet.name, SHEET_NAME_WEIGHT), (self.title, TITLE_WEIGHT), (self.file, FILE_NAME_WEIGHT))

    def hint(self, record: RecordType) -> float:
        """Return the weight of the sheet name, title and file name that speak for a record type."""
        return sum(weight for text, weight in self.places if any(hint in text for hint in record.hints))

    def may_head(self, record: RecordType) -> bool:
        """Tell whether a record type may be recognised here: sums that somebody reported only where the words around say so."""
        return not record.is_reported_sum or self.hint(record) > 0

    def contrary_word(self, record: RecordType) -> str:
        """Return the word around the row that says another direction than the record type's (发放 over gifts), or ""."""
        return next((word for word in record.contrary_hints for text, _ in self.places if word in text), "")

    def day(self) -> date | None:
        """Return the last day stated around the row."""
        return last_stated_day((self.title, self.sheet.name, self.file))

    def values_below(self, index: int) -> list[str]:
        """Return distinct texts of a grid column below the row."""
        below = self.sheet.columns[index].slice(self.row + 1, 4 * SAMPLE_VALUES)
        return list(dict.fromkeys(filter(None, below.to_pylist())))[:SAMPLE_VALUES]


def best_header(
    candidate: CandidateRow, records: Mapping[str, RecordType], knowledge: Knowledge
) -> TableHeader | Unrecognised:
    """Return the row as a header of the record type that understands most of it, or what came nearest."""
    rows, paths = header_rows.header_paths(candidate.sheet, candidate.row)
    known = knowledge.of_header(paths)
    stated = {known.record: records[known.record]} if known.record and known.record in records else None
    readable = stated or {id: record for id, record in records.items() if candidate.may_head(record)}
    headers = [table_header.read_header(record, rows, paths, known) for record in readable.values()]
    complete = [header for header in headers if _is_enough(header, candidate, is_stated=stated is not None)]
    if not complete:
        return _nearest(candidate, headers)
    highest = max(_score(header, candidate) for header in complete)
    best = [header for header in complete if _score(header, candidate) == highest]
    if len(best) > 1:
        return Unrecognised(_texts(best[0]), rivals=tuple(header.record for header in best), header=best[0])
    if objection := doubts.doubt(best[0], candidate.sheet) or ("" if stated else _objection(best[0], candidate)):
        return Unrecognised(_texts(best[0]), objection=objection, header=best[0])
    return best[0]


def _is_enough(header: TableHeader, candidate: CandidateRow, is_stated: bool) -> bool:
    """Tell whether nothing required is lacking and enough headers are known."""
    if lacking(header):
        return False
    if is_stated:
        return len(header.sources) >= PROMPTED_HEADERS
    is_fair = len(header.sources) >= TELLING_HEADERS and header.known_share >= FAIR_SHARE
    return is_fair and (header.has_telling_header or candidate.hint(header.record) > 0)


def lacking(header: TableHeader) -> tuple[str, ...]:
    """Return the required columns that neither header nor constants fill; the community may still come from title or file name."""
    filled = {*header.filled_columns, *header.constants, COMMUNITY.name}
    either = header.record.either
    wanted = (*(column.name for column in header.record.required), *(either[:1] if filled.isdisjoint(either) else ()))
    return tuple(name for name in wanted if name not in filled)


def _score(header: TableHeader, candidate: CandidateRow) -> float:
    """Return how well a record type fits: headers understood and hints for it, less a little for each header it leaves unknown."""
    return len(header.sources) + candidate.hint(header.record) - UNKNOWN_WEIGHT * len(header.unknown)


def _objection(header: TableHeader, candidate: CandidateRow) -> str:
    """Return why a record type that knows enough headers is not taken without being stated, or ""."""
    record = header.record
    word = candidate.contrary_word(record)
    if word and not _says_direction(header):
        return (
            f"表头像“{record.label}”，但标题、工作表名或文件名里写着“{word}”，不能当作“{record.label}”入库。"
            f"请用 --record 指明是哪一种台账；确实是{record.label}的，写 --record {record.label}。"
        )
    if plan := title.plan_word([text for text, _ in candidate.places]):
        return (
            f"标题、工作表名或文件名里写着“{plan}”，像打算做的事，不是做成了的“{record.label}”，没有入库。"
            f"请导入实际完成的台账；确实都做了的，写 --record {record.label}。"
        )
    if _is_only_sums(header) and _has_a_row_a_day(header, candidate):
        return (
            f"每个日期只有一行，只有数没有明细，像每天（每月）的合计，不是一笔一行的“{record.label}”。"
            f"是汇总表的请写 --record 汇总上报；确实一行是一笔的，写 --record {record.label}。"
        )
    return ""


def _says_direction(header: TableHeader) -> bool:
    """Tell whether the header of the date itself says what the record type is: 捐赠日期 over gifts."""
    dates = [match.header for match in header.matches if match.column == header.record.placed_on]
    return any(hint in text for text in dates for hint in header.record.hints)


def _is_only_sums(header: TableHeader) -> bool:
    columns = [
        header.record.column(name) for name in header.sources if name not in (header.record.placed_on, COMMUNITY.name)
    ]
    return bool(columns) and all(column.kind.is_quantity for column in columns)


def _has_a_row_a_day(header: TableHeader, candidate: CandidateRow) -> bool:
    index = header.sources.get(header.record.placed_on, (None,))[0]
    if index is None:
        return False
    dates = [text for text in candidate.sheet.columns[index].slice(header.rows[-1] + 1).to_pylist() if text]
    return len(dates) >= DAILY_ROWS and len(set(dates)) == len(dates)


def _nearest(candidate: CandidateRow, headers: Sequence[TableHeader]) -> Unrecognised:
    """Return the record types that came nearest: hinted at or most headers known, and least lacking."""
    ranked = sorted(headers, key=lambda header: (-_nearness(header, candidate), header.record.id))
    near = [
        NearType(header.record, tuple(header.record.column(name).label for name in header.sources), lacking(header))
        for header in ranked
        if len(header.sources) >= TELLING_HEADERS - bool(candidate.hint(header.record))
        or (len(headers) == 1 and lacking(header))
    ][:MOST_NEAREST]
    texts = _texts(ranked[0]) if ranked else ()
    if not near:
        return Unrecognised(texts, header=ranked[0] if ranked else None)
    return Unrecognised(texts, tuple(near), day=candidate.day(), header=ranked[0], candidate=candidate)


def _nearness(header: TableHeader, candidate: CandidateRow) -> float:
    return len(header.sources) + candidate.hint(header.record) - len(lacking(header))


def _texts(header: TableHeader) -> tuple[str, ...]:
    return tuple(match.header for match in header.matches)
