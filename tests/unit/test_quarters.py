"""A quarter is read alike as the version of a list, as a period, and from the title of a ledger."""

from datetime import date

import pytest

from etl.parse.list_versions import list_version
from etl.parse.periods import period
from etl.recognition.stated_period import StatedPeriod, stated_period


@pytest.mark.parametrize("text", ["2023年第三季度", "2023年3季度", "2023年三季度", "2023Q3", "2023-Q3"])
def test_a_quarter_is_read_alike_wherever_it_stands(text: str) -> None:
    assert list_version(text) == date(2023, 7, 1)
    assert period(text) == (date(2023, 7, 1), date(2023, 9, 30))
    assert stated_period([text]) == StatedPeriod(date(2023, 7, 1), date(2023, 9, 1))
