"""Says how much was reported behind a figure: 67/72社区月, 5/6社区."""

from indicators import tables
from indicators.engine import catalogue
from indicators.model import Coverage, Figure, Indicator


def coverage(figure: Figure) -> str:
    """Return what was reported of what was asked for, with its unit; nothing where no one was asked."""
    if not figure.coverage.asked:
        return ""
    return coverage_words(figure.coverage, is_of_months=_knows_months(catalogue()[figure.indicator]))


def coverage_words(reports: Coverage, *, is_of_months: bool) -> str:
    """Return the reports as a fraction with its unit."""
    return f"{reports.reported}/{reports.asked}{'社区月' if is_of_months else '社区'}"


def _knows_months(indicator: Indicator) -> bool:
    return any(tables.is_monthly(aggregate.table) for aggregate in indicator.aggregates)


def gap(figure: Figure) -> str:
    """Return the coverage where something is missing, nothing where all was reported."""
    return "" if figure.coverage.is_full else coverage(figure)
