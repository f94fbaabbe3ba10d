"""Tells which communities were surveyed in more than one way, which alone may move a share of satisfied answers."""

from collections.abc import Sequence

from indicators.engine import catalogue
from indicators.model import Figure
from indicators.sql import NO_CATEGORY

SURVEY = "satisfaction"  # the table of answers
ANSWERS, BY_MODE = "satisfaction_answers", ("community", "mode")  # the figures that tell


def is_of_survey(id: str) -> bool:
    """Return whether an indicator counts answers, which depend on how people were asked."""
    return catalogue()[id].numerator.table == SURVEY


def asked_otherwise(answers: Sequence[Figure]) -> list[str]:
    """Return the communities with answers in more than one mode, in the order of the figures, which are ANSWERS split BY_MODE."""
    surveyed = [figure.community or "" for figure in answers if figure.value and figure.category != NO_CATEGORY]
    return [name for name in dict.fromkeys(surveyed) if surveyed.count(name) > 1]
