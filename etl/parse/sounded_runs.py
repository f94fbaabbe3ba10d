"""Finds names of such people that hold no usual unit, 吉狄马加: by nothing but the characters they are written with and the words beside them."""

import re
from collections.abc import Iterator

from etl.parse.name_characters import NO_NAMES
from etl.parse.name_evidence import LEAST, Words, mark_of, points_beside, signs_beside, words_of
from etl.parse.name_syllables import LOAN_WORDS, SOUNDS_OF_RUNS

SHORTEST = 3  # characters
RUN, SOUND = 2, 2  # points of the shortest, and of each character more
_LOAN_WORDS = frozenset(LOAN_WORDS.split("|"))
_RUN = re.compile(f"[{''.join(sorted(SOUNDS_OF_RUNS))}]{{{SHORTEST},9}}")
# One of these has to stand beside a run, or it may be a thing: 尤克里里班, 参加普拉提.
_OF_A_PERSON = {"behind a role", "before a title", "before v", "before p", "before c", "before d"}


def spans_of_sounded_runs(text: str, least: int = LEAST) -> Iterator[tuple[int, int]]:
    """Yield where such names with so many points stand in a text in simplified script."""
    words: Words = {}
    for match in _RUN.finditer(text):
        words = words or words_of(text)
        start, end = _whole_words(text, *match.span(), words)
        is_long = end - start >= SHORTEST
        if is_long and not _is_word(text[start:end], start, words) and _points(text, start, end, words) >= least:
            yield start, end


def _whole_words(text: str, start: int, end: int, words: Words) -> tuple[int, int]:
    """Return a stretch of a text without the words at its ends that lie in it only in part: 西|仁青."""
    while start < end and start not in words:
        start += 1
    while end > start and end not in words and end < len(text):
        end -= 1
    return start, end


def _is_word(run: str, start: int, words: Words) -> bool:
    """Tell whether a run is a known word, or holds one that is no name: 巴西|木."""
    pieces = (words[place] for place in range(start, start + len(run)) if place in words)
    is_cut = any(len(piece) > 1 and not mark_of(piece).startswith("nr") for piece in pieces)
    return is_cut or run in NO_NAMES or run in _LOAN_WORDS


def _points(text: str, start: int, end: int, words: Words) -> int:
    if _OF_A_PERSON.isdisjoint(signs_beside(text, start, end, words)):
        return 0
    return RUN + SOUND * (end - start - SHORTEST) + points_beside(text, start, end, words)
