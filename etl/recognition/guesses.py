"""Guesses what a header nobody declared may mean: from its spelling, and from the values beneath it.

A guess is only ever proposed: nothing is loaded by one until a person has stated or confirmed it.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from etl import kinds, parse
from etl.columns import COMMUNITY
from etl.recognition import header_cell
from etl.recognition.explained_answers import says_nothing
from etl.recognition.foreign_measures import is_of_another_measure
from etl.recognition.header_cell import STANDING, UNIT_OF_GOODS
from etl.recognition.readable import can_read
from etl.schema import Column, RecordType

LEAST_SPELLING = 0.6  # of 1: below, two spellings share little more than a character
LEAST_READABLE = 0.8  # share of the values beneath that the column can read
LEAST_BELOW_WORDS = (
    0.5  # the same where the header itself says what stands beneath, be there a line of totals among few values
)
LEAST_CONFIDENCE = 0.55
ANSWERS = frozenset("是否有无√×")  # words below any question: by these alone no column is told
MOST_VALUES = 50  # distinct values looked at per header
# 12 · 3.5 · 2024-03-05 · 2024年3月5日 · 9:30
_NUMBER_OR_DATE = re.compile(r"[\d.,:/年月日号时分\s-]+")
_PERSON = re.compile(r"[一-鿿]{2,4}|[一-鿿]?[*＊某][一-鿿]{0,2}")


@dataclass(frozen=True)
class Guess:
    """A header and the column it may feed; `confidence` is between 0 and 1, `reason` a few Chinese words for the clerk."""

    header: str
    column: str
    confidence: float
    reason: str
    is_of_several: bool = False  # each of several such headers makes rows of its own: a month, a question


def guesses(record: RecordType, values: Mapping[str, Sequence[str]], fed: Collection[str]) -> list[Guess]:
    """Return at most one guess a header, the surest first; no column twice but that of ratings, of which each question has one.

    `values` holds the distinct texts beneath each unknown header, `fed` the columns that other headers feed already.
    """
    proposed = [
        guess
        for header, texts in values.items()
        for column in record.columns
        if (takes_questions(column) or column.name not in fed)
        and (guess := _guess_by_words(record, column, header, texts) or guess_for(column, header, texts))
    ]
    return list(_surest(sorted(proposed, key=lambda guess: -guess.confidence)))


def takes_questions(column: Column) -> bool:
    """Tell whether several headers may feed a column, each with rows of its own: the ratings of a questionnaire do."""
    return column.kind.is_rating and bool(column.spread_into)


def _surest(ranked: Sequence[Guess]) -> Iterator[Guess]:
    headers: set[str] = set()
    columns: set[str] = set()
    of_several = {guess.column for guess in ranked if guess.is_of_several}
    for guess in ranked:
        if guess.column in of_several and not guess.is_of_several:
            continue  # 合计 beside 1月…12月
        if guess.header not in headers and guess.column not in columns:
            headers.add(guess.header)
            columns |= set() if guess.is_of_several else {guess.column}
            yield guess


def _guess_by_words(record: RecordType, column: Column, header: str, texts: Sequence[str]) -> Guess | None:
    """Return the guess that a header which is a month, a day, an item or a community makes rows of its own, with the numbers beneath."""
    targets = (target for name in column.spread_into if _is_narrow(target := record.column(name)))
    says_what = any(can_read(target, words) for target in targets for words in (header, header.replace("/", "")))
    if _is_of_goods(column, header):
        return (
            Guess(header, column.name, 1.0, "表头是一种物资和它的单位", is_of_several=True)
            if _are_numbers(texts)
            else None
        )
    is_read = says_what and bool(texts) and _readable(column, texts[:MOST_VALUES]) >= LEAST_BELOW_WORDS
    return Guess(header, column.name, 1.0, "表头是月份、日期、项目或社区", is_of_several=True) if is_read else None


def _is_of_goods(column: Column, header: str) -> bool:
    """Tell whether a header is a kind of goods with its unit: 月饼（盒）, where a column of quantities takes goods from headers."""
    name, unit = header_cell.name_and_unit(header.split("/")[-1])
    is_other = header_cell.is_personal(name) or STANDING.search(header) or is_of_another_measure(column, header)
    return (
        column.kind is kinds.QUANTITY
        and bool(column.spread_into and unit and UNIT_OF_GOODS.fullmatch(unit))
        and not is_other
    )


def _are_numbers(texts: Sequence[str]) -> bool:
    return bool(texts) and sum(_NUMBER_OR_DATE.fullmatch(text) is not None for text in texts) >= LEAST_READABLE * len(
        texts
    )


def _is_narrow(column: Column) -> bool:
    """Tell whether a column reads some words only: a day, an option of a closed list, the name of a community."""
    is_closed = bool(column.choices) and not column.is_open
    return column.kind.sql_type == "date" or is_closed or column.name == COMMUNITY.name


def guess_for(column: Column, header: str, values: Sequence[str]) -> Guess | None:
    """Return the guess that a header with these values beneath feeds a column, None where neither says enough."""
    texts = values[:MOST_VALUES]
    if takes_questions(column):
        texts = [text for text in texts if not says_nothing(text)]
    is_in_stock = column.kind.is_quantity and STANDING.search(header)  # 余额 is no 金额
    is_other = any(word in header for word in column.other_words) or is_of_another_measure(column, header)
    if is_in_stock or is_other:
        return None
    spelling = _spelling(header, column)
    readable = _readable(column, texts)
    if readable < LEAST_READABLE or (
        spelling < LEAST_SPELLING and (not _is_telling(column, texts) or {*texts} <= ANSWERS)
    ):
        return None
    confidence = 0.7 * spelling + 0.3 * readable if spelling >= LEAST_SPELLING else 0.6 * readable
    if confidence < LEAST_CONFIDENCE:
        return None
    reason = "写法相近" if spelling >= LEAST_SPELLING else f"下面的内容像{column.kind.label}"
    return Guess(header, column.name, round(confidence, 3), reason, takes_questions(column))


def _spelling(header: str, column: Column) -> float:
    """Return how near a header comes to the nearest declared spelling; one inside the other counts as near."""
    own = header_cell.name_and_unit(header.split("/")[-1])[0]
    known = (header_cell.name_and_unit(spelling)[0] for spelling in column.headers)
    return max((_nearness(own, spelling) for spelling in known), default=0.0)


def _nearness(name: str, spelling: str) -> float:
    from rapidfuzz import fuzz  # most ledgers have no header to guess

    ratio = fuzz.ratio(name, spelling) / 100
    is_inside = min(len(name), len(spelling)) >= 2 and (name in spelling or spelling in name)
    return max(0.75, ratio) if is_inside else ratio


def _is_telling(column: Column, texts: Sequence[str]) -> bool:
    """Whether values alone can point to a column: the date every row needs, closed lists of words, words of satisfaction."""
    is_main_date = column.kind.sql_type == "date" and column.is_required
    is_satisfaction = takes_questions(column) and all(map(parse.is_rating, texts))
    return is_main_date or is_satisfaction or bool(column.choices and not column.is_open)


def _readable(column: Column, texts: Sequence[str]) -> float:
    """Return the share of texts that the column reads as a value."""
    if not texts:
        return 0.0
    return sum(_reads(column, text) for text in texts) / len(texts)


def _reads(column: Column, text: str) -> bool:
    if column.name == COMMUNITY.name:
        return parse.is_community_name(text)
    if column.kind.is_personal and not column.kind.keeps_organisations:
        return _PERSON.fullmatch(text) is not None
    if column.choices and not column.is_open:
        known = {parse.normalised(word) for word, others in column.choices.items() for word in (word, *others)}
        return parse.normalised(text) in known
    if column.kind.is_rating and parse.is_rating(text):
        return True  # 基本满意 too, which gets its score only from the words beside it
    if column.kind.sql_type == "varchar" and _NUMBER_OR_DATE.fullmatch(text):
        # Every text can be stored as text, but a number or a day says that another column is meant.
        return column.kind.is_identity
    try:
        return column.kind.parse(text) is not None
    except ValueError:
        return False
