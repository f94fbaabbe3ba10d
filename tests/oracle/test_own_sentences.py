"""Every sentence the program writes, pasted back, is found once, bound to the indicator it was written for, and borne out."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from evidence.claims.verification.check import ALL, check
from indicators import engine
from indicators.comparison import against_year_before
from indicators.engine import catalogue
from indicators.model import Figure, Filters, Indicator
from tests.support.builds import year
from warehouse import communities
from warehouse.build import Build
from wording import headlines, sentences
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
    ("place", "days"), [("", TO_DATE), ("", (date(2024, 4, 1), date(2024, 6, 30))), ("阳明山庄社区（演示）", TO_DATE)]
)
def test_a_headline_of_ours_is_borne_out_with_its_changes_and_shares(build: Build, place: str, days: tuple[date, date]):
    filters = Filters((place,) if place else communities.names(build), *days)
    by_indicator = headlines_of(build, filters)

    checked = check(build, "\n".join(by_indicator.values()), place or ALL).claims

    assert {claim.binding.indicator for claim in checked if claim.binding} == set(by_indicator)
    assert [(claim.claim.text, claim.reason) for claim in checked if claim.verdict != "相符"] == []
    assert len(checked) > len(by_indicator) * 1.3  # the changes, and the shares of all six


def headlines_of(build: Build, filters: Filters) -> dict[str, str]:
    """The headline of every indicator that has a number, with its change against a year before and who has most of it."""
    wholes = {figure.indicator: figure for figure in engine.figures(build, list(catalogue()), filters)}
    changes = {change.now.indicator: change for change in against_year_before(build, list(catalogue()), filters)}
    parts = engine.figures(build, list(catalogue()), filters, ("community",)) if len(filters.communities) > 1 else []
    return {
        id: headlines.whole(catalogue()[id], whole, changes.get(id), [part for part in parts if part.indicator == id])
        for id, whole in wholes.items()
        if whole.value is not None
    }


def test_who_has_most_of_what_is_borne_out_by_what_each_share_is_of(build: Build):
    ids = ("activities", "attendances", "cases_opened", "cash_received")
    days = year(2025)
    filters = Filters(communities.names(build), days.from_on, days.to_on)
    text = headlines.leaders({catalogue()[id]: engine.figures(build, [id], filters, ("community",)) for id in ids})

    checked = check(build, f"2025年，{text}").claims

    assert [(claim.binding.indicator, claim.verdict) for claim in checked if claim.binding] == [
        (id, "相符") for id in ids
    ]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("2025年，已报送的5个社区结案186例。", "相符"),
        ("2025年，已报送的4个社区结案186例。", "口径未明"),
        ("2025年，全部6个社区结案186例。", "口径未明"),
        ("截至2025年底，全部6个社区累计结案率90.7%。", "口径未明"),
        ("2025年，阳明山庄社区到账现金占全部6个社区的9.2%。", "相符"),
        ("2025年，阳明山庄社区到账现金占全部6个社区的20%。", "偏高"),
        ("2025年，阳明山庄社区接案占全部6个社区的61%。", "口径未明"),
        ("2025年，阳明山庄社区占接案数的61%。", "口径未明"),
        ("2025年，6个社区的志愿服务队（3–10支）误差范围有重叠，不分先后。", "口径未明"),
        ("2025年，全部6个社区到账现金28.0万元，其中阳明山庄社区占9.2%。", "相符"),
        ("2025年，全部6个社区到账现金28.0万元，其中阳明山庄社区占19.2%。", "偏高"),
        ("2025年，全部6个社区参与6.24万人次，同口径比上年同期多12%。", "相符"),
        ("2025年，全部6个社区参与6.24万人次，同口径比上年同期多15%。", "偏高"),
        ("2025年，费家营社区新参与者占比14.7%，比上年同期高9.5个百分点。", "偏高"),
    ],
)
def test_what_such_sentences_say_more_than_the_records_is_not_borne_out(build: Build, text: str, verdict: str):
    last = check(build, text).claims[-1]
    assert last.verdict == verdict, last.reason


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
