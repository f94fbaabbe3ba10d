"""Days and windows in Chinese, as short as they are clear."""

from datetime import date

from wording import dates


def test_a_build_is_known_by_its_day():
    assert dates.batch(date(2026, 11, 22)) == "数据批次2026年11月22日"


def test_months_in_a_row_are_listed_as_a_span():
    assert dates.listed(("2021年1月", "2021年2月", "2021年3月", "2022年5月")) == "2021年1月至3月、2022年5月"
