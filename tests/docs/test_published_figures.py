"""Every figure of the five articles comes out of the sample, or is listed with the reason why no record can hold it."""

import csv
import re
from pathlib import Path

from indicators.engine import catalogue

ROOT = Path(__file__).parent.parent.parent
ROW = re.compile(r"\| ([^|]+) \| ([^|]+) \| ([^|]+) \|")
PAGE = (ROOT / "docs" / "published-figures.md").read_text(encoding="utf-8")
ROWS = [match.groups() for match in map(ROW.fullmatch, PAGE.splitlines()) if match][1:]
with (ROOT / "data" / "sample" / "published.csv").open(encoding="utf-8") as published:
    PUBLISHED = {(line["community"].removesuffix("（演示）"), line["indicator"]) for line in csv.DictReader(published)}
LISTED = {(place, indicator) for place, _, cell in ROWS for indicator in re.findall(r"`(\w+)`", cell)}


def test_every_figure_has_an_indicator_or_a_reason():
    silent = [text for _, text, cell in ROWS if not re.fullmatch(r"(?:`\w+` ?)+|[^`]+。", cell)]
    assert len(ROWS) > 80
    assert silent == []


def test_what_is_said_to_come_out_is_checked_and_the_other_way_round():
    assert {indicator for _, indicator in LISTED} <= set(catalogue())
    assert LISTED == PUBLISHED


def test_no_figure_is_listed_twice():
    assert len({(place, text) for place, text, _ in ROWS}) == len(ROWS)
