"""Resolves the spellings of a community to its one name, for the ETL, the command lines and the claims alike."""

import difflib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from command_line import WrongUsage
from etl import declarations, parse
from etl.parse.community_words import ALIAS_SEPARATORS, ENDING, ENDS_LIKE_COMMUNITY
from warehouse.build import Build
from warehouse.ledgers import months_by_ledger
from warehouse.names_in_titles import is_called_alike, stands_in

DEMO = "（演示）"  # stands behind the names of the sample's communities
_SOME_COMMUNITY = re.compile(f"[一-鿿]{{2}}{ENDING}")  # 湖东社区, 龙溪村
_NOT_OF_A_PLACE = r"(?!服务(?!中心|站|队)|矫正|劳动|实践)"  # 李明社区服务记录: who did it, not where
_NAMED_COMMUNITY = re.compile(_SOME_COMMUNITY.pattern + _NOT_OF_A_PLACE)
_NUMERALS = "一二三四五六七八九十0123456789"
_APART = (_NUMERALS, "东南西北中", "上下", "前后", "左右", "内外", "新老旧", "大小")  # 凤一村 is not 凤二村
_ENDS_OF_PLACES = frozenset("洲庄门")  # of places that are written like names: 陈各庄, 广武门
_SHARED_ENDING = re.compile(  # by many a name of a place: 傅庄|街道, 张|家庄
    "(?:[家各][庄村屯寨营堡湾])?(?:街道办事处|街道办|街道|镇|乡)?$"
)
_WHOLE_STREET = re.compile(  # 街道本级, 本街道, 全街道, 机关, 各社区: what is no single community, whatever the street is called
    "[本全我]?(街道|镇|乡)(办事处|办|机关)?|[一-鿿]{0,6}(街道|镇|乡)?(办事处|街道办)?(本级|本部|机关|层面)|全[区县市街]"
    "|(全部|所有|各|全体)(社区|村)?|(跨|多个?|其他|其它|若干)(社区|村)"
)
_CLOSE_ENOUGH = 0.5  # similarity from which a spelling is suggested: 凤儿 for 凤二


class UnknownCommunity(WrongUsage):
    """No community of the build is written like that. Carries a Chinese sentence with a suggestion."""


@dataclass(frozen=True)
class Location:
    """Where a community lies, as last registered."""

    community: str
    city: str | None
    district: str | None
    street: str | None


@dataclass(frozen=True)
class Spellings:
    """The names of communities by every way to write them, normalised.

    `whole` holds names and aliases; `stems` holds them without 社区, 村 or 居委会 behind. What two communities share names
    neither, but a community's own name goes before an alias of another.
    """

    whole: Mapping[str, str]
    stems: Mapping[str, str]

    @classmethod
    def of(cls, register: Iterable[tuple[str, str | None]]) -> "Spellings":
        """Index (name, aliases) rows; aliases are parted by 、, commas, semicolons, / or white space."""
        rows = list(register)
        names = _unambiguous((normalised(name), name) for name, _ in rows)
        aliases = _unambiguous((normalised(alias), name) for name, aliases in rows for alias in _parted(aliases))
        whole = {**aliases, **names}
        return cls(whole, _unambiguous((_stem(spelling), name) for spelling, name in whole.items()))

    def find(self, spelling: str) -> str | None:
        """Return the community written like this, or None: 鳳二村, 凤二社区 and 凤二/龙村, two of its names, are 凤二村."""
        owners = {self._find_name(name) for name in _parted(spelling)}
        return self._find_name(spelling) or (owners.pop() if len(owners) == 1 else None)

    def _find_name(self, name: str) -> str | None:
        key = normalised(name)
        return self.whole.get(key) or self.stems.get(_stem(key))

    def named_in(self, text: str) -> set[str]:
        """Return the communities that a title names; of spellings inside one another the longest counts.

        湖滨街道 and 湖滨公园 name a street and a park, and not 湖滨社区.
        """
        key = normalised(text)
        names = {**self.stems, **self.whole}
        hits = [spelling for spelling in names if len(spelling) > 1 and stands_in(spelling, key)]
        return {names[hit] for hit in hits if not any(hit != other and hit in other for other in hits)}

    def owner(self, texts: Sequence[str]) -> str | None:
        """Return the community that the first text naming any names, or the only one there is, unless the texts name another place.

        A text that names several decides nothing.
        """
        named: set[str] = next(filter(None, map(self.named_in, texts)), set())
        if named:
            return named.pop() if len(named) == 1 else None
        every = set(self.whole.values())
        names_another = any(map(self._names_another, map(normalised, texts)))
        return every.pop() if len(every) == 1 and not names_another else None

    def _names_another(self, text: str) -> bool:
        """Tell whether a text names a place that is none of these communities: another one, or a street, park or school called like one."""
        return bool(_SOME_COMMUNITY.search(text)) or is_called_alike([*self.stems, *self.whole], text)

    def advice(self, spelling: str) -> str:
        """Say what the clerk may have meant by a spelling that the register does not have."""
        near = self.nearest(spelling)
        meant = f"是不是“{near}”？" if near else ""
        return f"名册里没有社区“{spelling}”。{meant}请改成名册里的名称，或在名册的“别名”里加上这个写法；是新的社区，请在名册里加一行。"

    def nearest(self, spelling: str) -> str | None:
        """Return the community that was perhaps meant by an unknown spelling."""
        close = difflib.get_close_matches(_stem(normalised(spelling)), self.stems, n=1, cutoff=_CLOSE_ENOUGH)
        return self.stems[close[0]] if close else None


def is_whole_street(name: str) -> bool:
    """Tell whether a name in a column of communities stands for the street itself or for several of them: 街道本级, 各社区."""
    return _WHOLE_STREET.fullmatch(normalised(name)) is not None


def whole_street_advice(name: str) -> str:
    """Return the sentence that refuses such a name while no register has it."""
    return (
        f"“{name}”不是一个社区，没有入库。请写是哪个社区的；街道自己办的要单独列出来的，请导入社区名册，"
        "把它也写成一行，再导入这一份。"
    )


def lookalikes(names: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield pairs of names that may be one community: equal but for script and ending, or for one character."""
    stems = {name: _stem(normalised(name)) for name in names}
    yield from (pair for pair in combinations(sorted(names), 2) if _may_be_one(*(stems[name] for name in pair)))


def _may_be_one(first: str, second: str) -> bool:
    """Tell whether two stems may be one name: 凤二 and 凤儿, but not 凤一 and 凤二, 湖东 and 湖西; of two characters one says little: 傅庄, 盛庄."""
    if first == second:
        return True
    differing = [pair for pair in zip(first, second, strict=False) if pair[0] != pair[1]]
    if len(first) != len(second) or len(differing) != 1:
        return False
    one, other = differing[0]
    is_apart = any(one in characters and other in characters for characters in _APART)
    return not is_apart and (len(_SHARED_ENDING.sub("", first)) > 2 or one in _NUMERALS or other in _NUMERALS)


def lookalike_advice(name: str, other: str, row_count: int) -> str:
    """Return the sentence that asks of a name that looks like another, without a register to decide it."""
    return (
        f"“{name}”（{row_count}行）和“{other}”像同一个社区的两种写法，现在当作两个社区。"
        "是同一个的，请改成一种写法，或导入社区名册，把另一种写法写进“别名”。"
    )


def is_named_like_person(name: str) -> bool:
    """Tell whether a person's full name stands before the ending of a community's: 沈玉芬社区, but not 金沙洲社区."""
    stem = _stem(normalised(name))
    return stem[-1:] not in _ENDS_OF_PLACES and parse.is_full_name(stem)


def words_of_places(texts: Iterable[str]) -> frozenset[str]:
    """Return what stands before 社区, 村 and the like in texts that name a community: 梅林, which is then no person by itself."""
    named = {match[0] for text in texts for match in _NAMED_COMMUNITY.finditer(parse.squeezed(text))}
    return frozenset(ENDS_LIKE_COMMUNITY.sub("", name) for name in named)


def person_advice(name: str) -> str:
    """Return the sentence that asks of a community named like a person, without a register to decide it."""
    return f"“{name}”像是人的姓名，现在当作一个社区。不是社区的，请改正这一格；确实是社区的，请导入社区名册写明。"


def short_name(community: str) -> str:
    """Return a community's name for pictures and sentences: page and file say 演示数据 once, not with every name."""
    return community.removesuffix(DEMO)


def normalised(spelling: str) -> str:
    """Return a spelling as spellings are compared: simplified, half-width, without white space and（演示）."""
    return parse.normalised(spelling).replace(parse.normalised(DEMO), "")


def locations(build: Build) -> list[Location]:
    """Return where every community lies, those of the register in its order first."""
    return build.lasting("locations", lambda: [Location(*row) for row in build.small("place")])


def names(build: Build) -> tuple[str, ...]:
    """Return all communities, those of the register in its order first, then those that only ledgers name."""
    return build.lasting("communities", lambda: _names(build))


def _names(build: Build) -> tuple[str, ...]:
    registered = [location.community for location in locations(build)]
    others = sorted({community for _, community in months_by_ledger(build)})
    return tuple(dict.fromkeys((*registered, *others)))


def spellings(build: Build) -> Spellings:
    """Return every way to write the communities of a build."""
    return build.lasting("spellings", lambda: _spellings(build))


def _spellings(build: Build) -> Spellings:
    registered = [
        (name, aliases) for name, aliases, _ in build.small(declarations.register().id) if aliases is not None
    ]
    return Spellings.of([*((name, None) for name in names(build)), *registered])


def has_register(build: Build) -> bool:
    """Tell whether a register was loaded: without it, names are taken as columns spell them, and none is found in titles."""
    return bool(build.small(declarations.register().id))


def find(build: Build, spelling: str) -> str:
    """Return the community of this name or alias, with or without（演示）; UnknownCommunity for another."""
    known = spellings(build)
    if community := known.find(spelling):
        return community
    near = known.nearest(spelling)
    meant = f"是不是“{near}”？" if near else f"现有社区：{'、'.join(names(build))}。"
    raise UnknownCommunity(f"没有社区“{spelling}”。{meant}")


def _parted(aliases: str | None) -> list[str]:
    return [alias for alias in re.split(ALIAS_SEPARATORS, aliases or "") if alias]


def _stem(key: str) -> str:
    return ENDS_LIKE_COMMUNITY.sub("", key) or key


def _unambiguous(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    communities: dict[str, set[str]] = {}
    for spelling, community in pairs:
        communities.setdefault(spelling, set()).add(community)
    return {spelling: owners.pop() for spelling, owners in communities.items() if len(owners) == 1}
