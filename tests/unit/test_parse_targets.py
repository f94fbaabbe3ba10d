"""What a ledger of targets says: which indicator, over which period, how much, and whether that is the least or the most."""

from datetime import date

import pytest

from etl import parse
from indicators.engine import catalogue


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("≥200人次", (200, "人次", "不少于")),
        ("200人次以上", (200, "人次", "不少于")),
        ("不超过30天", (30, "天", "不超过")),
        ("控制在30天以内", (30, "天", "不超过")),
        ("90%", (90, "百分比", None)),
        ("百分之九十", None),
        ("3.5万元", (35_000, "元", None)),
        ("≤0", (0, None, "不超过")),
        ("/", None),
    ],
)
def test_a_promise_is_a_number_with_its_unit_and_its_bound(text: str, bound: tuple[object, ...] | None):
    if text == "百分之九十":
        with pytest.raises(ValueError, match="只写数字"):
            parse.bounded_quantity(text)
    else:
        assert parse.bounded_quantity(text) == bound


def test_a_promise_under_a_header_in_ten_thousands_is_scaled():
    assert parse.bounded_quantity("≥3.2", scale=10_000) == (32_000, None, "不少于")


@pytest.mark.parametrize("text", ["约200", "200左右", "若干", "100-200", ">200"])
def test_a_promise_that_is_not_definite_is_refused(text: str):
    with pytest.raises(ValueError, match="数量"):
        parse.bounded_quantity(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026年度", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026年上半年", date(2026, 1, 1), date(2026, 6, 30)),
        ("2026年第2季度", date(2026, 4, 1), date(2026, 6, 30)),
        ("2026年1—6月", date(2026, 1, 1), date(2026, 6, 30)),
        ("2025年7月至2026年6月", date(2025, 7, 1), date(2026, 6, 30)),
        ("2024年2月", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026.1.1-2026.12.31", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-01-01", date(2026, 1, 1), None),
    ],
)
def test_a_period_has_a_first_and_a_last_day(text: str, first: date, last: date | None):
    assert parse.period(text) == (first, last)


def test_a_period_takes_its_year_from_the_title():
    assert parse.period("上半年", year=2026) == (date(2026, 1, 1), date(2026, 6, 30))


@pytest.mark.parametrize("text", ["2026年13月", "2026年6月至2026年1月", "长期"])
def test_what_is_no_period_is_refused(text: str):
    with pytest.raises(ValueError):
        parse.period(text)


def test_every_indicator_is_known_by_label_alias_and_id():
    for id, indicator in catalogue().items():
        aliases = [alias for alias in indicator.aliases if "…" not in alias]
        for name in (id, indicator.label, *aliases):
            assert parse.indicator_name(name) == (indicator.label, None), name


def test_the_nearest_name_counts_the_same_things():
    with pytest.raises(ValueError, match="最接近的是“参与人次”"):
        parse.indicator_name("活动参与人次")


def test_a_name_near_no_other_is_refused_without_a_suggestion():
    with pytest.raises(ValueError, match="“幸福感”不在指标字典里，请写成“指标字典”里的名称"):
        parse.indicator_name("幸福感")
