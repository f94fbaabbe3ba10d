"""Reads the indicator that a ledger of targets names: by its label, an alias or its id."""

import re
from functools import cache

import registry
from etl.parse.bounds import PERCENT
from etl.parse.headers import measured_item
from etl.parse.texts import normalised, refusal

DEFINITIONS = "indicators.definitions"
TOPIC_MARK = "…"  # an alias such as 议事…参与 is a pattern for drafts and no name
LEAST_NEARNESS = 40  # per cent of letters shared, below which no suggestion is made
_LEADING = re.compile(
    r"^(?:[0-9]+[.、]|[（(][0-9]+[)）]|指标[0-9]+[:：]?)"
)  # 1.活动场次, （2）活动场次, 指标3：活动场次


def indicator_name(text: str) -> tuple[str, str | None] | None:
    """Return the label of the indicator that a text names, and the unit behind it: 活动场数（场） → (活动场次, 场).

    A name that no indicator has is refused with the nearest that one has.
    """
    item = measured_item(text)
    if item is None:
        return None
    if whole := _labels().get(_comparable(text)):  # 平均分（10分制） is a name, and no name with a unit
        return whole, None
    name, unit = item
    label = _labels().get(_comparable(name))
    if label is None:
        raise refusal("指标", text, f"不在指标字典里，{_advice(name)}")
    return label, PERCENT if unit == "%" else unit


@cache
def _labels() -> dict[str, str]:
    """Return {name as compared: label}; a label prevails over an alias of another indicator."""
    declared = registry.names(DEFINITIONS)
    aliases = {
        _comparable(alias): label for label, *others in declared.values() for alias in others if TOPIC_MARK not in alias
    }
    ids = {_comparable(id): label for id, (label, *_) in declared.items()}
    return aliases | ids | {_comparable(label): label for label, *_ in declared.values()}


def _comparable(name: str) -> str:
    return normalised(_LEADING.sub("", name)).casefold()


def _advice(name: str) -> str:
    """Return the nearest name, or where the names are listed."""
    from rapidfuzz import fuzz, process  # few ledgers name an indicator that there is not

    names, wanted = _labels(), _comparable(name)
    alike = [known for known in names if known[-1:] == wanted[-1:]]  # the end tells the measure: 人次 are no 人数
    pools = (
        process.extractOne(wanted, pool, scorer=fuzz.ratio, score_cutoff=LEAST_NEARNESS)
        for pool in (alike, list(names))
    )
    nearest = next(filter(None, pools), None)
    if nearest is None:
        return "请写成“指标字典”里的名称"
    label = names[nearest[0]]
    also = "" if _comparable(label) == nearest[0] else f"（也叫“{nearest[0]}”）"
    return f"最接近的是“{label}”{also}；是它就请写成“{label}”"
