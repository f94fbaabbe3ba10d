"""A column settles what a cell alone leaves open, and nothing where its cells disagree."""

import pytest

from etl import parse


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["31/12/2024", "03/04/2024"], "day-month"),
        (["12/31/2018 11:55:30 PM", "03/04/2018"], "month-day"),
        (["03/04/2024", "05/06/2024"], None),
        (["31/12/2024", "12/31/2024"], None),
        (["2024-12-31"], None),
    ],
)
def test_the_order_of_day_and_month_is_that_of_the_dates_with_one_reading(texts, order):
    assert parse.date_order(texts) == order


@pytest.mark.parametrize(
    ("texts", "meaning"),
    [
        (["50.000", "1.234,50"], "thousands"),
        (["50.000", "1.234.567"], "thousands"),
        (["50.000", "12.5"], "decimal"),
        (["50.000", "1,234.50"], "decimal"),
        (["50.000", "20"], None),
        (["1.234,50", "12.5"], None),
    ],
)
def test_a_dot_means_what_it_means_in_the_numbers_with_one_reading(texts, meaning):
    assert parse.dot(texts) == meaning


@pytest.mark.parametrize(
    ("text", "meaning", "settled"),
    [
        ("50.000", "thousands", "50000"),
        ("1.234,50", "thousands", "1234.50"),
        ("50.000", "decimal", "50.00"),
        ("12.500", "decimal", "12.50"),
        ("12.345", "decimal", "12.345"),
        ("约50", "thousands", "约50"),
    ],
)
def test_an_open_number_is_written_as_settled(text, meaning, settled):
    assert parse.as_settled(text, meaning) == settled


def test_a_settled_order_decides_an_open_date():
    assert str(parse.date("03/04/2024", order="day-month")) == "2024-04-03"
    assert str(parse.date("03/04/2024", order="month-day")) == "2024-03-04"
    with pytest.raises(ValueError, match="可能是"):
        parse.date("03/04/2024")
