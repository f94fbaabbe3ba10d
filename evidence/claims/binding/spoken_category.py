"""Categories that a text names in the words before a figure: 志愿服务|活动200余次, 企业|捐赠3000元, 热线|工单144件."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from etl.declarations import record_types
from etl.records.consultation import IDENTITIES
from evidence.claims.binding.context import FILLERS
from evidence.claims.checked_claim import ClaimPlace
from indicators import tables
from indicators.engine import catalogue
from indicators.model import Indicator
from warehouse import records
from warehouse.build import Build

Category = tuple[str, str]  # column of the indicator's table, category

STRAND, DONOR, PROBLEM, IDENTITY = "strand", "donor_type", "problem_type", "identity"
# column → the declared column whose words are its spellings, and what may stand between such a word and the figure:
# 志愿服务|活动|200余次, 妇女|板块参与|120人次, 企业|捐赠|3000元, 经济困难|个案|16例, 村民代表|参加议事|843人次.
SPOKEN_CATEGORIES = {
    STRAND: (
        "strand",
        r"(?:(?:主题|公益|类|板块|系列|文化|特色|等)?(?:活动|服务|课堂|节)?|(?:类|板块)(?:活动)?(?:参与|参加))$",
    ),
    DONOR: ("donor_kind", r"(?:捐赠|捐款|捐资|认捐)(?:款|资金|金额|收入)?$"),
    PROBLEM: (
        "problem_type",
        r"(?:类|方面|问题)?的?(?:个案|案件|案例)?(?:服务)?(?:接案|结案|开案|立案)?(?:数|共|有|为|达)*$",
    ),
    IDENTITY: ("", r"(?:参加|参与|出席|到会|参会)?(?:议事会?|协商议事|协商)?(?:共|有|为|达)*$"),
}
# What stands between such words and the first of two ends: 志愿服务类活动|由2024年的|10场增加到20场.
FIRST_END = re.compile(r"[由从](?:(?:(?:19|20)\d{2}年[度底末初]?|上年|去年)的?)?$")
# An identity is counted in a column of its own. Of its names those of three characters or more tell it apart: 居民 are all who came.
SHORTEST_IDENTITY, AT_CONSULTATIONS = 3, "deliberation_attendance"
# What stands between a category and the figure, and says nothing of what is counted: 老人活动|场次比上年下降|9.3%, 热线工单|数共|144件.
SAYS_NOTHING = re.compile(rf"(?:场次|场数|次数|件数|数量|总数|总量|数)?{FILLERS}$")
# How a text joins a category as the records name it to what is counted: 热线|来源的|工单, 环境卫生|类|诉求.
JOINS = re.compile(r"(?:来源|渠道|途径|方面|板块|类型?|型)?的?$")
# A name among what is counted: 诉求|中|物业服务.
AMONG = re.compile(r"(?P<whole>[一-鿿]{2,8}?)[之当]?中[，：:]?(?P<part>[一-鿿]{2,8})$")
JOINED, LONGEST_LIST = re.compile("[、和与及]"), 40  # characters
REST = "其他"  # what falls under no category, in the records and otherwise in a text


def spoken_category(indicator: str, left: str, place: ClaimPlace, build: Build) -> Category | None:
    """Return the category of an indicator that the words before a figure name last, by its spellings or as the records name it."""
    declaration = catalogue()[indicator]
    spoken = _spoken_before(declaration, left)
    if spoken and _is_recorded(spoken, declaration, place, build):
        return spoken
    return _recorded_before(declaration, left, place, build) if declaration.adds_up else None


def names_several(indicator: str, left: str, place: ClaimPlace, build: Build) -> bool:
    """Return whether the words before a figure name several categories, so that it is of all of them: 热线和窗口|工单194件."""
    declaration = catalogue()[indicator]
    names = [JOINS.sub("", name) for name in JOINED.split(left[-LONGEST_LIST:])[:-1]]
    if not names or not declaration.adds_up or not spoken_category(indicator, left, place, build):
        return False
    recorded = [category for _, category in _recorded(declaration, place, build)]
    return any(category_before(indicator, name) or name.endswith(tuple(recorded)) for name in names)


def _is_recorded(spoken: Category, declaration: Indicator, place: ClaimPlace, build: Build) -> bool:
    """Whether a community tells identities apart: where none does, 居民骨干共|18人参加会议 are all who came."""
    column, category = spoken
    return column != IDENTITY or category in records.occasions(
        build, declaration.numerator.table, IDENTITY, place.communities
    )


def _recorded_before(declaration: Indicator, left: str, place: ClaimPlace, build: Build) -> Category | None:
    """Return the category that the records name in one column and the text right before what is counted: 热线|工单144件, 市级|荣誉8项."""
    before = JOINS.sub("", parted_from_counted(declaration.id, left)[0])
    named = [
        (column, category)
        for column, category in (_recorded(declaration, place, build) if before else ())
        if before.endswith(category) and _tells_apart(category, declaration)
    ]
    longest = max((len(category) for _, category in named), default=0)
    return _only_one([(column, category) for column, category in named if len(category) == longest])


def recorded_category(indicator: str, part: str, place: ClaimPlace, build: Build) -> Category | None:
    """Return the category that the records name as the name of a part does, in one column alone: 热线来源|共."""
    declaration = catalogue()[indicator]
    name = JOINS.sub("", SAYS_NOTHING.sub("", part))
    recorded = _recorded(declaration, place, build) if declaration.adds_up else ()
    return _only_one([(column, category) for column, category in recorded if category == name])


def _recorded(declaration: Indicator, place: ClaimPlace, build: Build) -> Iterator[Category]:
    table = declaration.numerator.table
    for column in tables.groups_of(table):
        for category in records.occasions(build, table, column, place.communities):
            yield column, category


def names_part(indicator: str, words: str) -> bool:
    """Return whether the words before a figure name a part among what is counted: 诉求|中物业服务|58件; its own noun is none: 活动中开展讲座."""
    match, nouns = AMONG.search(SAYS_NOTHING.sub("", words)), nouns_of(indicator)
    if not match or not match["whole"].endswith(nouns):
        return False
    return not any(noun in match["part"] for noun in nouns)


def _only_one(categories: Sequence[Category]) -> Category | None:
    return categories[0] if len(categories) == 1 else None


def _tells_apart(category: str, declaration: Indicator) -> bool:
    """Whether a category is a part of what an indicator counts, and not how all of it is called: 小组 of 小组节数."""
    names = (declaration.label, *declaration.aliases)
    return len(category) > 1 and category != REST and not any(category in name for name in names)


def parted_from_counted(indicator: str, left: str) -> tuple[str, str]:
    """Return the words before what is counted, and it, where the words before a figure end with it: 热线, 工单; else two empty ones."""
    words = SAYS_NOTHING.sub("", left)
    counted = next((noun for noun in nouns_of(indicator) if words.endswith(noun)), "")
    return (words.removesuffix(counted), counted) if counted else ("", "")


@cache
def nouns_of(id: str) -> tuple[str, ...]:
    """Return the words by which texts name what an indicator counts, the longest first."""
    indicator = catalogue()[id]
    nouns = {noun for wording in indicator.wordings for noun in wording.nouns.split()}
    return tuple(sorted({indicator.label, *indicator.aliases, *nouns}, key=len, reverse=True))


def category_before(indicator: str, left: str) -> Category | None:
    """Return the category of an indicator that the words before a figure name last; None where they name none."""
    declaration = catalogue()[indicator]
    return _spoken_before(declaration, left) if declaration.adds_up else None


def _spoken_before(declaration: Indicator, left: str) -> Category | None:
    table = declaration.numerator.table
    columns = [column for column in SPOKEN_CATEGORIES if column in tables.groups_of(table)]
    named = (
        (column, _category_before(column, left, declaration.label))
        for column in columns
        if column != IDENTITY or table == AT_CONSULTATIONS  # sign-in sheets name other identities
    )
    return next(((column, category) for column, category in named if category), None)


def _category_before(column: str, left: str, label: str) -> str:
    """The category whose spelling ends the words before the figure, but for 活动 or 捐赠: 开展志愿服务活动|200余次."""
    between, left = SPOKEN_CATEGORIES[column][1], SAYS_NOTHING.sub("", FIRST_END.sub("", left))
    for spelling, category in _spellings(column):
        if spelling not in label and re.search(re.escape(spelling) + between, left):
            return category
    return ""


@cache
def _spellings(column: str) -> tuple[tuple[str, str], ...]:
    """Every spelling of every category of a column with that category, the longest first."""
    choices = _identities() if column == IDENTITY else _declared_choices(SPOKEN_CATEGORIES[column][0])
    pairs = {(spelling, category) for category, spellings in choices for spelling in (category, *spellings)}
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


def _declared_choices(name: str) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield the categories of the columns of a name with their spellings."""
    for record_type in record_types().values():
        for declared in record_type.columns:
            if declared.name == name:
                yield from (declared.choices or {}).items()


def _identities() -> Iterator[tuple[str, Sequence[str]]]:
    """Yield the identities counted at a consultation with the headers that name them."""
    consultation = record_types()["consultation"]
    for column, identity in IDENTITIES.items():
        names = consultation.column(column).aliases
        yield identity, [name for name in names if len(name) >= SHORTEST_IDENTITY]


def part_named_before(indicator: str, paragraph: str) -> Category | None:
    """Return the 板块 that a paragraph names last before a figure, which the figure may be of; None where the table has none."""
    declaration = catalogue()[indicator]
    if STRAND not in tables.groups_of(declaration.numerator.table) or not declaration.adds_up:
        return None
    ends = {
        category: paragraph.rfind(spelling) + len(spelling)
        for spelling, category in reversed(_spellings(STRAND))
        if spelling in paragraph
    }
    return (STRAND, max(ends, key=lambda category: ends[category])) if ends else None
