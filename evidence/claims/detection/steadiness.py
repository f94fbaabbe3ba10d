"""Finds numbers that are said to be as many as at another time: 活动场次|与2024年持平 · 接案数|同比基本持平."""

import re
from collections.abc import Iterator

from evidence.claims.detection.comparisons import AIM
from evidence.claims.detection.passage import Passage, TextSpan
from evidence.claims.detection.trends import THAN_BEFORE

AS_MANY = "持平"
MARGIN = 5.0  # percent by which such a number may differ, as one with 约 may
STEADY = re.compile(rf"(?:{THAN_BEFORE})(?:均|都|也|已|总体|大体|大致|基本|保持|，)*{AS_MANY}(?!率)")


def find_steady(passage: Passage) -> Iterator[TextSpan]:
    """Yield where a text says so, in order."""
    for match in STEADY.finditer(passage.text):
        if not AIM.search(passage.clause_before(match.start(), 8)):
            yield match.start(), match.end()
