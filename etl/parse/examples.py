"""The examples in sentences that refuse a cell, written in the year of the ledger where that is known."""

DAY = "2025-06-03"
MONTH = "2024年3月"
QUARTER = "2023年第3季度"
MONTHS = "2026年1月至6月"


def in_year(sentence: str, year: int) -> str:
    """Return a refusing sentence with its example in this year; one in the year of the cell itself (请核对后写成…) stays."""
    for example in (DAY, MONTH, QUARTER, MONTHS):
        for words in ("请写成", "或写成"):
            sentence = sentence.replace(f"{words}{example}", f"{words}{year}{example[4:]}")
    return sentence
