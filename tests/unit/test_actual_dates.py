"""A header that says 实际 before the name of a date holds that date, beside the one that was planned."""

import pytest

from etl.declarations import record_types
from etl.recognition import header_cell


@pytest.mark.parametrize(
    ("record", "header", "column"),
    [
        ("casework", "实际结案日期", "closed_on"),
        ("service_request", "实际办结时间", "finished_on"),
        ("casework", "预计结案日期", None),
        ("volunteer_service", "实际服务时长（分钟）", "service_hours"),
    ],
)
def test_the_actual_date_is_read_and_the_planned_is_not(record: str, header: str, column: str | None):
    match = header_cell.match(record_types()[record], (header,))
    assert (match[0].name if match else None) == column
