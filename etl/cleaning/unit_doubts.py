"""Doubts amounts that would be far too large in the unit of their header: 800 under 万元 may be yuan."""

import re
from collections.abc import Sequence
from statistics import median

from etl.schema import Column

UNIT_DOUBT = "unit_doubt"  # code of the hint
LARGE_UNITS = ("万元", "千元")
FAR_ABOVE = 100  # times the middle of the column
IMPLAUSIBLE = 1000  # in 万元 or 千元: ten or one million yuan in one entry
BARE = re.compile(r"[\d,，]+(?:\.\d+)?")  # 800, 1,200.50: a unit in the cell itself leaves no doubt


def unit_doubts(column: Column, unit: str | None, texts: Sequence[str]) -> tuple[str, ...]:
    """Return a sentence that names the amounts that look like yuan below a header in 万元; none where there is no doubt."""
    if unit not in LARGE_UNITS or column.kind.sql_type != "decimal(18,2)":
        return ()
    amounts = {text: float(re.sub("[,，]", "", text)) for text in map(str.strip, texts) if BARE.fullmatch(text)}
    if not amounts:
        return ()
    limit = min(IMPLAUSIBLE, FAR_ABOVE * median(amounts.values())) if len(amounts) > 2 else IMPLAUSIBLE
    doubtful = [text for text, amount in amounts.items() if amount >= limit and amount > 1]
    if not doubtful:
        return ()
    named = "、".join(f"“{text}”" for text in doubtful[:3])
    return (f"“{column.label}”的表头写{unit}，{named}比同列其他数大得多，像是元。现在按{unit}读，请核对。",)
