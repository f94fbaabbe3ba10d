"""Says how much was reported behind a figure: 67/72社区月, 5/6社区."""

from indicators import tables
from indicators.engine import catalogue
from indicators.model import Coverage, Figure, Indicator


def coverage(figure: Figure) -> str:
    """Return what was reported of what was asked for, with its unit; nothing where no one was asked."""
    return coverage_words(figure.coverage, catalogue()[figure.indicator]) if figure.coverage.asked else ""


def coverage_words(reports: Coverage, indicator: Indicator) -> str:
    """Return the reports as a fraction: community-months, or communities where an indicator knows no months."""
    is_monthly = any(tables.is_monthly(aggregate.table) for aggregate in indicator.aggregates)
    return f"{reports.reported}/{reports.asked}{'社区月' if is_monthly else '社区'}"


def gap(figure: Figure) -> str:
    """Return the coverage where something is missing, nothing where all was reported."""
    return "" if figure.coverage.is_full else coverage(figure)
