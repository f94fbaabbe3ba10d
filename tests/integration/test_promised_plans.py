"""The plans of an evaluation table that the ledger of targets already knows."""

from datetime import date

import pytest

from evidence.scoring.promised import promised
from evidence.scoring.rubric import Rubric, RubricItem
from indicators.model import Filters

RUBRIC = Rubric(
    "",
    "例",
    "",
    False,
    tuple(RubricItem(id, "", id, "ratio", 10, id, against_plan=True) for id in ("attendances", "participants")),
)


@pytest.fixture
def build(make_build):
    register = [{"community": name, "residents_count": 1, "as_of_on": "2024-01-01"} for name in ("甲", "乙")]
    year = {"from_on": "2025-01-01", "to_on": "2025-12-31", "set_on": "2025-01-10"}
    targets = [
        {**year, "indicator": "参与人次", "value": 50},
        {**year, "indicator": "参与人次", "value": 30, "community": "乙"},
        {**year, "indicator": "参与人数", "value": 20},
        {**year, "indicator": "参与人数", "value": 10, "community": "乙"},
        {**year, "indicator": "参与人次", "value": 99, "project": "某项目"},
    ]
    return make_build({"community": register, "target": targets})


def plans(build, communities: tuple[str, ...], to_on: date = date(2025, 12, 31)) -> dict[str, float]:
    of_items = promised(build, Filters(communities, date(2025, 1, 1), to_on), RUBRIC)
    return {id: sum(target.value for target in targets) for id, targets in of_items.items()}


def test_a_communitys_targets_are_its_plans_also_before_the_year_is_over(build):
    assert plans(build, ("甲",)) == plans(build, ("甲",), date(2025, 6, 30)) == {"attendances": 50, "participants": 20}


def test_targets_of_several_communities_add_up_where_their_figures_do(build):
    assert plans(build, ("甲", "乙")) == {"attendances": 80}


def test_a_window_that_no_target_is_for_has_no_plan(build):
    assert promised(build, Filters(("甲",), date(2025, 2, 1), date(2025, 12, 31)), RUBRIC) == {}
