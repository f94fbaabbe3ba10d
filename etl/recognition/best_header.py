"""Which record type a row heads, by the headers it knows and by what title, sheet and file name say; or what came nearest."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from etl.columns import COMMUNITY
from etl.recognition import doubts, header_cell, header_rows, table_header, title
from etl.recognition.candidate_rows import CandidateRow
from etl.recognition.cross_table import cross_table, longer_than_a_month
from etl.recognition.day_of_block import with_day_of_block
from etl.recognition.day_of_sheet import another_day
from etl.recognition.foreign_measures import counts_of_options
from etl.recognition.items_as_columns import items_as_columns
from etl.recognition.items_as_rows import items_as_rows
from etl.recognition.lent_goods import lent_goods
from etl.recognition.meanings import HeaderKnowledge, HeaderPath, Knowledge
from etl.recognition.mixed_register import mixed_register
from etl.recognition.nearest_types import TELLING_HEADERS, lacking, near_type, nearest, texts_of, why_not_done
from etl.recognition.stated_above import stated_above
from etl.recognition.stated_period import stated_period
from etl.recognition.table_header import FAIR_SHARE, TableHeader
from etl.recognition.unrecognised import Unrecognised
from etl.recognition.words_for_types import words_for_types
from etl.recognition.words_of_others import words_of_others
from etl.schema import RecordType

PROMPTED_HEADERS = 1  # least headers that make a table of a record type that is stated
UNKNOWN_WEIGHT = 0.5  # of a header not understood, against the record type
DAILY_ROWS = 5  # as many rows, a day or month each and nothing but sums, are totals rather than records


def best_header(
    candidate: CandidateRow, records: Mapping[str, RecordType], knowledge: Knowledge
) -> TableHeader | Unrecognised:
    """Return the row as a header of the record type that understands most of it, or what came nearest."""
    rows, paths = header_rows.header_paths(candidate.sheet, candidate.row)
    known = knowledge.of_header(paths, candidate.particulars)
    stated = {known.record: records[known.record]} if known.record and known.record in records else None
    readable = stated or {id: record for id, record in records.items() if candidate.may_head(record)}
    likely = [record for record in readable.values() if _may_be(record, candidate, paths, known)]

    def read(types: Iterable[RecordType]) -> list[TableHeader]:
        return [_with_stated_version(table_header.read_header(type_, rows, paths, known), candidate) for type_ in types]

    headers = [with_day_of_block(header, candidate) for header in read(likely or readable.values())]
    complete = [header for header in headers if _is_enough(header, candidate, is_stated=stated is not None)]
    if not complete and (counts := counts_of_options(_values_by_header(candidate, paths))):
        return Unrecognised(texts_of(headers[0]), objection=counts, header=headers[0])
    if all(header.record.column(header.record.placed_on).kind.is_version and not stated for header in complete):
        sums = read(record for record in (stated or records).values() if record.is_reported_sum)
        if reported := next(filter(None, (_as_sums(header, candidate, headers) for header in sums)), None):
            return reported
    if not complete:
        return nearest(candidate, headers, records, is_stated=stated is not None)
    if not stated and _is_another_hinted(headers, complete, candidate):
        return nearest(candidate, headers, records, is_stated=False)
    rivals = _rivals(complete, candidate)
    if len(rivals) > 1:
        return _undecided(rivals)
    return _unless_in_doubt(rivals[0], candidate, records, is_stated=stated is not None)


def _values_by_header(candidate: CandidateRow, paths: Sequence[HeaderPath]) -> dict[str, Sequence[str]]:
    return {"/".join(path): candidate.values_below(index) for index, path in enumerate(paths) if path}


def _rivals(complete: Sequence[TableHeader], candidate: CandidateRow) -> list[TableHeader]:
    """Return the readings that fit best: several where neither headers nor what is said around the table tell which it is."""
    highest = max(_score(header, candidate) for header in complete)
    best = [header for header in complete if _score(header, candidate) == highest]
    if len(best) > 1:
        return best
    return _told_by_words_around([*best, *_look_alikes(best[0], complete)], candidate)


def _undecided(rivals: Sequence[TableHeader]) -> Unrecognised:
    if loan := next(lent_goods(rivals[0]), ""):
        return Unrecognised(texts_of(rivals[0]), objection=loan, header=rivals[0])
    return Unrecognised(texts_of(rivals[0]), rivals=tuple(header.record for header in rivals), header=rivals[0])


def _unless_in_doubt(
    header: TableHeader, candidate: CandidateRow, records: Mapping[str, RecordType], is_stated: bool
) -> TableHeader | Unrecognised:
    objections = (
        doubts.doubt(header, candidate.sheet, candidate.file),
        longer_than_a_month(header, candidate),
        another_day(header, candidate),
        "" if header.is_checked else mixed_register(header, candidate.sheet, records.values(), is_taken=True),
    )
    if objection := next(filter(None, objections), "") or ("" if is_stated else _objection(header, candidate)):
        return Unrecognised(texts_of(header), objection=objection, header=header, candidate=candidate)
    return header


def _is_another_hinted(
    headers: Sequence[TableHeader], complete: Sequence[TableHeader], candidate: CandidateRow
) -> bool:
    """Tell whether the words around name a type that knows more of the headers and still lacks one, and none of those that lack nothing.

    姓名, 登记日期 and 服务时长 on a sheet 志愿服务 are no register of residents.
    """
    if any(candidate.hint(header.record) for header in complete):
        return False
    most = max(len(header.sources) for header in complete)
    return any(candidate.hint(header.record) and len(header.sources) > most for header in headers)


def _as_sums(header: TableHeader, candidate: CandidateRow, others: Sequence[TableHeader]) -> Unrecognised | None:
    """Return what to choose where the row heads reported sums, of communities or of items; None where it does not."""
    is_hinted = any(candidate.hint(other.record) for other in others if not other.record.is_reported_sum)
    sentences = (cross_table(header, candidate), items_as_columns(header, candidate))
    if not (sentence := next(filter(None, sentences), "") or items_as_rows(header, candidate, is_hinted)):
        return None
    return Unrecognised(texts_of(header), (near_type(header),), objection=sentence, header=header, candidate=candidate)


def _with_stated_version(header: TableHeader, candidate: CandidateRow) -> TableHeader:
    """Return the header with the version of the list, or the month of reported sums, that title, sheet or file name state, where no column does.

    2023年第三季度需求清单, 2025年3月汇总表
    """
    name = header.record.placed_on
    is_version = header.record.column(name).kind.is_version and header.sources and name not in header.filled_columns
    is_sum = header.record.is_reported_sum and name not in header.sources
    stated = stated_period([text for text, _ in candidate.places]) if is_version or is_sum else None
    if stated is None or (is_sum and stated.first != stated.last):
        return header
    return replace(header, constants={name: stated.first.isoformat(), **header.constants})


def _look_alikes(best: TableHeader, complete: Sequence[TableHeader]) -> list[TableHeader]:
    """Return the declared look-alikes that fit the table, too, and know every header that the best one knows."""
    known_to_best = {match.index for match in best.matches if match.column}
    return [
        header
        for header in complete
        if header.record.id in best.record.look_alikes or best.record.id in header.record.look_alikes
        if known_to_best <= {match.index for match in header.matches if match.column}
    ]


def _told_by_words_around(headers: Sequence[TableHeader], candidate: CandidateRow) -> list[TableHeader]:
    """Return those readings of one table for which the most is said around it."""
    most = max(candidate.hint(header.record) for header in headers)
    return [header for header in headers if candidate.hint(header.record) == most]


def _may_be(record: RecordType, candidate: CandidateRow, paths: Sequence[HeaderPath], known: HeaderKnowledge) -> bool:
    """Tell whether a record type knows enough headers to be near: quicker than reading them, and most types know few.

    Where headers were named by a person, each may mean a column of any type.
    """
    if known.settings.columns or known.recipe:
        return True
    least = TELLING_HEADERS - bool(candidate.hint(record) or stated_above(record, known))
    matched = (path for path in paths if path and header_cell.match(record, path))
    return sum(1 for _ in islice(matched, least)) == least


def _is_enough(header: TableHeader, candidate: CandidateRow, is_stated: bool) -> bool:
    """Tell whether nothing required is lacking and enough headers are known."""
    if lacking(header):
        return False
    if is_stated:
        return len(header.sources) >= PROMPTED_HEADERS
    telling = len({*header.sources, *header.particulars})
    is_fair = bool(header.sources) and telling >= TELLING_HEADERS and header.known_share >= FAIR_SHARE
    return is_fair and (header.has_telling_header or candidate.hint(header.record) > 0)


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
            f"请用 --record 指明是哪一种台账{words_for_types(candidate, record)}；确实是{record.label}的，写 --record {record.label}。"
        )
    return next(words_of_others(header, candidate.hint(record)), "") or objection_to_rows(header, candidate)


def objection_to_rows(header: TableHeader, candidate: CandidateRow) -> str:
    """Return why the rows of a table are no records, whatever they are called: plans, or sums of days; or ""."""
    record = header.record
    texts = [text for text, _ in candidate.places]
    if plan := title.word_of_plan(header, texts):
        return why_not_done(plan, record.label, is_sure=True)
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
    has_times = all(":" in text for text in dates)  # of single acts: a total has no time of day
    return len(dates) >= DAILY_ROWS and len(set(dates)) == len(dates) and not has_times
