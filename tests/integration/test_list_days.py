"""How old a register or list is stands beside each number that rests on one of another time."""

from datetime import date

import pytest

from evidence.claims.detection.passage import OWN_NOTE
from indicators.catalogue import catalogue
from indicators.engine import figures
from indicators.model import Filters
from tests.support.builds import months_of, year
from tests.support.claims_examples import Make, check_single
from warehouse.build import Build
from wording import reports, sentences

REGISTER = {"community": [{"as_of_on": "2021-06-30", "residents_count": 4000, "households_count": 1400}]}
LAST = {"as_of_on": "2025-03-01", "residents_count": 4100}


def note(build: Build, id: str, filters: Filters) -> str:
    (figure,) = figures(build, [id], filters)
    return reports.note(figure)


def test_residents_of_a_register_of_years_ago_say_its_day(make_build: Make):
    (residents,) = figures(make_build(REGISTER), ["residents"], year())

    assert reports.note(residents) == "（报送1/1社区，按2021年6月30日的名册）"
    sentence = sentences.exact(residents, catalogue()["residents"]).text
    assert "按2021年6月30日的名册" in sentence
    assert "名册" not in OWN_NOTE.sub("", sentence)


def test_a_register_of_the_year_before_is_that_of_now(make_build: Make):
    build = make_build({"community": [*REGISTER["community"], LAST]})
    assert note(build, "residents", year()) == ""
    assert note(build, "residents", year(2024)) == "（报送1/1社区，按2021年6月30日的名册）"


def test_a_register_that_came_later_says_its_day_too(make_build: Make):
    build = make_build({"community": [LAST]})
    assert note(build, "residents", year(2022)) == "（报送1/1社区，按2025年3月1日的名册）"


def test_a_rate_per_resident_says_the_day_of_its_register(make_build: Make):
    rows = {**REGISTER, "activity": [{"title": "会", "held_on": "2025-03-01"}]}
    build = make_build(rows, months_of("activity", ("2025-01-01", "2025-12-31")))
    assert note(build, "activities_per_1000", year()) == "（报送12/12社区月，按2021年6月30日的名册）"


def test_of_several_registers_the_oldest_is_named(make_build: Make):
    build = make_build({"community": [*REGISTER["community"], {**LAST, "community": "乙"}]})
    assert note(build, "residents", year(2025, "甲", "乙")) == "（报送2/2社区，有的社区按2021年6月30日的名册）"


@pytest.mark.parametrize(("ended_on", "words"), [(None, "（报送1/1社区，名册只记到2021年5月）"), ("2025-02-01", "")])
def test_a_list_says_up_to_which_month_it_was_kept(make_build: Make, ended_on: str | None, words: str):
    founded = [{"full_name": f"队{n}", "founded_on": f"2021-0{n}-01"} for n in range(1, 6)]
    ended = [{"full_name": "社", "founded_on": "2021-01-01", "ended_on": ended_on}]
    assert note(make_build({"social_organisation": founded + ended}), "organisations", year()) == words


@pytest.mark.parametrize(
    ("text", "verdict"),
    [("2025年有居民4000人。", "相符"), ("2025年有居民4500人。", "口径未明"), ("2021年有居民4500人。", "偏高")],
)
def test_an_old_register_refutes_no_number_of_today(make_build: Make, text: str, verdict: str):
    checked_claim = check_single(make_build(REGISTER), text, as_of=date(2025, 12, 31))
    assert checked_claim.verdict == verdict
    assert ("按2021年6月30日的名册" in checked_claim.reason) == ("2025" in text)
