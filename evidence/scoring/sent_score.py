"""Scores an application as it leaves in a file: what its reasons tell of people is remembered, and what few would follow from is hidden."""

from collections.abc import Sequence
from pathlib import Path

from evidence.scoring.rubric import Rubric
from evidence.scoring.score import AssessorInput, Score, score_rubric
from evidence.sent_figures import Sending, send_figures
from indicators.model import Figure


def sent_score(
    data: Path, rubric: Rubric, figures: Sequence[Figure], assessor: AssessorInput, sending: Sending
) -> Score:
    """Return the score of the figures that may leave; a figure that may not earns nothing and says so."""
    sent = send_figures(data, figures, sending)
    return score_rubric(rubric, {figure.indicator: figure for figure in sent}, assessor)
