"""Which community a claim is about: the one named last before it, or the one the reader gives."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from evidence.claims.checked_claim import Place
from evidence.claims.detection.normalisation import plain
from evidence.claims.detection.passage import Passage
from warehouse import communities
from warehouse.build import Build

EVERYBODY = re.compile(
    r"全(?:街道?|镇|乡|区|县)|各(?:个)?(?:社区|村|站点)|所辖社区|下辖社区|[两二三四五六七八九十\d]+个(?:社区|村)(?!社会)"
)
NEIGHBOURHOOD = re.compile(r"[一-鿿]{2,}(?:社区|村)")


@dataclass(frozen=True)
class Mention:
    """A place named in the text that the register knows, from `start` to `end`."""

    start: int
    end: int
    place: Place


@dataclass(frozen=True)
class Register:
    """The communities of a build by every name a text may use for them: canonical, without 演示, aliases; and their areas."""

    build: Build

    @cached_property
    def everybody(self) -> Place:
        names = communities.names(self.build)
        return Place(names, f"全部{len(names)}个社区") if len(names) > 1 else _place(names[0])

    @cached_property
    def communities(self) -> dict[str, Place]:
        """Every community by every whole name; one without 社区 or 村 behind it is too common a word in a text (幸福, 和平)."""
        spellings = communities.spellings(self.build).whole.items()
        return {plain(spelling).text: _place(name) for spelling, name in spellings if len(spelling) >= 2}

    @cached_property
    def areas(self) -> dict[str, Place]:
        """Areas with several communities in the register: 江埔街道 is all of them together."""
        members: dict[str, list[str]] = {}
        for location in communities.locations(self.build):
            for area in filter(None, (location.street, location.district, location.city)):
                members.setdefault(area, []).append(location.community)
        return {
            area: Place(tuple(names), f"{area}{len(names)}个社区") for area, names in members.items() if len(names) > 1
        }

    def find(self, spelling: str) -> Place:
        """Return the community of a name the reader gives; UnknownCommunity with a suggestion for another."""
        return _place(communities.find(self.build, spelling))


def mentions(text: str, spellings: Mapping[str, Place]) -> list[Mention]:
    """Return where a text names places, the longer name first where two overlap."""
    if not spellings:
        return []
    pattern = re.compile("|".join(map(re.escape, sorted(spellings, key=len, reverse=True))))
    return [Mention(*found.span(), spellings[found[0]]) for found in pattern.finditer(text)]


@dataclass(frozen=True)
class Places:
    """The places of one text; `given` is what the caller said, None to go by the text alone."""

    passage: Passage
    register: Register
    given: Place | None

    @cached_property
    def mentions(self) -> list[Mention]:
        return mentions(self.passage.text, self.register.communities)

    def of(self, at: int, named: str) -> Place | None:
        """Return the place of a claim at `at`; None when its sentence names a community the register does not know.

        Nearest first: one named in its sentence, in its paragraph; the one given; 全街道; one named earlier in the text, or
        first in it; an area. A city that gives a prize is no place of a figure, so areas come last.
        """
        sentence = self.passage.sentence(at)[0]
        if near := self._last_before(at, sentence):
            return near.place
        if not self.given and self._is_stranger(named, at, sentence):
            return None
        if near := self._last_before(at, self.passage.paragraph_start(at)):
            return near.place
        if self.given:
            return self.given
        if EVERYBODY.search(self.passage.text, sentence, at):
            return self.register.everybody
        earlier = self._last_before(at, 0) or next(iter(self.mentions), None)
        area = next(iter(mentions(self.passage.text, self.register.areas)), None)
        found = earlier or area
        return found.place if found else self._unnamed()

    def _unnamed(self) -> Place:
        """With a single community there is no doubt; with several nobody said which."""
        everybody = self.register.everybody
        return Place(everybody.communities, everybody.words, is_stated=len(everybody.communities) == 1)

    def _last_before(self, at: int, start: int) -> Mention | None:
        i = bisect_right(self.mentions, at, key=lambda mention: mention.start) - 1
        return self.mentions[i] if i >= 0 and self.mentions[i].start >= start else None

    def _is_stranger(self, named: str, at: int, sentence: int) -> bool:
        """Whether the claim's sentence names a community nobody registered: 邻近的石塘社区筹款5万元."""
        is_known = any(spelling in named or named in spelling for spelling in self.register.communities)
        return bool(NEIGHBOURHOOD.fullmatch(named)) and not is_known and named in self.passage.text[sentence:at]


def named_in(names: Sequence[str], everybody: Sequence[str]) -> str | None:
    """Return the community of a JSON row: its name, several joined, 全部 for all, None for none."""
    if not names:
        return None
    return "全部" if len(names) > 1 and set(names) == set(everybody) else "、".join(names)


def _place(community: str) -> Place:
    return Place((community,), communities.short_name(community))
