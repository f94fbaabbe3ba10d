"""Which record types a row came nearest to that heads no table of any: what it has of them, and what it lacks."""

from collections.abc import Mapping, Sequence

from etl.columns import COMMUNITY
from etl.recognition import title
from etl.recognition.candidate_rows import CandidateRow
from etl.recognition.days_as_columns import LEAST_DAYS, days_in
from etl.recognition.double_entry import vouchers
from etl.recognition.form_page import form_page
from etl.recognition.header_cell import is_telling
from etl.recognition.ledgers_of_no_type import ledger_of_no_type
from etl.recognition.mixed_register import mixed_register
from etl.recognition.no_opinions import no_opinions
from etl.recognition.sold_goods import headed_as_sales
from etl.recognition.table_header import TableHeader
from etl.recognition.times_beside import nearer_by_times
from etl.recognition.unrecognised import NearType, Unrecognised
from etl.recognition.words_of_any_ledger import words_of_any_ledger
from etl.schema import RecordType

TELLING_HEADERS = 2  # least headers by which a record type is recognised
CONTRARY_WEIGHT = 4  # of a word around a table that says another direction, in headers: it is not the first to be named
FEW_HEADERS = 2  # known, the community aside: too few to name a record type where words say another kind of ledger
MOST_NEAREST = 3  # record types named where none fits


def lacking(header: TableHeader) -> tuple[str, ...]:
    """Return the required columns that neither header nor constants fill; the community may still come from title or file name."""
    filled = {*header.filled_columns, *header.constants, COMMUNITY.name}
    either = header.record.either
    wanted = (*(column.name for column in header.record.required), *(either[:1] if filled.isdisjoint(either) else ()))
    return tuple(name for name in wanted if name not in filled)


def nearest(
    candidate: CandidateRow, headers: Sequence[TableHeader], records: Mapping[str, RecordType], is_stated: bool
) -> Unrecognised:
    """Return the record types that came nearest: hinted at or most headers known, and least lacking."""
    ranked = sorted(headers, key=lambda header: (-_nearness(header, candidate), -_telling(header), header.record.id))
    telling = [header for header in ranked if _says_something(header, candidate)]
    ranked = telling or ranked[:1]
    texts = texts_of(ranked[0]) if ranked else ()
    if not is_stated and (sentence := _of_no_type(ranked, candidate, records)):
        return Unrecognised(texts, objection=sentence, header=ranked[0], is_of_no_type=True)
    near = [
        near_type(header)
        for header in ranked
        if len(header.sources) >= TELLING_HEADERS - bool(candidate.hint(header.record))
        or (len(headers) == 1 and lacking(header) and (is_stated or header.sources))
    ][:MOST_NEAREST]
    near += [own for header in ranked if (own := _near_by_days(header)) and own.record not in {n.record for n in near}]
    if not near:
        return Unrecognised(texts, header=ranked[0] if ranked else None)
    if not is_stated and (plan := _plan(ranked[0], candidate)):
        return Unrecognised(texts, tuple(near), objection=plan, header=ranked[0])
    other_kinds = headed_as_sales(ranked[0]) or vouchers(ranked[0], candidate.sheet)
    other_kinds = other_kinds or ("" if is_stated else no_opinions(ranked[0], candidate))
    if objection := next(form_page(ranked[0], candidate.sheet), other_kinds) or mixed_register(
        ranked[0], candidate.sheet, records.values()
    ):
        return Unrecognised(texts, tuple(near), objection=objection, header=ranked[0])
    is_whole = any(not lacking(header) and _counts_something(header) for header in telling)
    common = "" if is_stated or is_whole else words_of_any_ledger(headers, candidate)
    return Unrecognised(
        texts, tuple(near), day=candidate.day(), header=ranked[0], candidate=candidate, of_any_ledger=common
    )


def _of_no_type(headers: Sequence[TableHeader], candidate: CandidateRow, records: Mapping[str, RecordType]) -> str:
    """Return which ledger a table is that no record type holds.

    It is "" where one knows more than a few headers, or is hinted at and lacks but one, and of a table with a column a day.
    """
    if not headers or any(_is_well_known(header, candidate) for header in headers):
        return ""
    texts = texts_of(headers[0])
    if len(days_in(texts)) >= LEAST_DAYS:
        return ""
    return next(ledger_of_no_type(texts, [text for text, _ in candidate.places], records), "")


def _is_well_known(header: TableHeader, candidate: CandidateRow) -> bool:
    is_hinted = candidate.hint(header.record) > 0 and len(lacking(header)) <= 1
    return is_hinted or len({*header.sources} - {COMMUNITY.name}) > FEW_HEADERS


def _plan(header: TableHeader, candidate: CandidateRow) -> str:
    """Return why a table is not asked about further that lists what is to come by the words around it, or ""."""
    texts = [text for text, _ in candidate.places]
    word = title.word_of_plan(header, texts)
    return word and why_not_done(word, header.record.label, is_sure=False)


def why_not_done(word: str, label: str, is_sure: bool) -> str:
    """Return why a table is not taken that a word around it says to be of what is to come; `label` is its record type, or the likeliest."""
    kind, unless = (f"“{label}”", "") if is_sure else ("", f"（不是{label}的，写实际的那一种）")
    return (
        f"标题、工作表名或文件名里写着“{word}”，像打算做的事（计划、认捐、申请、借出），不是做成了的{kind}，没有入库。"
        f"请导入实际完成的台账；确实都做了的，写 --record {label}{unless}。"
    )


def _says_something(header: TableHeader, candidate: CandidateRow) -> bool:
    """Tell whether a record type that lacks nothing is told by more than two words of every ledger: 日期 beside 姓名 is no 微心愿."""
    is_told = header.has_telling_header or candidate.hint(header.record) > 0
    return is_told or bool(lacking(header)) or len(header.sources) > TELLING_HEADERS


def _counts_something(header: TableHeader) -> bool:
    """Tell whether a record type reads a quantity: Hours beside Name and Date say more than 类别 beside 姓名 and 登记日期."""
    return any(header.record.column(name).kind.is_quantity for name in header.sources)


def _near_by_days(header: TableHeader) -> NearType | None:
    """Return a record type that knows the people beside a column a day, whatever else is lacking: which it is, the cells below tell."""
    record = header.record
    has_days = any(record.placed_on in column.spread_into for column in record.columns)
    people = [name for name in header.sources if record.column(name).kind.is_personal]
    if not has_days or not people or len(days_in(texts_of(header))) < LEAST_DAYS:
        return None
    return near_type(header)


def _nearness(header: TableHeader, candidate: CandidateRow) -> float:
    contrary = CONTRARY_WEIGHT if candidate.contrary_word(header.record) else 0
    known = len(header.sources) + 2 * candidate.hint(header.record) + nearer_by_times(header)
    return known - len(lacking(header)) - contrary


def _telling(header: TableHeader) -> int:
    """Count the headers that are more than words of every ledger: 反映问题 beside 居民姓名 is rather a request than a sign-in."""
    spelled = (match for match in header.matches if match.how == "spelled")
    return sum(is_telling(header.record.column(match.column), match.header) for match in spelled)


def near_type(header: TableHeader) -> NearType:
    """Return the record type of a header with the labels of the columns that are fed, and what it lacks."""
    return NearType(header.record, tuple(map(header.label, header.sources)), lacking(header))


def texts_of(header: TableHeader) -> tuple[str, ...]:
    """Return the headers."""
    return tuple(match.header for match in header.matches)
