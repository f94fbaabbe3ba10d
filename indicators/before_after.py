"""Compares two survey waves: the satisfied shares with their intervals, the difference with its own, and what spoils it.

The interval of the difference is Newcombe's, made of the two Wilson intervals.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from indicators.disclosure import OFFICE, is_small_share
from indicators.disclosure.choices import disclosed_figures
from indicators.grouping import GRAINS
from indicators.interval import newcombe, wilson
from indicators.model import Filters
from indicators.periods import whole_periods
from warehouse.build import Build

SHARE = "overall_satisfied_share"  # the figure whose numbers a survey tells
LEAST_ANSWERS = 30
UNEQUAL_RESPONSE = 0.1  # a difference of ten points in who answered can move a share by as much as most surveys find
DESIGN = "两次调查按互相独立的样本比较；问的是同一批人（追踪调查）时，应按人配对比较，这里的区间偏宽。"
_WAVES = """
    select coalesce(wave, '未写批次') as wave, min(surveyed_on), max(surveyed_on), count(case when is_overall then 1 end),
           count(case when is_overall and is_satisfied then 1 end), list_sort(list(distinct mode)), list_sort(list(distinct scale)),
           list_sort(list(distinct question)), count(distinct answer_key), max(invited_count), list_sort(list(distinct answer_no))
    from (select *, coalesce(dimension, '总体满意度') as question, coalesce(dimension, '总体满意度') = '总体满意度' as is_overall
          from satisfaction where community = ?)
    group by 1 order by 2, 1
"""


@dataclass(frozen=True)
class SurveyWave:
    """One survey of one community: answers to the overall question, how and what was asked. Shares lie between 0 and 1."""

    name: str
    first_on: date
    last_on: date
    answers: int
    satisfied: int
    modes: tuple[str, ...]
    scales: tuple[int, ...]
    questions: tuple[str, ...]
    returned: int = 0
    invited: int | None = None
    numbers: tuple[str, ...] = ()

    @property
    def response(self) -> float | None:
        """The share of the questionnaires given out that came back, None where nobody wrote down how many were."""
        return self.returned / self.invited if self.invited else None

    @property
    def share(self) -> float:
        return self.satisfied / self.answers

    @property
    def interval(self) -> tuple[float, float]:
        return wilson(self.satisfied, self.answers)


@dataclass(frozen=True)
class BeforeAfter:
    """The change between two waves in shares, its 95 % interval, and warnings that belong beside it."""

    before: SurveyWave
    after: SurveyWave
    difference: float
    low: float
    high: float
    warnings: tuple[str, ...]


def waves(build: Build, community: str) -> list[SurveyWave]:
    """Return the waves of a community that asked the overall question, in the order of time."""
    rows = build.rows(_WAVES, (community,))
    return [_wave(*row) for row in rows if row[3]]


def is_shown(build: Build, community: str, wave: SurveyWave, k: int) -> bool:
    """Return whether a wave may be shown: where some window that is shown holds its answers and no others, so that it tells no more."""
    days = wave.first_on, wave.last_on
    windows = (days, *(whole_periods(*days, grain) for grain in GRAINS))
    figures = (disclosed_figures(build, [SHARE], Filters((community,), *window), (), k) for window in windows)
    return any((figure.numerator, figure.denominator) == (wave.satisfied, wave.answers) for (figure,) in figures)


def _wave(name: str, first_on: date, last_on: date, answers: int, satisfied: int, *cells: Any) -> SurveyWave:
    lists, (returned, invited, numbers) = cells[:3], cells[3:]
    modes, scales, questions, named = (
        tuple(value for value in values or () if value is not None) for values in (*lists, numbers)
    )
    return SurveyWave(name, first_on, last_on, answers, satisfied, modes, scales, questions, returned, invited, named)


def compare(before: SurveyWave, after: SurveyWave) -> BeforeAfter:
    """Compare two waves of one community."""
    low, high = newcombe((before.satisfied, after.satisfied), (before.answers, after.answers))
    return BeforeAfter(before, after, after.share - before.share, low, high, tuple(_warnings(before, after)))


def _warnings(before: SurveyWave, after: SurveyWave) -> list[str]:
    sentences = []
    for label, then, now in (
        ("调查方式", before.modes, after.modes),
        ("问题", before.questions, after.questions),
        ("分制", before.scales, after.scales),
    ):
        if then != now:
            sentences.append(f"{label}变了（{_listed(then)}→{_listed(now)}），前后不完全可比。")
    if None not in (before.response, after.response) and abs(after.response - before.response) >= UNEQUAL_RESPONSE:  # type: ignore[operator]
        sentences.append(f"回收率变了{_rates(before, after)}，没有回收的人可能看法不同，前后不完全可比。")
    both = set(before.numbers) & set(after.numbers)
    if len(both) * 2 > min(len(before.numbers), len(after.numbers)) > 0:
        sentences.append("两次的问卷编号大多相同，像是追踪同一批人；这里按独立样本比较，区间偏宽，应按人配对比较。")
    few = [wave for wave in (before, after) if wave.answers < LEAST_ANSWERS]
    sentences += [f"“{wave.name}”只有{wave.answers}份有效回答，少于{LEAST_ANSWERS}份。" for wave in few]
    return sentences


def _rates(*waves: SurveyWave) -> str:
    """Return the shares that came back, where they do not tell of few who did not answer."""
    if any(is_small_share(wave.returned, wave.invited or 0, OFFICE) for wave in waves):
        return ""
    return f"（{'→'.join(f'{wave.response:.0%}' for wave in waves)}）"


def _listed(values: Sequence[object]) -> str:
    return "、".join(map(str, values)) or "未注明"
