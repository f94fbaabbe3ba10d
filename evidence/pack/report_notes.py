"""Says beneath charts and tables of a pack what their numbers rest on: who did not report, which are sums only, how old a register is."""

from collections import defaultdict
from collections.abc import Sequence

from indicators.engine import catalogue
from indicators.model import Figure
from warehouse.communities import short_name
from wording import reports
from wording.reports import sums_words
from wording.states import WORDS, absences

MOST_GAPS = 6
NOT_REPORTED = WORDS["not_reported"]


def report_notes(figures: Sequence[Figure]) -> str:
    """Return what to mind of figures that stand beside each other; nothing where all was reported, of its time."""
    return f"{_absence_words(figures)}{_sums_words(figures)}{reports.list_days(figures)}"


def _absence_words(figures: Sequence[Figure]) -> str:
    """Name who did not report, where a figure counts the others only, be it hidden or not; one that nobody reported says so itself."""
    gaps: dict[str, list[str]] = defaultdict(list)
    for figure in figures:
        if _has_gap(figure) and _is_counted(figure):
            for word, lacking in absences(figure).items() or ((NOT_REPORTED, ()),):
                gaps[word].append(_gap_words(figure, lacking))
    return "".join(_listed(word, list(dict.fromkeys(of_word))) for word, of_word in gaps.items())


def _listed(absence_word: str, gaps: Sequence[str]) -> str:
    more = f"；等{len(gaps)}处" if len(gaps) > MOST_GAPS else ""
    return f"{absence_word}、没有计入的：{'；'.join(gaps[:MOST_GAPS])}{more}。"


def _is_counted(figure: Figure) -> bool:
    return figure.value is not None or figure.state == "hidden"


def _has_gap(figure: Figure) -> bool:
    is_count = catalogue()[figure.indicator].numerator.span == "period"
    return bool(figure.missing) or (is_count and not figure.coverage.is_full)


def _sums_words(figures: Sequence[Figure]) -> str:
    """Say of how many community-months there is only a sum, where the whole or its parts hold any."""
    most = max((figure.coverage for figure in figures), key=lambda reports: reports.summed, default=None)
    return f"{sums_words(most)}。" if most and most.summed else ""


def _gap_words(figure: Figure, lacking: Sequence[str]) -> str:
    """Say which months of a community, or which communities in a period."""
    period = figure.period.label.partition("（")[0]
    if not lacking:
        return f"{period}报送{reports.coverage(figure)}"
    subject = short_name(figure.community) if figure.community else f"{period}的"
    return f"{subject}{reports.names(lacking)}"
