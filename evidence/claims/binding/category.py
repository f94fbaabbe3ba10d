"""When a claim speaks of one category only: 志愿服务活动 are activities of one 板块, 企业捐赠 and 幸福基金筹款 are part of the money."""

import re
from functools import cache

from etl.declarations import record_types
from evidence.claims.binding.context import Surroundings
from evidence.claims.checked_claim import Binding, Place
from indicators import tables
from indicators.engine import catalogue
from warehouse import records
from warehouse.build import Build

STRAND, FUND, DONOR = "strand", "fund_name", "donor_type"
# column → the declared column whose words are its spellings, and what may stand between such a word and the figure.
SPOKEN = {
    STRAND: ("strand", r"(?:主题|公益|类|板块|系列|文化|特色|等)?(?:活动|服务|课堂|节)?$"),
    DONOR: ("donor_kind", r"(?:捐赠|捐款|捐资|认捐)(?:款|资金|金额|收入)?$"),
}
OF_A_FUND = re.compile(r"[一-鿿]{2,}基金")


def narrowed(indicator: str, around: Surroundings, place: Place, build: Build) -> Binding:
    """Return the binding with the category that the words beside the figure (a fund: of the sentence) name, if any."""
    one = catalogue()[indicator]
    groups = tables.groups_of(one.numerator.table)
    for column in (column for column in SPOKEN if column in groups):
        if name := _named(column, around.left, one.label):
            return Binding(indicator, (column, name))
    if FUND in groups and (fund := _fund(around, records.funds(build, place.communities))):
        return Binding(indicator, (FUND, fund))
    return Binding(indicator)


def _named(column: str, left: str, label: str) -> str:
    """The category whose word ends the words before the figure, but for 活动 or 捐赠: 开展志愿服务活动|200余次."""
    spoken = ((word, name) for word, name in _spellings(column) if word not in label)
    return next((name for word, name in spoken if re.search(re.escape(word) + SPOKEN[column][1], left)), "")


@cache
def _spellings(column: str) -> tuple[tuple[str, str], ...]:
    """Every spelling of every category of a column, the longest first."""
    columns = (one for record in record_types().values() for one in record.columns)
    declared = (one for one in columns if one.name == SPOKEN[column][0])
    pairs = {(word, name) for one in declared for name, words in (one.words or {}).items() for word in (name, *words)}
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


def _fund(around: Surroundings, funds: list[str]) -> str:
    """The fund whose name ends as the text names it: 幸福基金 for 阳明山庄社区幸福基金; none when two could be meant."""
    for spoken in OF_A_FUND.findall(around.left + around.right) + OF_A_FUND.findall(around.earlier):
        for length in range(len(spoken), 3, -1):
            meant = [fund for fund in funds if fund.endswith(spoken[-length:])]
            if meant:
                return meant[0] if len(meant) == 1 else ""
    return ""
