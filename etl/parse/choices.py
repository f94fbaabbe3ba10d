"""Reads answers from a list: yes or no, and named options."""

import re
from collections.abc import Mapping

from etl.parse.texts import content, label, normalised, refusal

YES = frozenset(("是", "有", "对", *"√✓✔☑🗹1", "1.0", "Y", "YES", "T", "TRUE", "新", "新增", "首次"))
NO = frozenset(
    (
        "否",
        "无",
        "没",
        "没有",
        "不",
        "非",
        "错",
        *"×✗✘✕☒X0",
        "0.0",
        "N",
        "NO",
        "F",
        "FALSE",
        "老",
        "旧",
        "缺席",
        "缺勤",
        "请假",
        "旷课",
        "缺",
    )
)
DONE = frozenset(  # what a yes may say instead of 是, and 未 or 不 before it deny: 已解决, 未解决
    (
        "解决", "完成", "办结", "结案", "落实", "完整", "参加", "参与", "同意", "通过", "合格", "满意", "达标", "公开", "公示", "签到", "到场", "出席", "出勤", "到", "到会", "参会",
    )
)  # fmt: skip
DENIED = re.compile("(?:没有|尚未|不|未|没|非|无)(?P<rest>.+)")  # 没有完成, 不完整
# 1.非常满意, A、现金, (2)物资, Q12、总体满意度
NUMBERING = re.compile(r"^(?:(?:Q?[0-9]{1,2}|[A-Z])[.、:)]|\((?:[0-9]{1,2}|[A-Z])\))(?![0-9])", re.IGNORECASE)
# What a question says beside the option it names: 总体来说，您满意吗？, 总体满意度（10分制）
ASKING = re.compile(r"您的?|你的?|来说|来看|而言|(?<=体)上|[,，、。.;:?!]|吗|\([^()]*分[^()]*\)$")
# What may stand around the name of an option without changing it: 已办结, 跟进中, 爱心居民, 企业捐赠. Anything else may: 部分到账,
# 预计6月到账, 没有办结, 居民委员会.
FILLER = re.compile("(?:已经?|中|很|比较|类|型|的|方|者|爱心|热心|捐赠|捐款)*")
MOST_LISTED = 12  # options that a sentence lists

Options = Mapping[str, tuple[str, ...]]  # canonical value → other spellings of it


def yes_no(text: str) -> bool | None:
    """Return True or False. 1 and √ are yes, 0 and × are no; an empty cell stays unknown."""
    answer = normalised(text).upper()
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


def choice(text: str, options: Options, list_name: str = "选项", closed_because: str = "") -> str | None:
    """Return the option of a closed list that a text names; `list_name` is what the refusing sentence calls the list.

    An exact spelling prevails; otherwise a spelling may stand among words that change nothing (已办结, 企业捐赠). A text in which
    something else stands beside it is refused.
    """
    if (option := _spelt(text, options)) is not None:
        return option
    if content(text) is None:
        return None
    named = _named(NUMBERING.sub("", _comparable(text)), options)
    if len(named) != 1:
        listed = "、".join(list(options)[:MOST_LISTED])
        why = f"（{closed_because}）" if closed_because else ""
        raise refusal(
            list_name, text, f"不在可选范围{why}，请写成{listed}{'等' if len(options) > MOST_LISTED else '之一'}"
        )
    return named.pop()


def open_choice(text: str, options: Options) -> str | None:
    """Return the option of which a text is a spelling, be it numbered or a question; another text stays as it is, tidied."""
    option = _spelt(text, options)
    if option is None:
        option = _spelt(ASKING.sub("", NUMBERING.sub("", _comparable(text))), options)
    return label(text) if option is None else option


def _spelt(text: str, options: Options) -> str | None:
    """Return the first option of which a text is an exact spelling."""
    answer = _comparable(text)
    spelt = (option for option, others in options.items() if answer in map(_comparable, (option, *others)))
    return next(spelt, None)


def _comparable(text: str) -> str:
    return normalised(text).casefold()


def _named(answer: str, options: Options) -> set[str]:
    """Return the options that an answer names in other words than their spellings, the fillers around them left out."""
    return {
        option
        for option, others in options.items()
        for spelling in map(_comparable, (option, *others))
        if spelling in answer and len(spelling) > 1 and FILLER.fullmatch(answer.replace(spelling, "", 1))
    }
