"""Answers from a list: yes or no, and named options."""

import re
from collections.abc import Iterator, Mapping

from etl.parse.texts import content, refusal, simplified, squeezed

YES = frozenset(("是", "有", "对", *"√✓✔☑🗹1", "1.0", "Y", "YES", "T", "TRUE", "新", "新增", "首次"))
NO = frozenset(("否", "无", "没", "没有", "不", "非", "错", *"×✗✘✕☒X0", "0.0", "N", "NO", "F", "FALSE", "老", "旧"))
DONE = frozenset(
    (
        "解决",
        "完成",
        "办结",
        "结案",
        "落实",
        "完整",
        "参加",
        "参与",
        "同意",
        "通过",
        "合格",
        "满意",
        "达标",
        "公开",
        "公示",
        "签到",
    )
)
DENIED = re.compile("(?:没有|尚未|不|未|没|非|无)(?P<rest>.+)")
NOT_DENIED = "(?<![不未没无非])(?<!没有)"
NAMED = 12  # options that a sentence lists


def yes_no(text: str) -> bool | None:
    """True or False. 1 and √ are yes, 0 and × are no; an empty cell stays unknown."""
    answer = simplified(squeezed(text)).upper()
    if answer in NO:
        return False
    if content(text) is None:
        return None
    denied = DENIED.fullmatch(answer)
    if denied and denied["rest"].removeprefix("已") in YES | DONE:
        return False
    if answer.removeprefix("已") in YES | DONE:
        return True
    raise refusal("是否", text, "看不出是或否，请写“是”或“否”")


def choice(text: str, options: Mapping[str, tuple[str, ...]]) -> str | None:
    """The option that a text names. `options` maps each canonical value to other spellings of it.

    An exact spelling prevails. Otherwise the first option in the declared order of which a word occurs in the text,
    leaving out words that are denied (未解决 is not 解决) or part of a longer word (不满意 is not 满意).
    """
    answer = _comparable(text)
    spellings = {_comparable(word): option for option, word in _words(options)}
    if answer in spellings:
        return spellings[answer]
    if content(text) is None:
        return None
    found = _named(answer, options)
    if found is None:
        listed = "、".join(list(options)[:NAMED]) + ("等" if len(options) > NAMED else "")
        raise refusal("选项", text, f"不在可选范围内，请写其中之一：{listed}")
    return found


def _comparable(text: str) -> str:
    return simplified(squeezed(text)).casefold()


def _words(options: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Every (option, spelling), later ones first, so that in a dictionary the first declared prevails."""
    for option, others in reversed(tuple(options.items())):
        yield from ((option, word) for word in (*others, option))


def _named(answer: str, options: Mapping[str, tuple[str, ...]]) -> str | None:
    spans = {option: list(_spans(answer, (option, *others))) for option, others in options.items()}
    everywhere = [span for each in spans.values() for span in each]
    for option, own in spans.items():
        if any(not _is_inside_longer(span, everywhere) for span in own):
            return option
    return None


def _spans(answer: str, words: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    for word in map(_comparable, words):
        if len(word) > 1:  # 男 or 是 alone may stand in any sentence
            yield from (found.span() for found in re.finditer(NOT_DENIED + re.escape(word), answer))


def _is_inside_longer(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end and end - start > span[1] - span[0] for start, end in others)
