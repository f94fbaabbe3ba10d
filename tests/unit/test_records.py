"""Records are read back in their order, wherever they lie."""

from datetime import date

import pyarrow as pa
import pytest

from warehouse import records
from warehouse.build import build_in_memory

LINES = [  # community, day, row; as they may lie in shards
    ("乙", date(2025, 1, 2), 1),
    ("甲", date(2025, 3, 1), 3),
    ("甲", date(2025, 1, 9), 4),
    ("丙", date(2025, 2, 1), 2),
    ("甲", date(2024, 5, 5), 5),
]
IN_ORDER = [1, 4, 3]  # 乙 before 甲, as their letters are numbered; 丙 not asked for, 2024 outside


@pytest.mark.parametrize("limit", [1, 2, 3, 9])
def test_the_first_rows_by_community_and_day_are_read(limit: int) -> None:
    communities, days, numbers = zip(*LINES, strict=True)
    attendance = {"community": communities, "attended_on": days, "source_file": ["签到"] * 5, "sheet": [""] * 5}
    build = build_in_memory("rows", {"attendance": pa.table({**attendance, "row_no": numbers})})
    rows = records.rows(build, "attendance", ("甲", "乙"), date(2025, 1, 1), date(2025, 12, 31), limit)
    assert rows["row_no"].to_pylist() == IN_ORDER[:limit]
    assert records.rows(build, "attendance", (), date.min, date.max, limit).num_rows == 0
