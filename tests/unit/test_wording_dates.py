"""Days and windows in Chinese, as short as they are clear."""

from datetime import date

import pytest

from wording import dates


@pytest.mark.parametrize(
    ("from_on", "to_on", "said"),
    [
        (date(2022, 1, 1), date(2022, 12, 31), "2022年"),
        (date(2022, 1, 1), date(2022, 6, 30), "2022年1月至6月"),
        (date(2023, 1, 1), date(2023, 9, 8), "2023年1月1日至9月8日"),
        (date(2022, 5, 3), date(2023, 9, 8), "2022年5月3日至2023年9月8日"),
        (date(2021, 5, 20), date(2021, 5, 20), "2021年5月20日"),
    ],
)
def test_a_window_is_said_as_briefly_as_its_ends_allow(from_on: date, to_on: date, said: str):
    assert dates.days(from_on, to_on) == said


def test_a_build_is_known_by_its_day():
    assert dates.batch(date(2026, 11, 22)) == "数据批次2026年11月22日"


def test_months_in_a_row_are_listed_as_a_span():
    assert dates.listed(("2021年1月", "2021年2月", "2021年3月", "2022年5月")) == "2021年1月至3月、2022年5月"
