"""A column that names several communities and was not read as theirs is told: all rows are stored as those of one."""

from pathlib import Path

import pytest

from etl.cleaning.columns_of_communities import COLUMN_OF_COMMUNITIES
from etl.inbox.settings import Settings
from tests.support.cleaned_files import clean_text

HEADER = "姓名,日期,时长（小时）"
ROWS = ("甲演示,2024-03-01,2", "乙演示,2024-03-05,3", "丙演示,2024-03-06,1")


def hints(tmp_path: Path, header: str, cells: list[str], *said: str) -> list[str]:
    rows = "\n".join(f"{row},{cell}" for row, cell in zip(ROWS, cells, strict=True))
    constants = {"社区": "东湖社区"} if "社区" in said else {}
    ledger = clean_text(tmp_path, f"{HEADER},{header}\n{rows}\n", Settings("volunteer_service", constants))
    return [problem.message for problem in ledger.problems if problem.code == COLUMN_OF_COMMUNITIES]


def test_a_column_of_stations_is_told_with_what_to_write(tmp_path: Path):
    (sentence,) = hints(tmp_path, "所属站点", ["东湖社区", "西湖社区", "南湖村"], "社区")
    assert "“所属站点”写着东湖社区、西湖社区、南湖村" in sentence
    assert "--map 所属站点=社区" in sentence


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("所属站点", ["东湖社区", "东湖社区", "东湖社区"]),
        ("所属站点", ["东湖社区", "广场", "公园"]),
        ("所属站点", ["东湖社区", "东湖社区居委会", "东湖社区"]),
        ("社区", ["东湖社区", "西湖社区", "南湖村"]),
        ("家庭住址", ["东湖社区", "西湖社区", "南湖村"]),
    ],
)
def test_one_community_places_and_addresses_are_not(tmp_path: Path, header: str, cells: list[str]):
    assert hints(tmp_path, header, cells) == []


def test_a_column_that_is_needed_is_not_offered_as_the_community(tmp_path: Path):
    roster = "工作单位,姓名,入职日期\n东湖社区居委会,甲演示,2024-03-01\n西湖社区居委会,乙演示,2024-03-01\n"
    ledger = clean_text(tmp_path, roster, Settings("staff", {"社区": "东湖社区"}))

    assert COLUMN_OF_COMMUNITIES not in {problem.code for problem in ledger.problems}
