"""Recognises words that narrow what a number counts and that no figure follows: 微信|捐款, 义剪|志愿服务, 困境儿童|点亮微心愿.

A number beside them may be of that part alone. They stand right before what is counted; that they narrow it is known where ledgers tell
it apart by them, as a choice of a column or as a value of these communities, and of words for some of the people.
"""

import re
from functools import cache

from etl import kinds
from etl.columns import COMMUNITY
from etl.declarations import record_types
from evidence.claims.binding.context import ClaimContext
from evidence.claims.binding.spoken_category import nouns_of, parted_from_counted
from evidence.claims.checked_claim import ClaimPlace
from indicators import tables
from indicators.engine import catalogue
from warehouse import records
from warehouse.build import Build

# Some of the people, with a verb at most between them and what is counted: 困境儿童|点亮|微心愿, 老年人|接案.
PEOPLE = re.compile(
    r"(?P<people>(?:困境|困难|留守|流动)?(?:儿童|青少年|未成年人)|老年人|老人|长者|妇女|残疾人|(?:困难|低保|特困|低收入)(?:群众|家庭|户|居民)|(?:独居|空巢|高龄|失能)老人)"
    r"(?:点亮|参与|参加|开案|接案|立案|结案|办结|受理|认领|获得|完成)?$"
)
# Whose all of it is, whatever column of a ledger may name them.
ALL = frozenset(["社区", "居民", "群众", "村民", "志愿者", "义工", "社工"])
SHORTEST, LONGEST = 2, 8  # characters


def unread_words(indicator: str, context: ClaimContext, place: ClaimPlace, build: Build) -> str:
    """Return the words that narrow what is counted, with what they narrow, where the words before a number hold such; else ""."""
    before, noun = parted_from_counted(indicator, context.left)
    nouns = nouns_of(indicator)
    if not before:
        return ""
    people = PEOPLE.search(before)
    if people and not any(people["people"] in own for own in nouns):
        return f"{before[people.start() :]}{noun}"
    endings = [before[-length:] for length in range(min(LONGEST, len(before)), SHORTEST - 1, -1)]
    others = tuple(ending for ending in endings if ending not in ALL and not any(ending in own for own in nouns))
    choices = _choices(indicator)
    narrowing = next((ending for ending in others if ending in choices or ending + noun in choices), "")
    narrowing = narrowing or _recorded_word(indicator, others, place, build)
    return f"{narrowing}{noun}" if narrowing else ""


@cache
def _choices(indicator: str) -> frozenset[str]:
    """Return every spelling of the choices of the ledgers that an indicator counts, but for those of which it counts one: 物资."""
    counted = catalogue()[indicator].numerator
    chosen = counted.where.sql if counted.where else ""
    return frozenset(
        spelling
        for record in tables.records_of(counted.table)
        for column in record_types()[record].columns
        if column.name not in chosen
        for choice, spellings in (column.choices or {}).items()
        for spelling in (choice, *spellings)
    )


def _recorded_word(indicator: str, words: tuple[str, ...], place: ClaimPlace, build: Build) -> str:
    """Return the first of some words that a row of the ledgers of an indicator states in a column of texts; "" where none does."""
    for record in tables.records_of(catalogue()[indicator].numerator.table):
        columns = [
            column.name
            for column in record_types()[record].columns
            if column.kind is kinds.TEXT and column is not COMMUNITY
        ]
        stated = records.stated_words(build, record, columns, words, place.communities) if columns and words else []
        if stated:
            return max(stated, key=len)
    return ""
