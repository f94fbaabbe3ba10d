"""How quarters are written: 第三季度, 3季度, 三季, Q3."""

QUARTER = r"(?:第?(?P<q>[一二三四1-4])季度?|[Qq](?P<short_q>[1-4]))"
_NUMBERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def quarter_months(written: str) -> tuple[int, int]:
    """Return the first and the last month of a quarter: 三 or 3 → (7, 9)."""
    last = 3 * _NUMBERS[written]
    return last - 2, last
