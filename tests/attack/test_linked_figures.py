"""Attacks on numbers that are linked: what is left over, running totals, and cases opened, closed and open."""

from collections.abc import Callable, Iterable
from datetime import date
from itertools import combinations
from random import Random

import numpy as np
import pytest

from evidence.claims.verification.check import check
from evidence.claims.verification.guards import PageGuard
from evidence.pack.assembly import assemble_pack
from evidence.pack.request import Request, split_figures
from indicators.disclosure import disclose, disclose_together
from indicators.disclosure.choices import disclosed_figures
from indicators.model import Figure
from indicators.periods import months
from tests.support import builds
from tests.support.pack_request import FENGER, ask
from warehouse.build import Build

YEAR = months(date(2025, 1, 1), date(2025, 12, 31))
SHEDONG = "社东社区（演示）"


def share(id: str, numerator: float, denominator: float, community: str | None = "甲", month: int = 0) -> Figure:
    return Figure(id, "%", community, YEAR[month], numerator / denominator * 100, numerator, denominator, "ok")


def count(id: str, value: float, community: str | None = "甲", month: int = 0) -> Figure:
    return Figure(id, "例", community, YEAR[month], value, value, None, "ok")


def states(figures: Iterable[Figure]) -> list[str]:
    return [figure.state for figure in figures]


@pytest.mark.parametrize(("numerator", "state"), [(90, "ok"), (88, "hidden"), (86, "hidden"), (85, "ok")])
def test_a_share_that_leaves_few_people_over_is_hidden(numerator: int, state: str) -> None:
    assert states(disclose([share("satisfied_share", numerator, 90)], 5)) == [state]


def test_those_left_over_do_not_come_back_from_the_whole_and_the_other_community() -> None:
    figures = [share("satisfied_share", 138, 170, None), *(share("satisfied_share", n, d, c) for n, d, c in
               [(88, 90, "甲"), (50, 80, "乙")])]  # fmt: skip
    assert states(disclose(figures, 5)) == ["ok", "hidden", "hidden"]


def test_a_closing_rate_does_not_tell_how_few_cases_are_open() -> None:
    rate, still_open = share("closing_rate", 13, 15), count("cases_open", 2)
    assert states(disclose([rate, still_open], 5)) == ["hidden", "hidden"]


def test_cases_opened_and_closed_do_not_tell_how_few_are_open() -> None:
    opened, closed, still_open = count("cases_opened", 15), count("cases_closed", 13), count("cases_open", 2)
    assert "hidden" in states(disclose([opened, closed, still_open], 5)[:2])


def test_running_totals_that_differ_by_few_people_are_not_both_shown() -> None:
    totals = [count("volunteers_registered", value, month=month) for month, value in enumerate([20, 23, 26, 40, 40])]
    assert [figure.value for figure in disclose(totals, 5)] == [20, None, 26, 40, 40]


def test_two_communities_together_do_not_tell_that_one_of_them_has_few() -> None:
    parts = [count("volunteers_active", 3), count("volunteers_active", 12, "乙")]
    whole = Figure("volunteers_active", "人", None, YEAR[0], 12, 12, None, "ok", 12, 15)
    assert states(disclose([*parts, whole], 5)) == ["hidden", "ok", "hidden"]


def requests(build: Build) -> list[Request]:
    return [ask(build, SHEDONG), ask(build, FENGER), ask(build)]


def test_no_pack_of_the_sample_tells_a_small_number_by_difference(build: Build) -> None:
    for request in requests(build):
        rates = [
            figure
            for figures in split_figures(build, request.filters, request.questions, request.k).values()
            for figure in figures
            if figure.indicator == "closing_rate" and figure.state == "ok" and figure.category is None
        ]
        for earlier, later in combinations(rates, 2):
            if earlier.community == later.community:
                for before, after in ((earlier.numerator, later.numerator), (earlier.denominator, later.denominator)):
                    assert not 0 < abs((before or 0) - (after or 0)) < request.k, (earlier, later)
        assert not [rate for rate in rates if 0 < (rate.denominator or 0) - (rate.numerator or 0) < request.k]


MONTHS = 5
UNKNOWNS = [(flow, (c, m)) for flow in ("opened", "closed") for c in "甲乙" for m in range(MONTHS)]
# Each with what its sides add up, and whether it adds up from the first month on.
OF_CASEWORK: list[tuple[str, list[dict[str, int]], bool]] = [
    ("cases_opened", [{"opened": 1}], False),
    ("cases_closed", [{"closed": 1}], False),
    ("cases_open", [{"opened": 1, "closed": -1}], True),
    ("closing_rate", [{"closed": 1}, {"opened": 1}], True),
    ("closing_rate_of_period", [{"closed": 1}], False),
]


def _sum_of(flows: dict[str, int], community: str | None, from_month: int, to_month: int) -> np.ndarray:
    """Return with which sign each unknown goes into the sum of some flows, of one community or of both (None)."""
    inside = [c in (community or "甲乙") and from_month <= m <= to_month for _, (c, m) in UNKNOWNS]
    return np.array([flows.get(flow, 0) * is_in for (flow, _), is_in in zip(UNKNOWNS, inside, strict=True)])


def _in_hand(community: str | None, month: int) -> np.ndarray:
    """Return the cases open when a month begins and those opened in it."""
    return _sum_of({"opened": 1, "closed": -1}, community, 0, month - 1) + _sum_of(
        {"opened": 1}, community, month, month
    )


def _of_indicator(
    id: str, flows: list[dict[str, int]], is_stock: bool, truth: np.ndarray
) -> tuple[list[Figure], list[list[np.ndarray]]]:
    """Return the figures of an indicator by community and month, and of each the sums that its sides are."""
    figures, vectors = [], []
    for community in ("甲", "乙", None):
        for month in range(MONTHS):
            sides = [_sum_of(flow, community, 0 if is_stock else month, month) for flow in flows]
            if id == "closing_rate_of_period":
                sides.append(_in_hand(community, month))
            values = [float(side @ truth) for side in sides]
            if len(sides) == 1:
                figures.append(count(id, values[0], community, month))
            elif values[1]:
                figures.append(share(id, values[0], values[1], community, month))
            else:
                continue
            vectors.append(sides)
    return figures, vectors


@pytest.mark.parametrize("seed", range(25))
def test_no_small_number_of_cases_follows_from_all_figures_of_casework(seed: int) -> None:
    """The attacker solves for cases opened and closed in each month and community; what the totals are, nobody tells him."""
    random = Random(seed)
    opened = {(c, m): random.choice([0, 1, 3, 6, 12]) for c in "甲乙" for m in range(MONTHS)}
    closed = {cell: random.randint(0, number // 2) for cell, number in opened.items()}
    truth = np.array([*opened.values(), *closed.values()])
    message = [_of_indicator(id, flows, is_stock, truth) for id, flows, is_stock in OF_CASEWORK]
    shown = disclose_together([figures for figures, _ in message], 5)
    known = [
        side
        for figures, (_, vectors) in zip(shown, message, strict=True)
        for figure, sides in zip(figures, vectors, strict=True)
        if figure.state == "ok"
        for side in sides
    ]
    base = np.array(known) if known else np.zeros((1, len(truth)))
    secrets = [_sum_of({flow: 1}, c, m, m) for flow in ("opened", "closed") for c, m in opened]
    secrets += [_sum_of({"opened": 1, "closed": -1}, c, 0, m) for c, m in opened]
    rank = np.linalg.matrix_rank(base)
    for secret in secrets:
        if 0 < secret @ truth < 5:
            assert np.linalg.matrix_rank(np.vstack([base, secret])) > rank, (seed, secret)


@pytest.mark.parametrize(("k", "without_outcome"), [(5, 2), (10, 6)])
def test_a_share_of_those_with_an_outcome_does_not_tell_how_few_have_none(
    make_build: Callable[..., Build], k: int, without_outcome: int
) -> None:
    """The card beside it says how many cases were closed, and so does the pack."""
    scores = [4] * 20 + [2] * 12 + [None] * without_outcome
    case = {"opened_on": "2025-03-05", "closed_on": "2025-04-05", "score_before": 3}
    build = make_build({"casework": [{**case, "case_no": f"A{n}", "score_after": s} for n, s in enumerate(scores)]})
    ids = ("cases_closed", "outcome_improved_share")
    (in_pack,) = split_figures(build, builds.year(), [((), ids)], k).values()
    for figures in (disclosed_figures(build, ids, builds.year(), (), k), in_pack):
        assert [figure.value for figure in figures] == [len(scores), None]


@pytest.mark.parametrize("claim", ["接案3例", "接案10例以上", "月均接案3例", "结案率100%"])
def test_a_claim_about_a_hidden_figure_tells_nothing_of_it(make_build: Callable[..., Build], claim: str) -> None:
    cases = [{"case_no": f"A{n}", "opened_on": "2025-03-05", "closed_on": "2025-04-05"} for n in range(3)]
    for checked_claim in check(make_build({"casework": cases}), f"2025年3月，甲{claim}。", guard=PageGuard(10)).claims:
        assert checked_claim.verdict in ("已隐藏", "口径未明", "无记录")
        assert checked_claim.computed is None


def test_no_number_of_a_hidden_figure_stands_in_a_pack(build: Build) -> None:
    pack = assemble_pack(build, ask(build, SHEDONG))
    hidden = [figure for figure in pack.figures if figure.state == "已隐藏"]
    numbers = [(f.value, f.low, f.high, f.numerator, f.denominator) for f in hidden]
    assert numbers
    assert set(numbers) == {(None,) * 5}
    assert not {"value", "numerator", "denominator"} & set(str(pack.inputs).split("'"))
