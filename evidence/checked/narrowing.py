"""When a claim speaks of one category only: 志愿服务活动200余次 are activities of one 板块, 幸福基金筹款 is one fund's money."""

import re
from collections.abc import Iterator
from functools import cache

import etl.records
from etl.schema import Column, RecordType
from evidence.checked.model import Binding, Place
from evidence.checked.neighbourhood import Surroundings
from indicators import tables
from indicators.engine import catalogue
from registry import collect
from warehouse import Build

STRAND, FUND = "strand", "fund_name"
OF_A_STRAND = r"(?:主题|公益|类|板块|系列|文化|特色|等)?(?:活动|服务|课堂|节)?$"
OF_A_FUND = re.compile(r"[一-鿿]{2,}基金")


def narrowed(indicator: str, around: Surroundings, place: Place, build: Build) -> Binding:
    """Return the binding with the category that the words beside the figure (a fund: of the sentence) name, if any."""
    groups = tables.groups_of(catalogue()[indicator].numerator.table)
    if STRAND in groups and (strand := _strand(around.left, catalogue()[indicator].label)):
        return Binding(indicator, (STRAND, strand))
    if FUND in groups and (fund := _fund(around, _funds(build, place.communities))):
        return Binding(indicator, (FUND, fund))
    return Binding(indicator)


def _strand(left: str, label: str) -> str:
    """The strand whose word stands before 活动 at the end of the words, or ends them: 开展志愿服务活动|200余次."""
    spoken = ((word, name) for word, name in _strand_words() if word not in label)
    return next((name for word, name in spoken if re.search(re.escape(word) + OF_A_STRAND, left)), "")


@cache
def _strand_words() -> tuple[tuple[str, str], ...]:
    """Every spelling of every strand, the longest first."""
    columns = (column for record in collect(etl.records, RecordType).values() for column in record.columns)
    return tuple(sorted(set(_spellings(columns)), key=lambda pair: (-len(pair[0]), pair)))


def _spellings(columns: Iterator[Column]) -> Iterator[tuple[str, str]]:
    for column in columns:
        if column.name == STRAND:
            for name, words in (column.words or {}).items():
                yield from ((word, name) for word in (name, *words))


def _funds(build: Build, communities: tuple[str, ...]) -> list[str]:
    query = (
        "select distinct fund_name from donation where fund_name is not null and list_contains(?, community) order by 1"
    )
    return [name for (name,) in build.rows(query, (list(communities),))]


def _fund(around: Surroundings, funds: list[str]) -> str:
    """The fund whose name ends as the text names it: 幸福基金 for 阳明山庄社区幸福基金; none when two could be meant."""
    for spoken in OF_A_FUND.findall(around.left + around.right) + OF_A_FUND.findall(around.earlier):
        for length in range(len(spoken), 3, -1):
            meant = [fund for fund in funds if fund.endswith(spoken[-length:])]
            if meant:
                return meant[0] if len(meant) == 1 else ""
    return ""
