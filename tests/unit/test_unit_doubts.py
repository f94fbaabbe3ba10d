"""Amounts that look like yuan below a header in 万元 are doubted."""

import pytest

from etl.cleaning.unit_doubts import unit_doubts
from etl.declarations import record_types

AMOUNT = record_types()["donation"].column("amount_yuan")


@pytest.mark.parametrize(
    ("texts", "doubted"),
    [
        (["5.25", "0.8", "1.2", "800"], True),
        (["800", "5.25"], False),  # two amounts have no middle that tells anything
        (["1500"], True),
        (["5.25", "0.8", "1.2", "800元"], False),
        (["5.25", "0.8", "12"], False),
    ],
)
def test_an_amount_far_above_its_column_is_doubted(texts: list[str], doubted: bool) -> None:
    assert bool(unit_doubts(AMOUNT, "万元", texts)) is doubted
    assert unit_doubts(AMOUNT, "元", texts) == ()
