"""Satisfaction surveys whose share of satisfied answers is what the story says, on any of three scales."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from sample.days import STEADY, draw
from sample.records import Answer


@dataclass(frozen=True)
class Wave:
    """One survey: asked of `invited`, answered by `answered`; `share` of the answers are satisfied (≥ 80 % of the scale)."""

    label: str
    window: tuple[date, date]
    mode: str
    invited: int
    answered: int
    share: float


def answers(rng: Random, waves: Sequence[Wave], scale: int, dimensions: Sequence[str]) -> list[Answer]:
    """Return the answers of all waves, wave by wave; later dimensions please a little less than the first."""
    return [answer for wave in waves for answer in _wave(rng, wave, scale, dimensions)]


def _wave(rng: Random, wave: Wave, scale: int, dimensions: Sequence[str]) -> Iterator[Answer]:
    days = draw(rng, wave.answered, *wave.window, STEADY)
    ages = [rng.randrange(18, 86) for _ in days]
    scores = [_scores(rng, wave, scale, position) for position in range(len(dimensions))]
    for index, (day, age) in enumerate(zip(days, ages, strict=True)):
        answer_no = f"{wave.label[:4]}{wave.window[0].month:02d}-{index + 1:03d}"
        for dimension, column in zip(dimensions, scores, strict=True):
            yield Answer(answer_no, wave.label, day, wave.mode, dimension, column[index], scale, age, wave.invited)


def _scores(rng: Random, wave: Wave, scale: int, position: int) -> list[int]:
    satisfied = round(wave.answered * (wave.share - 0.02 * position))
    least = scale * 4 // 5
    high = [rng.randrange(least, scale + 1) for _ in range(satisfied)]
    low = [rng.randrange(scale // 5, least) for _ in range(wave.answered - satisfied)]
    scores = high + low
    rng.shuffle(scores)
    return scores
