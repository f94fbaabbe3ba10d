"""Knows ledgers that offices keep and no record type here holds, by words in their headers or around them: leave, hours of work, pay, allowances."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from etl.parse import without_personal_data
from etl.schema import RecordType

LONGEST_NAME = 12  # characters of a level of a header: an answer at the head of a survey, 上下班时间需要两个多小时, names no column
LONGEST_TITLE = 100  # characters above a row: more are rows of data, the answers of a survey


@dataclass(frozen=True)
class LedgerOfNoType:
    """A kind of ledger that nothing here counts: the words it is told by, its name, and what a clerk writes who knows better.

    The words of some record types around a table overrule it: 请假事由 heads a column of a sign-in list, too.
    """

    words: re.Pattern[str]
    name: str
    unless: str
    overruled_by: tuple[str, ...]  # ids of record types


_ANOTHER = "确实是别的记录的，用 --record 指明是哪一种，并用 --map 表头=列 指明各列。"
_OUT_OF_GIFTS = "确实是用社区善款发的，写 --record 资金使用，并用 --map 表头=列 指明各列。"
_ALLOWANCES = "发给个人的补贴、低保金名册"
_OF_COMERS = ("attendance", "volunteer_service", "activity", "consultation")
_OF_HELP = ("relief_case", "household_help", "fund_use")
_KINDS = (
    LedgerOfNoType(re.compile("请假|休假|销假|调休"), "请假登记", _ANOTHER, _OF_COMERS),
    LedgerOfNoType(re.compile("上班时间|(?<!上)下班时间|迟到|早退"), "上下班的考勤", _ANOTHER, _OF_COMERS),
    LedgerOfNoType(re.compile("工资|薪酬"), "工资表", _ANOTHER, ("fund_use", "income_change")),
    LedgerOfNoType(re.compile("应发.{0,3}元"), "工资表", _ANOTHER, ("distribution", "fund_use")),
    LedgerOfNoType(
        re.compile(
            "低保金|保障金|救助金|抚恤金|养老金"
            "|(?:高龄|低保|特困|残疾人?|孤儿|计生|优抚|尊老|养老|护理|临时|医疗|生活|困难)(?:老人|家庭)?(?:补贴(?!购物)|补助|津贴)"
            "|补贴标准"
        ),
        _ALLOWANCES,
        _OUT_OF_GIFTS,
        _OF_HELP,
    ),
    LedgerOfNoType(
        re.compile("保障类别"), _ALLOWANCES, _OUT_OF_GIFTS, (*_OF_HELP, "distribution", "activity", "wish", "need")
    ),
)


def ledger_of_no_type(headers: Sequence[str], texts: Sequence[str], records: Mapping[str, RecordType]) -> Iterator[str]:
    """Yield why a sheet that no record type reads need not come in, by its headers first, then by title, sheet name and file name.

    `texts` are the latter three, `records` the record types by id, whose words there may overrule it.
    """
    named = [header for header in headers if all(len(level) <= LONGEST_NAME for level in header.split("/"))]
    around = [text for text in texts if len(text) <= LONGEST_TITLE]
    for kind in _KINDS:
        overruling = [records[id] for id in kind.overruled_by if id in records]
        for text in (*named, *around):
            found = kind.words.search(text)
            if found and not _speak_for_one(overruling, [kind.words.sub("", other) for other in texts]):
                word = without_personal_data(text) if text in named else found[0]
                yield f"像{kind.name}（写着“{word}”），看板里没有这一种台账，没有入库，不用导入。{kind.unless}"


def _speak_for_one(records: Sequence[RecordType], texts: Sequence[str]) -> bool:
    """Tell whether words around a table speak for one of these record types; `texts` without the words that speak against it."""
    return any(hint in text for record in records for hint in record.hints for text in texts)
