"""Looks at the values under a header before it is taken: what mixes incomings and outgoings, or adds up already, is asked about.

These doubts hold even where the record type is stated; only 已核对=是 sets them aside.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from etl.columns import COMMUNITY
from etl.reading.grid import Sheet
from etl.recognition.amounts_per_head import amounts_per_head
from etl.recognition.averages_as_scores import averages_as_scores
from etl.recognition.blank_roster import blank_roster
from etl.recognition.blocked_quantities import blocked_quantities
from etl.recognition.cells_below import cells_below, row_codes, row_numbers
from etl.recognition.donors_as_channel import donors_as_channel
from etl.recognition.double_entry import double_entry
from etl.recognition.earned_points import earned_points
from etl.recognition.feeding import SUM_OF_PARTS
from etl.recognition.foreign_measures import foreign_measures
from etl.recognition.form_page import form_page
from etl.recognition.goods_per_head import goods_per_head
from etl.recognition.header_cell import STANDING
from etl.recognition.hours_of_roster import hours_of_roster
from etl.recognition.lent_goods import lent_goods
from etl.recognition.listed_people import listed_people
from etl.recognition.meanings import CHECKED
from etl.recognition.mixed_signs import mixed_signs
from etl.recognition.mixed_words import mixed_words
from etl.recognition.money_words import stated_over_table
from etl.recognition.names_as_units import names_as_units
from etl.recognition.odd_columns import odd_columns
from etl.recognition.odd_scores_and_hours import lowest_is_best, parts_of_a_day
from etl.recognition.opposite_columns import opposite_columns
from etl.recognition.other_direction import other_direction, other_side, returned_gifts
from etl.recognition.readable import can_read, day_in
from etl.recognition.roster_below import roster_below
from etl.recognition.second_table import second_table, two_dated_sides
from etl.recognition.several_in_a_row import several_in_a_row
from etl.recognition.shares_as_scores import shares_as_scores
from etl.recognition.sheet_as_community import sheet_as_community
from etl.recognition.sold_goods import sold_goods
from etl.recognition.stated_scales import doubtful_scales
from etl.recognition.stored_value import stored_value
from etl.recognition.sums_of_quarters import numbers_of_longer_spans
from etl.recognition.table_header import TableHeader
from etl.recognition.unit_at_foot import unit_at_foot
from etl.recognition.unread_amounts import unread_amounts
from etl.recognition.unread_goods import unread_goods
from etl.recognition.unread_hours import unread_hours
from etl.recognition.unread_ratings import unread_ratings
from etl.recognition.unread_sessions import unread_sessions

LEAST_ROWS = 20  # from which a column that only grows is a running total
LEAST_GROWING, LEAST_STEPS_UP = 0.97, 0.05  # of the steps from a row to the next: not down, and up
MOSTLY = 0.8
LEAST_SUMS, LEAST_MONTHS = 10, 3  # rows, and months in them, that make a list of sums
MOST_OF_A_GROUP = 0.2  # distinct texts per row of a column by which rows are grouped


def doubt(header: TableHeader, sheet: Sheet, file: str) -> str:
    """Return why a table must not be taken before a person has looked at it, in a sentence with what to write, or ""."""
    if sentence := next(opposite_columns(header), "") or _several_spread(header) or next(_wordless_headers(header), ""):
        return sentence
    if header.is_checked:
        return ""
    return next(_doubts(header, sheet, file), "")


def _several_spread(header: TableHeader) -> str:
    """Return why a table cannot be read in which the headers of two columns would each make rows of their own, or ""."""
    names = [header.record.column(name).label for name in header.sources if header.spreads(name)]
    if len(names) < 2:
        return ""
    return f"{'、'.join(names)}都指明了好几列，只能有一种是一列一行的。请只指明一种，另一种另存一份再导入。"


def _wordless_headers(header: TableHeader) -> Iterator[str]:
    """Yield which of the headers that make rows of their own do not say what such a row needs: 第1节 no day, 一季度 no month."""
    for column in (header.record.column(name) for name in header.sources if header.spreads(name)):
        for text in map(header.text, header.sources[column.name] if column.spread_into else ()):
            words = header.words_over(column, text)
            target = header.record.column(next(iter(words)))
            if SUM_OF_PARTS.fullmatch(text) or not (target is COMMUNITY or can_read(target, words[target.name])):
                into = [header.record.column(name) for name in column.spread_into]
                labels = "、".join(other.label for other in into)
                closed = "".join(f"{c.label}只有{'、'.join(c.choices)}。" for c in into if c.choices and not c.is_open)
                yield (
                    f"表头“{text}”里看不出{labels}，不能一列一行地读。{closed}请把它写进表头（例如“{target.kind.example}”），"
                    "或不要指明这一列，或改成一行一条再导入。"
                )


def _doubts(header: TableHeader, sheet: Sheet, file: str) -> Iterator[str]:
    """Yield the doubts about a table, of which the first is told."""
    quantities = [
        index
        for name in header.sources
        if header.record.column(name).kind.is_quantity
        for index in header.sources[name]
    ]
    yield from _about_what_it_lists(header, sheet, file)
    yield from _about_sums(header, sheet, quantities)
    yield from _about_scores_and_hours(header, sheet)
    if quantities and not header.record.is_reported_sum:
        yield from _sums_of_periods(header, sheet)
    yield from blank_roster(header, sheet)
    yield from listed_people(header, sheet)
    yield from odd_columns(header, sheet, file)
    yield from blocked_quantities(header, sheet)
    yield from earned_points(header, sheet, file)


def _about_what_it_lists(header: TableHeader, sheet: Sheet, file: str) -> Iterator[str]:
    yield from form_page(header, sheet)
    yield from roster_below(header, sheet)
    yield from sheet_as_community(header, sheet)
    yield from foreign_measures(header)
    yield from numbers_of_longer_spans(header)
    yield from stated_over_table(header, sheet)
    yield from unit_at_foot(header, sheet)
    yield from amounts_per_head(header, sheet)
    yield from goods_per_head(header, sheet)
    yield from other_direction(header)
    yield from lent_goods(header)
    yield from names_as_units(header, sheet)
    yield from other_side(header)
    yield from returned_gifts(header, sheet, file)
    yield from sold_goods(header)
    yield from stored_value(header, sheet, file)
    yield from donors_as_channel(header, sheet)
    yield from unread_amounts(header, sheet)
    yield from unread_goods(header, sheet)
    yield from two_dated_sides(header, sheet)
    yield from second_table(header)


def _about_sums(header: TableHeader, sheet: Sheet, quantities: Sequence[int]) -> Iterator[str]:
    """Yield why these grid columns of quantities must not be added up."""
    filtered = {index for index, _ in header.only} | ({header.sides.own.index} if header.sides else set())
    yield from mixed_signs(header, sheet, [index for index in quantities if index not in filtered])
    if quantities and not filtered:
        yield from mixed_words(header, sheet)
        yield from double_entry(header, sheet)
    stated = {match.index for match in header.matches if match.how == "stated"}
    # A roster says what there is: the stock of its lines is no sum of movements.
    for index in quantities if not header.record.is_roster else ():
        if index in stated or STANDING.search(header.text(index).split("/")[-1]):
            yield from _standing(header, sheet, index)


def _about_scores_and_hours(header: TableHeader, sheet: Sheet) -> Iterator[str]:
    yield from shares_as_scores(header, sheet)
    yield from averages_as_scores(header, sheet)
    yield from unread_ratings(header, sheet)
    yield from unread_hours(header, sheet)
    yield from hours_of_roster(header, sheet)
    yield from lowest_is_best(header, sheet)
    yield from doubtful_scales(header, sheet)
    yield from parts_of_a_day(header, sheet)
    yield from several_in_a_row(header, sheet)
    yield from unread_sessions(header, sheet)


def _sums_of_periods(header: TableHeader, sheet: Sheet) -> Iterator[str]:
    """Yield why rows with a date that a person named are sums: every row is the first of a month, or each day has one row."""
    dates = [
        match.index for match in header.matches if match.how == "stated" and match.column == header.record.placed_on
    ]
    described = [c.name for c in header.record.columns if not c.kind.is_quantity and c.kind.sql_type != "date"]
    for index in dates:
        texts = cells_below(header, sheet, index).drop_null().to_pylist()
        days = {text: day for text in set(texts) if (day := day_in(text))}
        first_days = sum(text in days and days[text].day == 1 for text in texts)
        is_of_months = first_days >= MOSTLY * len(texts) and len(set(days.values())) >= LEAST_MONTHS
        has_words = any(name in header.sources for name in described if name != COMMUNITY.name)
        is_a_row_a_day = len(days) == len(texts) and not has_words
        if len(texts) >= LEAST_SUMS and (is_of_months or is_a_row_a_day):
            yield (
                f"“{header.text(index)}”下{'几乎都是每月1日' if is_of_months else '每天只有一行'}，像每月（每天）的合计，不是一笔一行的“{header.record.label}”。"
                f"是汇总表的请写 --record 汇总上报；确实一行是一笔的，加 --set {CHECKED}=是。"
            )


def _standing(header: TableHeader, sheet: Sheet, index: int) -> Iterator[str]:
    """Yield why a quantity that a person named is a balance or a running total, by its header or by its values."""
    name = header.text(index)
    if STANDING.search(name) or _only_grows(header, sheet, index):
        yield (
            f"“{name}”像余额或累计数（越往下越大，或表头这样写），一行行加起来没有意义，没有入库。"
            f"请指明哪一列是每次的数；确实是每次的数，加 --set {CHECKED}=是。"
        )


def _only_grows(header: TableHeader, sheet: Sheet, index: int) -> bool:
    column = cells_below(header, sheet, index)
    numbers = row_numbers(column)
    groups = [row_codes(cells_below(header, sheet, match.index)) for match in header.matches if match.index != index]
    return any(_grows(numbers, group) for group in (np.zeros(len(numbers), np.int64), *groups))


def _grows(numbers: np.ndarray, group: np.ndarray) -> bool:
    """Tell whether numbers hardly ever fall within the rows of a group."""
    is_number = ~np.isnan(numbers)
    numbers, group = numbers[is_number], group[is_number]
    if len(numbers) < LEAST_ROWS or len(np.unique(group)) > MOST_OF_A_GROUP * len(numbers):
        return False
    order = np.argsort(group, kind="stable")
    steps = np.diff(numbers[order])[np.diff(group[order]) == 0]
    return len(steps) >= LEAST_ROWS and (steps >= 0).mean() >= LEAST_GROWING and (steps > 0).mean() >= LEAST_STEPS_UP
