"""Compares names of organisations: which two may be one, and which are two however alike they look."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from etl.parse.numerals import NUMERAL_SIGNS, numeral
from etl.parse.texts import normalised

LEAST_ALIKE = 90  # of 100: below, two names of usual length differ in more than a character
SHORTEST = 3  # characters of a core: shorter ones are alike by chance
SAME_WORDS = (  # words that stand for each other in names of organisations
    ("社会工作", "社工"),
    ("服务中心", "中心"),
    ("居民委员会", "居委会"),
    ("村民委员会", "村委会"),
    ("志愿服务队", "志愿队"),
    ("股份有限公司", "公司"),
    ("有限责任公司", "公司"),
    ("有限公司", "公司"),
    ("社区居委会", "居委会"),
)
# What many places have one of: alike only where both names say the same place.
_GENERIC = re.compile(
    r"(?:社区|村|街道)?(?:居委会|村委会|社工站|社工中心|党支部|党总支|党委|工作站|志愿队|志愿者协会|物业|物业服务|业委会|业主委员会"
    r"|党群中心|便民中心|网格员|办事处|卫生中心|卫生站|执法队|保洁队)"
)
_SIGNS = re.compile(r"[\W_]+")  # brackets, dots, dashes
_LEGAL_FORM = re.compile(r"(?:集团)?公司$|集团$")  # 例食品公司, 例食品集团公司
_CITY = re.compile(r"^[\u4e00-\u9fff]{2,3}?(?<!超)(?<!城)(?<!都)[省市]")  # 兰州市 of 兰州市例公司, not 爱心超市
# 12 · 第二, 一 · A of A区 · 甲
_NUMERAL = re.compile(rf"\d+|[{NUMERAL_SIGNS}]+|(?<![A-Z])[A-Z](?![A-Z])|[甲乙丙丁]")
# 城关分公司, 银行安宁支行, 东校区: the branch and up to four characters before it
_BRANCH = re.compile(
    r"(?:公司|银行|学校|[大中小]学|医院|集团|中心)?([\u4e00-\u9fff\dA-Z]{0,4}?)"
    r"(分公司|支公司|支行|分行|校区|分校|院区|分院|分店|分部|分社|营业部|分中心|服务点|园区)"
)
_QUARTER = re.compile(r"([\u4e00-\u9fff]{2,6}?)(?:社区|街道)")  # 费家营社区 of 费家营社区居委会
_PLACE_ENDING = re.compile(r"(?<=..)(?:省|市|区|县|街道|镇|社区|村)$")

Stems = frozenset[str]  # the stems of a city, its district, street and community: 兰州, 安宁, 费家营


@dataclass(frozen=True)
class Places:
    """The places an office knows, each with what it lies in."""

    rows: tuple[Stems, ...] = ()

    @classmethod
    def of(cls, rows: Collection[Sequence[str | None]]) -> "Places":
        """Make places of rows of names such as (兰州市, 安宁区, 费家营街道, 费家营社区（演示）)."""
        stems = (frozenset(stem for name in row if name and len(stem := _stem(name)) > 1) for row in rows)
        return cls(tuple(stems))

    @property
    def stems(self) -> frozenset[str]:
        return frozenset().union(*self.rows)

    def may_be_one(self, first: Stems, second: Stems) -> bool:
        """Tell whether two sets of places do not contradict each other: one names none, or all lie in one another."""
        return first <= second or second <= first or any(first | second <= row for row in self.rows)


def _stem(name: str) -> str:
    return _PLACE_ENDING.sub("", normalised(name).removesuffix("(演示)"))


def core(name: str, places: Places = Places()) -> str:
    """Return what is left of a name without place in front, legal form, brackets: 仿桐社工中心 of 兰州市仿桐社会工作服务中心."""
    text = _SIGNS.sub("", _bracketed(places).sub("", normalised(name)))
    for words, short in SAME_WORDS:
        text = text.replace(words, short)
    return _LEGAL_FORM.sub("", _without_place(text, places)) or text


def _without_place(text: str, places: Places) -> str:
    for pattern in (_known(places), _CITY, _known(places), _CITY):
        shorter = pattern.sub("", text)
        text = shorter if len(shorter) >= SHORTEST else text
    return text


@lru_cache(maxsize=8)
def _bracketed(places: Places) -> re.Pattern[str]:
    """Return what matches a known place in brackets: (兰州), (安宁区)."""
    stems = sorted(places.stems, key=len, reverse=True)
    return re.compile(rf"\((?:{'|'.join(map(re.escape, stems))})(?:省|市|区|县)?\)" if stems else r"(?!)")


@lru_cache(maxsize=8)
def _known(places: Places) -> re.Pattern[str]:
    """Return what matches a known place in front of a name: 兰州市, 安宁."""
    stems = sorted(places.stems, key=len, reverse=True)
    return re.compile(rf"^(?:{'|'.join(map(re.escape, stems))})(?:省|市|区|县|街道|镇)?") if stems else _CITY


def are_different(first: str, second: str, places: Places = Places()) -> bool:
    """Tell whether two names are of two organisations: numerals, branches, quarters or places in them differ."""
    keys = normalised(first), normalised(second)
    if not _agree(_numerals, keys) or not _agree(_branch, keys):
        return True
    quarters = tuple(map(_quarter, keys))
    if all(quarters) and quarters[0] != quarters[1]:
        return True
    here, there = (_places_in(key, places) for key in keys)
    if here != there and _GENERIC.fullmatch(core(first, places)):
        return True
    return not places.may_be_one(here, there)


def _agree(part: Callable[[str], Any], keys: tuple[str, str]) -> bool:
    first, second = map(part, keys)
    return bool(first == second)


def _numerals(name: str) -> list[str]:
    """Return the numerals and letters in a name, 二 and 2 alike, sorted."""
    marks = _NUMERAL.findall(name)
    return sorted(str(value) if (value := numeral(mark)) is not None else mark.lstrip("0") for mark in marks)


def _branch(name: str) -> list[tuple[str, str]]:
    return _BRANCH.findall(name)


def _quarter(name: str) -> str:
    return match.group(1) if (match := _QUARTER.search(name)) else ""


def _places_in(name: str, places: Places) -> Stems:
    city = match.group()[:-1] if (match := _CITY.match(name)) else ""
    known = {stem for stem in places.stems if stem in name}
    return frozenset(known | {city} if city and not any(stem in city for stem in known) else known)


def alike(names: Collection[str], places: Places = Places()) -> Iterator[tuple[str, str, float]]:
    """Yield pairs of names that may be one organisation, with how alike they are (100: equal but for form and place)."""
    from rapidfuzz import fuzz  # a load compares no names

    cores = sorted(((core(name, places), name) for name in names), key=lambda item: (len(item[0]), item))
    by_length = [(own, name) for own, name in cores if len(own) >= SHORTEST]
    for index, (own, name) in enumerate(by_length):
        for other, other_name in by_length[index + 1 :]:
            if len(own) * 100 < len(other) * (2 * LEAST_ALIKE - 100):
                break  # the ratio of two lengths so different cannot reach the least
            ratio = fuzz.ratio(own, other, score_cutoff=LEAST_ALIKE)
            if ratio and not are_different(name, other_name, places):
                yield min(name, other_name), max(name, other_name), ratio
