"""Which communities a claim is about: the one named last before it, or the one the caller gives."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from evidence.claims.checked_claim import ClaimPlace
from evidence.claims.detection.community_counts import CommunityCount, find_community_counts
from evidence.claims.detection.passage import Passage, normalise
from warehouse import communities
from warehouse.build import Build
from wording.community_names import joint_name

# Words for all communities together: 全街道, 各社区, 六个社区.
ALL_COMMUNITIES = re.compile(
    r"全(?:街道?|镇|乡|区|县)|各(?:个)?(?:社区|村|站点)|每个?(?:社区|村)|所辖社区|下辖社区|[两二三四五六七八九十\d]+个(?:社区|村)(?!社会)"
)
# The street of whose number a sentence speaks, whatever community was named before: 2025年|全街道|参与6万人次; not 在全街道推广, nor the office.
WHOLE_STREET = re.compile(
    r"(?:(?<![在向居为列占领])全街道?|(?<=[年月度，。；\s])街道)(?=(?:累计|共|总)?(?:居民|村民)?(?:参与|志愿|接案|结案|活动场次|总体满意|满意率))"
)
# What joins the names of communities that are counted together: 社东社区|、|凤二村|和|幸福里社区.
LISTED = re.compile(r"、|，?(?:和|与|及|以及)")
# Words for more than the communities here: 全市注册志愿者50万人 is no figure of one of them.
WIDER_AREA = re.compile(r"(?<!在)全(?:市|省|国|州)|全[区县](?!域|城)|我[市省区县](?!场|民)")
HEADING = 40  # characters that a heading may have
# A whole name that is one of a community: 石塘社区.
COMMUNITY_NAME = re.compile(r"[一-鿿]{2,}(?:社区|村)")


@dataclass(frozen=True)
class PlaceMention:
    """A place named in the text that the register knows, from `start` to `end`."""

    start: int
    end: int
    place: ClaimPlace


@dataclass(frozen=True)
class CommunityRegister:
    """The communities of a build by every name a text may use for them: canonical, without 演示, aliases; and their areas."""

    build: Build

    @cached_property
    def all_communities(self) -> ClaimPlace:
        names = communities.names(self.build)
        return ClaimPlace(names, f"全部{len(names)}个社区") if len(names) > 1 else _place(names[0])

    @cached_property
    def communities(self) -> dict[str, ClaimPlace]:
        """Every community by every whole name; one without 社区 or 村 behind it is too common a word in a text (幸福, 和平)."""
        spellings = communities.spellings(self.build).whole.items()
        return {normalise(spelling).text: _place(name) for spelling, name in spellings if len(spelling) >= 2}

    @cached_property
    def areas(self) -> dict[str, ClaimPlace]:
        """Areas with several communities in the register: 江埔街道 is all of them together."""
        members: dict[str, list[str]] = {}
        for location in communities.locations(self.build):
            for area in filter(None, (location.street, location.district, location.city)):
                members.setdefault(area, []).append(location.community)
        return {
            area: ClaimPlace(tuple(names), f"{area}{len(names)}个社区")
            for area, names in members.items()
            if len(names) > 1
        }

    @cached_property
    def name_endings(self) -> re.Pattern[str]:
        """Match the 社区 that ends a name or a number of communities before 活动, so that it is not read as 社区活动: 社东|社区|活动264场."""
        stems = [name.removesuffix("社区") for name in self.communities if name.endswith("社区")]
        names = [f"(?<={re.escape(stem)})社区" for stem in stems if stem]
        return re.compile("|".join([*names, "(?<=[个各每])社区"]).join(("(?:", ")(?=活动|$)")))

    def counted_together(self, count: CommunityCount, named: Sequence[str] = ()) -> ClaimPlace:
        """Return all communities for 六个社区 and those named for 凤二村、社东社区两个社区.

        社东社区等4个社区 and 已报送的4个社区 are those of all that reported. Not stated where neither all nor those named are so many.
        """
        place = replace(self.all_communities, number=count.number, named=tuple(named))
        if len(named) == count.number:
            return replace(self.named_together(named), number=count.number)
        if count.is_of_reported or len(place.communities) == count.number or len(named) in range(1, count.number):
            return place
        return replace(place, is_stated=False, question=f"哪{count.words}", number=None)

    def named_together(self, names: Sequence[str]) -> ClaimPlace:
        """Return the place of communities named one after another: 社东社区、凤二村."""
        is_all = set(names) == set(self.all_communities.communities)
        place = self.all_communities if is_all else ClaimPlace(tuple(names), joint_name(names))
        return replace(place, number=len(names))

    def find(self, spelling: str) -> ClaimPlace:
        """Return the community of a name the reader gives; UnknownCommunity with a suggestion for another."""
        return _place(communities.find(self.build, spelling))


def find_mentions(text: str, spellings: Mapping[str, ClaimPlace]) -> list[PlaceMention]:
    """Return where a text names places, the longer name first where two overlap."""
    if not spellings:
        return []
    pattern = re.compile("|".join(map(re.escape, sorted(spellings, key=len, reverse=True))))
    return [PlaceMention(*match.span(), spellings[match[0]]) for match in pattern.finditer(text)]


@dataclass(frozen=True)
class PlaceFinder:
    """The places of one text; `default` is the place the caller gives, None to go by the text alone."""

    passage: Passage
    register: CommunityRegister
    default: ClaimPlace | None

    @cached_property
    def mentions(self) -> list[PlaceMention]:
        """Communities by name, and those that a number counts together, in order."""
        listed = list(self._listed(find_mentions(self.passage.text, self.register.communities)))
        names_before = {mention.end: mention for mention in listed}
        counted = []
        for count in find_community_counts(self.passage):
            start = count.span[0] - self.passage.text.startswith("等", count.span[0] - 1)
            names = names_before.get(start)
            place = self.register.counted_together(count, names.place.communities if names else ())
            counted.append(PlaceMention(*count.span, place))
        return sorted([*listed, *counted], key=lambda mention: mention.start)

    def _listed(self, mentions: Sequence[PlaceMention]) -> Iterator[PlaceMention]:
        """Yield the mentions, those joined to one list (社东社区、凤二村) as one; each by itself where 分别 deals the figures out."""
        run: list[PlaceMention] = []
        for mention in mentions:
            if run and not LISTED.fullmatch(self.passage.text, run[-1].end, mention.start):
                yield from self._as_list(run)
                run = []
            run.append(mention)
        yield from self._as_list(run)

    def _as_list(self, run: Sequence[PlaceMention]) -> Sequence[PlaceMention]:
        names = tuple(dict.fromkeys(name for mention in run for name in mention.place.communities))
        if len(names) < 2 or "分别" in self.passage.text[run[-1].end : self.passage.sentence(run[-1].end)[1]]:
            return run
        return [PlaceMention(run[0].start, run[-1].end, self.register.named_together(names))]

    def place_of(self, at: int, community: str) -> ClaimPlace | None:
        """Return the place of a claim at `at` before which `community` is named; None when its sentence names a community the register does not know.

        Nearest first: one named in its sentence, the street whose number it is, one named in its paragraph; the default; 全街道; the one that the text is about; an area;
        one named in another line, which leaves open whether it still holds. A city that gives a prize is no place of a figure, so areas come last. 全市 in its sentence
        leaves the place open.
        """
        sentence = self.passage.sentence(at)[0]
        mention = self._last_before(at, sentence)
        if wider := self._wider_area(mention.end if mention else sentence, at):
            place = self.default or self.register.all_communities
            return replace(place, is_stated=False, question=f"哪个社区（文中说的是“{wider}”）")
        if mention:
            return mention.place
        if WHOLE_STREET.search(self.passage.text, sentence, at):
            return replace(self.register.all_communities, whole="全街道")
        if not self.default and self._is_unregistered(community, at, sentence):
            return None
        if mention := self._last_before(at, self.passage.paragraph_start(at)):
            return mention.place
        if self.default and self.default != self.register.all_communities:
            return self.default
        if all_of_them := ALL_COMMUNITIES.search(self.passage.text, sentence, at):
            whole = all_of_them[0] if all_of_them[0].startswith("全") else ""
            return replace(self.register.all_communities, whole=whole)
        if self.default:
            return self.default
        if self._subject:
            return self._subject
        earlier = self._last_before(at, 0) or next(iter(self.mentions), None)
        if earlier:
            return replace(earlier.place, is_stated=False, question=f"哪个社区（别处说的是{earlier.place.words}）")
        area = next(iter(find_mentions(self.passage.text, self.register.areas)), None)
        return area.place if area else self._unstated()

    @cached_property
    def _subject(self) -> ClaimPlace | None:
        """The place that a whole text is about: the only one it names, in a heading or more than once."""
        places = {mention.place.communities for mention in self.mentions}
        is_subject = len(self.mentions) > 1 or any(self._is_heading(mention) for mention in self.mentions)
        return self.mentions[0].place if len(places) == 1 and is_subject else None

    def _is_heading(self, mention: PlaceMention) -> bool:
        """Whether a place is named in a line that is no sentence: 社东社区2025年工作总结."""
        line = self.passage.text[self.passage.paragraph_start(mention.start) : self.passage.line_end(mention.end)]
        return len(line) <= HEADING and not re.search("[，。；！？]", line)

    def _wider_area(self, start: int, at: int) -> str:
        """The last word for more than the communities here between two offsets, empty when there is none."""
        return next((match[0] for match in reversed(list(WIDER_AREA.finditer(self.passage.text, start, at)))), "")

    def _unstated(self) -> ClaimPlace:
        """All communities; stated only where the build has a single one."""
        place = self.register.all_communities
        return replace(place, is_stated=len(place.communities) == 1)

    def _last_before(self, at: int, start: int) -> PlaceMention | None:
        i = bisect_right(self.mentions, at, key=lambda mention: mention.start) - 1
        return self.mentions[i] if i >= 0 and self.mentions[i].start >= start else None

    def _is_unregistered(self, community: str, at: int, sentence: int) -> bool:
        """Whether the claim's sentence names a community that is not registered: 邻近的石塘社区筹款5万元."""
        is_known = any(spelling in community or community in spelling for spelling in self.register.communities)
        return (
            bool(COMMUNITY_NAME.fullmatch(community)) and not is_known and community in self.passage.text[sentence:at]
        )


def community_words(names: Sequence[str], all_names: Sequence[str]) -> str | None:
    """Return the community of a JSON row: its name, several joined, 全部 for all, None for none."""
    if not names:
        return None
    return "全部" if len(names) > 1 and set(names) == set(all_names) else "、".join(names)


def _place(community: str) -> ClaimPlace:
    return ClaimPlace((community,), communities.short_name(community))
