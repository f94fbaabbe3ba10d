"""Remembers the numbers of people in a report of checked claims that leaves the office, as those of packs and extracts are."""

from pathlib import Path

from evidence.claims.checked_claim import CheckedClaim, ClaimsReport
from evidence.sent_figures import Sending, write_log
from indicators.model import Figure, Filters


def log_report(data: Path, report: ClaimsReport, k: int) -> None:
    """Add what the report says to the log of a data folder; numbers below `k` are hidden in it."""
    figures: dict[Filters, list[Figure]] = {}
    for claim in report.claims:
        if claim.place and not claim.claim.is_trend:
            for figure in claim.figures:
                figures.setdefault(_filters(claim, figure), []).append(figure)
    for filters, sent in figures.items():
        write_log(data, sent, Sending(filters, "claims", k))


def _filters(claim: CheckedClaim, figure: Figure) -> Filters:
    communities = claim.place.communities if claim.place else ()
    return Filters(communities, figure.period.from_on, figure.period.to_on)
