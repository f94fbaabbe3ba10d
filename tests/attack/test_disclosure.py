"""Small numbers of people are hidden, and no subtraction brings them back."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import product
from random import Random

import pytest

from indicators.disclosure import disclose, disclose_together
from indicators.model import Figure, Period

MONTHS = [Period(f"2025年{month}月", date(2025, month, 1), date(2025, month, 28)) for month in range(1, 13)]


def figure(value: float | None, community: str | None = "甲", period: int = 0, **more: object) -> Figure:
    fields = {"indicator": "gifts", "unit": "份", "denominator": None, "state": "ok", **more}
    return Figure(community=community, period=MONTHS[period], value=value, numerator=value, **fields)  # type: ignore[arg-type]


def shown(figures: Sequence[Figure], k: int = 5) -> list[float | None]:
    return [disclosed.value for disclosed in disclose(figures, k)]


@pytest.mark.parametrize(("value", "is_hidden"), [(0, False), (1, True), (4, True), (5, False), (None, False)])
def test_numbers_from_one_to_below_k_are_hidden(value: float | None, is_hidden: bool) -> None:
    (disclosed,) = disclose([figure(value)], 5)
    assert (disclosed.state == "hidden") == is_hidden


def test_a_hidden_figure_keeps_no_number_at_all() -> None:
    (disclosed,) = disclose([figure(3, low=3, high=4)], 5)
    assert (disclosed.value, disclosed.numerator, disclosed.denominator, disclosed.low, disclosed.high) == (None,) * 5


def test_ten_is_the_limit_of_what_is_published() -> None:
    assert shown([figure(9)], 10) == [None]


@pytest.mark.parametrize(
    ("id", "numerator", "denominator", "is_hidden"),
    [
        ("closing_rate", 3, 40, True),
        ("closing_rate", 3, 3, True),
        ("closing_rate", 0, 40, False),
        ("attendances_per_activity", 90, 3, False),  # three activities are work, not people
        ("hours_per_volunteer", 2.5, 20, False),
        ("hours_per_volunteer", 90, 3, True),
        ("activities", 2, None, False),
    ],
)
def test_a_rate_is_hidden_when_either_side_counts_few_people(
    id: str, numerator: float, denominator: float | None, is_hidden: bool
) -> None:
    (disclosed,) = disclose([figure(numerator, indicator=id, denominator=denominator)], 5)
    assert (disclosed.state == "hidden") == is_hidden


def test_the_smallest_neighbour_is_hidden_with_a_single_one() -> None:
    places = [figure(value, place) for place, value in zip("甲乙丙丁", [3, 30, 8, 0], strict=True)]
    assert shown(places) == [None, 30, None, 0]


def test_the_whole_stays_when_a_part_can_be_hidden_instead() -> None:
    assert shown([figure(41, None), figure(3, "甲"), figure(30, "乙"), figure(8, "丙")]) == [41, None, 30, None]


def test_months_guard_each_other_because_the_year_is_known() -> None:
    assert shown([figure(value, period=month) for month, value in enumerate([9, 2, 20])]) == [None, None, 20]


def test_the_month_before_is_hidden_rather_than_a_smaller_one_behind_so_that_windows_until_today_hold_both() -> None:
    assert shown([figure(value, period=month) for month, value in enumerate([20, 9, 2, 8])]) == [20, None, None, 8]


def test_totals_are_hidden_after_parts_and_not_the_latest_first() -> None:
    by_place = {"甲": [6, 6, 4, 4], "乙": [8, 30, 0, 8], "丙": [30, 8, 0, 9]}  # the third quarter was asked of 甲 alone
    lines = {**by_place, None: [sum(values) for values in zip(*by_place.values(), strict=True)]}
    year = Period("2025年", MONTHS[0].from_on, MONTHS[3].to_on)
    years = [replace(figure(sum(values), place), period=year) for place, values in lines.items()]
    quarters = [figure(n, place, quarter) for place, values in lines.items() for quarter, n in enumerate(values) if n]

    _, disclosed = disclose_together([years, quarters], 5, settled=1)

    assert [quarter.value for quarter in disclosed if quarter.community is None] == [44, None, None, 21]


def test_categories_guard_each_other() -> None:
    parts = [
        figure(value, None, category=name) for name, value in zip(("居民", "党员", "志愿者"), [50, 2, 7], strict=True)
    ]
    assert shown([figure(59, None), *parts]) == [59, 50, None, None]


def test_a_total_that_is_hidden_itself_needs_no_further_hiding() -> None:
    assert shown([figure(3, None), figure(3, "甲"), figure(0, "乙")]) == [None, None, 0]
    assert shown([figure(3, "甲"), figure(0, "乙")]) == [None, 0]


def test_work_counts_and_other_indicators_are_left_alone() -> None:
    work = [
        figure(value, place, indicator="activities", unit="场") for place, value in zip("甲乙", [2, 9], strict=True)
    ]
    assert shown([*work, figure(3, "甲"), figure(8, "乙")]) == [2, 9, None, None]


def test_a_state_is_not_added_up_over_time() -> None:
    assert shown([figure(value, period=month, indicator="cases_open") for month, value in enumerate([9, 2, 20])]) == [
        9,
        None,
        20,
    ]


def completions(values: Sequence[int], public: Sequence[float | None], total: int) -> Iterator[tuple[int, ...]]:
    """Yield every way to fill the hidden cells with numbers that make the known total."""
    hidden = [place for place, value in enumerate(public) if value is None]
    rest = total - sum(int(value) for value in public if value is not None)
    yield from (way for way in product(range(rest + 1), repeat=len(hidden)) if sum(way) == rest)


@pytest.mark.parametrize("size", [2, 3, 4])
def test_no_hidden_cell_of_a_line_follows_from_its_total(size: int) -> None:
    for values in product(range(8), repeat=size):
        public = shown([figure(value, place) for place, value in zip("甲乙丙丁", values, strict=False)])
        if None not in public or 0 < sum(values) < 5:
            continue
        for possible in zip(*completions(values, public, sum(values)), strict=True):
            assert len(set(possible)) > 1, (values, public)


def shifts(hidden: set[tuple[int, int]], rows: int, columns: int) -> Iterator[dict[tuple[int, int], int]]:
    """Yield the changes by one of hidden cells that leave every row and column total as it is."""
    cells = sorted(hidden)
    for change in product((-1, 0, 1), repeat=len(cells)):
        moved = dict(zip(cells, change, strict=True))
        if all(sum(by for (row, _), by in moved.items() if row == n) == 0 for n in range(rows)) and all(
            sum(by for (_, column), by in moved.items() if column == n) == 0 for n in range(columns)
        ):
            yield moved


def test_a_cell_that_only_several_rows_and_columns_together_betray_is_guarded() -> None:
    small = {(0, 0), (0, 1), (1, 0), (1, 1), (2, 2), (2, 3), (3, 2), (3, 3), (0, 2)}  # the last joins two squares
    table = [(row, column) for row in range(4) for column in range(4)]
    figures = [figure(3 if cell in small else 20, "甲乙丙丁"[cell[0]], cell[1]) for cell in table]
    hidden = {cell for cell, disclosed in zip(table, disclose(figures, 5), strict=True) if disclosed.state == "hidden"}
    assert small < hidden
    assert any(moved[0, 2] for moved in shifts(hidden, 4, 4))


@pytest.mark.parametrize("seed", range(60))
def test_no_hidden_cell_of_a_table_follows_from_rows_and_columns(seed: int) -> None:
    random = Random(seed)
    table = {(row, column): random.choice([1, 3, 6, 9, 14]) for row in range(3) for column in range(3)}
    figures = [figure(value, "甲乙丙"[row], column) for (row, column), value in table.items()]
    hidden = {cell for cell, disclosed in zip(table, disclose(figures, 5), strict=True) if disclosed.state == "hidden"}
    for cell in hidden:
        assert any(moved[cell] for moved in shifts(hidden, 3, 3)), (table, hidden)


HALVES = [
    Period("2025年1月至6月", date(2025, 1, 1), date(2025, 6, 28)),
    Period("2025年7月至12月", date(2025, 7, 1), date(2025, 12, 28)),
]


def halves(values: Sequence[float]) -> list[Figure]:
    return [replace(figure(sum(values[six * 6 : six * 6 + 6])), period=period) for six, period in enumerate(HALVES)]


def test_a_half_year_does_not_betray_a_hidden_month() -> None:
    values = [9, 2, 20, 30, 40, 50, 3, 60, 70, 80, 90, 99]
    months, _ = disclose_together([[figure(v, period=month) for month, v in enumerate(values)], halves(values)], 5)
    assert [disclosed.value for disclosed in months] == [None, None, 20, 30, 40, 50, None, None, 70, 80, 90, 99]


def test_a_rate_does_not_betray_the_count_it_was_divided_from() -> None:
    counts = [figure(v, place, indicator="attendances") for place, v in zip("甲乙丙", [3, 8, 30], strict=True)]
    rates = [replace(disclosed, indicator="attendances_per_activity", denominator=2.0) for disclosed in counts]
    assert [[disclosed.value for disclosed in answer] for answer in disclose_together([counts, rates], 5)] == [
        [None, None, 30]
    ] * 2


def test_what_a_rate_hides_stays_visible_where_it_is_no_secret() -> None:
    opened, closing = figure(40, indicator="cases_opened"), figure(3, indicator="closing_rate", denominator=40)
    assert [answer[0].value for answer in disclose_together([[opened], [closing]], 5)] == [40, None]


@pytest.mark.parametrize("seed", range(40))
def test_no_hidden_month_follows_from_half_years_and_the_year(seed: int) -> None:
    random = Random(seed)
    values = [random.choice([1, 2, 3, 9, 20]) for _ in MONTHS]
    months, sixes = disclose_together([[figure(v, period=month) for month, v in enumerate(values)], halves(values)], 5)
    hidden = [number for number, disclosed in enumerate(months) if disclosed.state == "hidden"]
    known = [sum(number // 6 == six for number in hidden) for six in (0, 1) if sixes[six].state == "ok"]
    assert all(count != 1 for count in [*known, len(hidden)]), values
