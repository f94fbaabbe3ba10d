"""Refuses what a clerk states of a ledger where it names people: it is kept for the next ledger, and no name may lie there."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from etl import parse
from etl.columns import COMMUNITY
from etl.recognition.meanings import NO_NAMES, NOT_COLUMNS, find_column
from etl.schema import RecordType

_ADVICE = f"像是有姓名、号码或门牌。这里写的会留作下次的对应，请改用不写人的说法；如果不是个人信息，请用“{NO_NAMES}=…”写明这个词。"


def words_that_are_no_names(stated: Iterable[str]) -> frozenset[str]:
    """Return the words that a clerk states to be no names: 王府井、白石洲."""
    return frozenset(re.split("[、，, ]+", "、".join(stated))) - {""}


def personal_texts(
    records: Iterable[RecordType], constants: Mapping[str, str], only: Mapping[str, str]
) -> Iterator[str]:
    """Yield a sentence for each text that names a person, and does not repeat it. A column of people may name one: a key takes its place."""
    no_names = words_that_are_no_names([constants[NO_NAMES]] if NO_NAMES in constants else [])
    columns = [
        (name, text) for name, text in constants.items() if name not in NOT_COLUMNS and not _is_of_people(records, name)
    ]
    for name, text in (*columns, *only.items()):
        if (masked := without_people(name, text, no_names)) != text:
            yield f"{name}=“{masked}”{_ADVICE}"


def without_people(column: str, text: str, no_names: Collection[str] = ()) -> str:
    """Return a text stated for a column, by id or label, as the privacy gate would let it through."""
    is_place = column in (COMMUNITY.name, *COMMUNITY.headers)
    return (parse.place_without_personal_data if is_place else parse.without_personal_data)(text, no_names)


def _is_of_people(records: Iterable[RecordType], name: str) -> bool:
    return any(column.kind.is_personal for record in records if (column := find_column(record, name)))
