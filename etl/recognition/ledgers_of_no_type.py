"""Knows ledgers that offices keep and no record type here holds, by words in their headers or around them: leave, hours of work, pay, allowances."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from etl.parse import without_personal_data


@dataclass(frozen=True)
class LedgerOfNoType:
    """A kind of ledger that nothing here counts: the words it is told by, its name, and what a clerk writes who knows better."""

    words: re.Pattern[str]
    name: str
    unless: str


_ANOTHER = "确实是别的记录的，用 --record 指明是哪一种，并用 --map 表头=列 指明各列。"
_KINDS = (
    LedgerOfNoType(re.compile("请假|休假|销假|调休"), "请假登记", _ANOTHER),
    LedgerOfNoType(re.compile("考勤|上班时间|下班时间|迟到|早退"), "上下班的考勤", _ANOTHER),
    LedgerOfNoType(re.compile("工资|薪酬|应发|实发工资"), "工资表", _ANOTHER),
    LedgerOfNoType(
        re.compile(
            "低保金|保障金|救助金|抚恤金|养老金|(?:高龄|低保|特困|残疾人?|孤儿|计生|优抚|尊老|养老|护理|临时|医疗|生活|困难)(?:老人|家庭)?(?:补贴|补助|津贴|救助)"
            "|补贴标准|保障类别"
        ),
        "发给个人的补贴、低保金名册",
        "确实是用社区善款发的，写 --record 资金使用，并用 --map 表头=列 指明各列。",
    ),
)


def ledger_of_no_type(headers: Sequence[str], texts: Sequence[str]) -> Iterator[str]:
    """Yield why a sheet that no record type reads need not come in, by its headers first, then by title, sheet name and file name."""
    for kind in _KINDS:
        for text in (*headers, *texts):
            if found := kind.words.search(text):
                word = without_personal_data(text) if text in headers else found[0]
                yield f"像{kind.name}（写着“{word}”），这里没有装这种台账的类型，没有入库，不用导入。{kind.unless}"
