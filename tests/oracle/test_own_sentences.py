"""Every sentence the program writes, pasted back, is found once, bound to the indicator it was written for, and borne out."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from evidence.claims.verification.check import check
from indicators import engine
from indicators.engine import catalogue
from indicators.model import Figure, Filters, Indicator
from tests.support.builds import year
from warehouse import communities
from warehouse.build import Build
from wording import sentences
from wording.community_names import counted_name

Style = Callable[[Figure, Indicator], sentences.Sentence]
TO_DATE = (date(2026, 1, 1), date(2026, 10, 31))


def written(build: Build, places: tuple[str, ...], days: tuple[date, date], style: Style) -> dict[str, str]:
    """Every indicator that has a number, with its sentence."""
    by = ("community",) if len(places) == 1 else ()
    figures = engine.figures(build, list(catalogue()), Filters(places, *days), by)
    named = [replace(figure, community=counted_name(figure, places)) for figure in figures if figure.value is not None]
    return {figure.indicator: style(figure, catalogue()[figure.indicator]).text for figure in named}


@pytest.mark.parametrize("style", [sentences.exact, sentences.rounded])
@pytest.mark.parametrize("days", [(year(2025).from_on, year(2025).to_on), TO_DATE])
@pytest.mark.parametrize("named", ["社东社区（演示）", "阳明山庄社区（演示）", ""])
def test_a_sentence_of_ours_is_borne_out_by_its_own_indicator(
    build: Build, named: str, days: tuple[date, date], style: Style
):
    by_indicator = written(build, (named,) if named else communities.names(build), days, style)

    checked = check(build, "\n".join(by_indicator.values())).claims

    assert len(by_indicator) > 50
    assert [claim.claim.text for claim in checked if claim.verdict != "相符"] == []
    assert [claim.binding.indicator for claim in checked if claim.binding] == list(by_indicator)


def test_a_paragraph_of_ours_is_borne_out_with_its_footnote_marks(build: Build):
    places, ids = communities.names(build), ("activities", "attendances", "volunteer_hours", "cases_opened")
    figures = engine.figures(build, ids, Filters(places, *TO_DATE))
    named = [replace(figure, community=counted_name(figure, places)) for figure in figures]
    text, _ = sentences.paragraph([sentences.exact(figure, catalogue()[figure.indicator]) for figure in named])

    checked = check(build, text).claims

    assert [(claim.binding.indicator, claim.verdict) for claim in checked if claim.binding] == [
        (id, "相符") for id in ids
    ]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("社东社区等6个社区", 6),
        ("社东社区、凤二村、阳明山庄社区、天庆新城社区、费家营社区和幸福里社区六个社区", 6),
        ("社东社区、凤二村", 2),
        ("社东社区和凤二村两个社区", 2),
        ("凤二村", 1),
    ],
)
def test_communities_named_one_after_another_are_counted_together(build: Build, words: str, number: int):
    (claim,) = check(build, f"2026年1月至10月，{words}开展活动9场。").claims
    assert claim.place
    assert len(claim.place.communities) == number


def test_figures_dealt_out_to_communities_are_not_their_sum(build: Build):
    first, _ = check(build, "2025年，社东社区和凤二村分别开展活动264场、120场。").claims
    assert first.place
    assert len(first.place.communities) == 1
