"""When a claim speaks of one category only: 志愿服务活动 are activities of one 板块, 企业捐赠 and 幸福基金筹款 are part of the money."""

import re
from dataclasses import dataclass

from evidence.claims.binding.context import FILLERS, ClaimContext
from evidence.claims.binding.spoken_category import spoken_category
from evidence.claims.binding.vocabulary import PERSONS
from evidence.claims.checked_claim import Binding, ClaimPlace
from evidence.claims.detection.claim import Claim
from indicators import tables
from indicators.engine import catalogue
from warehouse import records
from warehouse.build import Build

FUND, EMPLOYER, TEAM = "fund_name", "employer", "team"
# A fund as a text names it: 阳明山庄社区幸福基金.
FUND_NAME = re.compile(r"[一-鿿]{2,}基金")
# What stands before a fund and is no name of it, and what many funds are called, which tells none apart: 通过|慈善基金, 平安|慈善基金.
NO_NAME_OF_FUND = re.compile(
    r"(?:通过|依托|利用|用好|设立|成立|建立|筹建|建成|发动|社区|街道|[由从向以和与及的把将对为在本该我各全区村镇乡])$"
)
KIND_OF_FUND = re.compile("(?:社区|村|街道)?(?:慈善|公益|爱心|发展|互助|关爱|专项|救助)*基金")
# What goods were given or handed out for, or the venue, by the column in which each table names it, and how a text names it as
# a thing of its own: “邻里帮余药共享”倡议, 余药共享行动, 打造了“五邻·阳光益站”.
OCCASIONS = {"gift": "purpose", "distribution": "project", "venue": "name"}
OCCASION_NAMED = r"[“「][^“”「」]*{0}[^“”「」]*[”」]|{0}(?:倡议|行动|项目|活动|计划)"
SHORTEST_OCCASION = 4  # characters: 助学 and 助老 stand everywhere
# Who employs staff: an organisation by name, the committee, or the community itself, which may be all that work in it: 仁和社会工作服务中心|拥有社工,
# |居委会|工作人员, |社区|现有工作人员.
EMPLOYER_NAME = re.compile(
    r"(?P<organisation>[一-鿿]{2,12}?(?:服务中心|服务社|协会|联合会))|(?P<committee>[居村]委会)|(?P<community>社区|村)(?=现?有|共有|配备|工作人员)"
)
# What stands between the name of a team and the number of its people, and what says that they came to something: 爱阅读服务队|共有队员|73人.
MEMBERS = re.compile(rf"(?:的?(?:志愿者|队员|成员|义工)(?:人数)?)?{FILLERS}$")
CAME_BY = re.compile(r"[一-鿿]{0,3}?(?:参加|参与|出席|到会|观看)(?!志愿|服务)")
VOLUNTEER_SERVICE = "volunteer_service"
COMMITTEES = ("居委会", "村委会", "居民委员会", "村民委员会")
# What the name of an agency ends with besides its own words, and how many characters of those are shown: 仁和|社会工作服务中心.
KIND_OF_AGENCY, PROPER = "社会工作服务中心", 2


@dataclass(frozen=True)
class NamedBody:
    """A fund or an employer as the records name it, and as the text does where that is another name."""

    name: str
    spelling: str = ""


def bind_category(
    indicator: str, context: ClaimContext, place: ClaimPlace, build: Build, paragraph: str = ""
) -> Binding:
    """Return the binding with the category that the words beside the figure name, if any; a fund is named in the sentence, an
    employer in the paragraph."""
    declaration = catalogue()[indicator]
    groups = tables.groups_of(declaration.numerator.table)
    if spoken := spoken_category(indicator, context.left, place, build):
        return Binding(indicator, spoken)
    if FUND in groups and (fund := _fund(context, records.funds(build, place.communities))):
        return Binding(indicator, (FUND, fund.name), fund.spelling)
    if (column := OCCASIONS.get(declaration.numerator.table, "")) and (
        occasion := _occasion(context, records.occasions(build, declaration.numerator.table, column, place.communities))
    ):
        return Binding(indicator, (column, occasion))
    if EMPLOYER in groups and (employer := _employer(paragraph, records.employers(build, place.communities))):
        return Binding(indicator, (EMPLOYER, employer.name), employer.spelling)
    return Binding(indicator)


def named_teams(indicator: str, context: ClaimContext, place: ClaimPlace, build: Build) -> list[str]:
    """Return the volunteer teams of the records that the clause names before what teams have done: 爱心帮帮团|服务293小时."""
    declaration = catalogue()[indicator]
    sides = {aggregate.table for aggregate in declaration.aggregates}
    if not all(TEAM in tables.groups_of(table) for table in sides) or not (
        declaration.adds_up or declaration.denominator
    ):
        return []
    teams = records.occasions(build, declaration.numerator.table, TEAM, place.communities)
    named = [team for team in teams if team in context.lead + context.left]
    return [team for team in named if not any(team in other for other in named if other != team)]


def team_of_members(claim: Claim, context: ClaimContext, place: ClaimPlace, build: Build) -> str:
    """Return the volunteer team of the records whose name stands right before a number of persons: 爱阅读服务队|73人; else nothing."""
    if claim.unit not in PERSONS or CAME_BY.match(context.right + context.rest):
        return ""
    words = MEMBERS.sub("", context.left)
    teams = records.occasions(build, VOLUNTEER_SERVICE, TEAM, place.communities)
    return max((team for team in teams if words.endswith(team)), key=len, default="")


def _fund(context: ClaimContext, funds: list[str]) -> NamedBody | None:
    """The fund whose name ends as the text names it: 幸福基金 for 阳明山庄社区幸福基金; none when two could be meant.

    A community fund of another name (“阳明治荟”社区发展基金) is taken for the only one that the community has.
    """
    spellings = FUND_NAME.findall(context.left + context.right) + FUND_NAME.findall(context.earlier)
    for spelling in spellings:
        for length in range(len(spelling), 3, -1):
            matching = [fund for fund in funds if fund.endswith(spelling[-length:])]
            if matching:
                return (
                    NamedBody(matching[0], _other_name(spelling, matching[0], length)) if len(matching) == 1 else None
                )
    own = [fund for fund in funds if FUND_NAME.fullmatch(fund)]
    of_community = [spelling for spelling in spellings if "社区" in spelling]
    return NamedBody(own[0], of_community[0]) if len(own) == 1 and of_community else None


def _other_name(spelling: str, fund: str, length: int) -> str:
    """How a text names a fund of which only the last characters fit, and those are any fund's: 某某|慈善基金.

    Nothing where what stands before them is no name (通过|慈善基金) or is in the fund's own (凤二村|慈善基金).
    """
    before, kind = spelling[:-length], spelling[-length:]
    is_named = not NO_NAME_OF_FUND.search(before) and before[-PROPER:] not in fund
    return before[-PROPER:] + kind if before and is_named and KIND_OF_FUND.fullmatch(kind) else ""


def is_of_occasion(binding: Binding | None) -> bool:
    """Whether a binding is to one occasion or venue, which has its own beginning and end."""
    return bool(binding and binding.category and binding.category[0] in OCCASIONS.values())


def _occasion(context: ClaimContext, occasions: list[str]) -> str:
    """The only occasion or venue that the sentence names as a thing of its own; none where two are named."""
    sentence = context.earlier + context.lead + context.left + context.right + context.rest
    named = [
        occasion
        for occasion in occasions
        if len(occasion) >= SHORTEST_OCCASION and re.search(OCCASION_NAMED.format(re.escape(occasion)), sentence)
    ]
    return named[0] if len(named) == 1 else ""


def _employer(paragraph: str, employers: list[str]) -> NamedBody | None:
    """The employer named last before a figure: the only one whose name ends as the text names it, or the committee of the place."""
    named = list(EMPLOYER_NAME.finditer(paragraph))
    if not named:
        return None
    organisation = named[-1]["organisation"]
    if not organisation:
        return _only(employers, COMMITTEES, "") if named[-1]["committee"] else None
    ends = (organisation[-length:] for length in range(len(organisation), 5, -1))
    end = next((end for end in ends if any(name.endswith(end) for name in employers)), organisation)
    return _only(employers, (end,), organisation[-len(end) - PROPER :] if KIND_OF_AGENCY.endswith(end) else "")


def committee_that_may_be_meant(
    indicator: str, place: ClaimPlace, build: Build, paragraph: str
) -> tuple[str, str] | None:
    """Return the committee of a place, where staff are said to be the community's: those of the committee, or all that work there."""
    named = list(EMPLOYER_NAME.finditer(paragraph))
    if (
        EMPLOYER not in tables.groups_of(catalogue()[indicator].numerator.table)
        or not named
        or not named[-1]["community"]
    ):
        return None
    committee = _only(records.employers(build, place.communities), COMMITTEES, "")
    return (EMPLOYER, committee.name) if committee else None


def _only(employers: list[str], endings: tuple[str, ...], spelling: str) -> NamedBody | None:
    matching = [employer for employer in employers if employer.endswith(endings)]
    return NamedBody(matching[0], spelling) if len(matching) == 1 else None
