"""Finds small numbers of people that a clerk wrote into a text: beside a number withheld as small, the text would tell it."""

import re
from collections.abc import Iterable, Iterator

from evidence.claims.detection.numerals import find_numbers

_PEOPLE = re.compile(
    r"\s?(?:例|户|名|位|人|个(?=个案|家庭|孩子|儿童|老人|居民))(?!次)"
)  # not what is counted in 户次, 人次
_ORDER = "第"  # 第一名 counts nobody


def small_counts(text: str, k: int) -> Iterator[str]:
    """Yield the numbers of fewer than `k` people, cases or households as they are written: 三例."""
    for number in find_numbers(text):
        unit = _PEOPLE.match(text, number.end)
        if unit and 0 < number.low < k and not text[: number.start].endswith(_ORDER):
            yield f"{number.text}{unit[0]}"


def small_counts_note(texts: Iterable[str], k: int) -> str:
    """Say which small numbers stand in the reasons that a person wrote; nothing where none does. What becomes of them a person decides."""
    words = "、".join(dict.fromkeys(f"“{count}”" for text in texts for count in small_counts(text, k)))
    return (
        f"偏差原因里写着少于{k}的人数、例数（{words}），表要公开的，请核对；要隐去的，在项目指标台账里改写"
        if words
        else ""
    )
