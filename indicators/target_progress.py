"""How far targets are kept: achieved, expected by today, and why the two may not be compared.

A target of a project is compared with that project's figure where the ledger tells projects apart, else with the community's. Figures
come from whoever asks, disclosed: a number that is hidden has no difference and no share.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from indicators import engine
from indicators.expression import Expression
from indicators.interval import is_range
from indicators.model import Figure, Filters, Period
from indicators.targets import PROJECT, WHOLE, Misfit, Target, share_kept, unit_misfit
from warehouse.build import Build

AskFigures = Callable[[Sequence[str], Filters, Sequence[str]], list[Figure]]
# What may be said of a target: kept for good, kept today, on the way, behind, beyond what is the most today, not kept, not told before
# its end, or no number at all.
Standing = Literal["kept", "reached", "on_pace", "behind", "beyond", "missed", "open", "no_number"]


@dataclass(frozen=True)
class TargetProgress:
    """A target and its figure, None where the period has not begun or the project is unknown; `today` is how far the data reach."""

    target: Target
    figure: Figure | None
    misfit: Misfit | None
    today: date

    @property
    def achieved(self) -> float | None:
        """The number to set against the target; of a range its beginning, which the records prove."""
        return None if self.misfit or self.figure is None or self.figure.state != "ok" else self.figure.value

    @property
    def difference(self) -> float | None:
        """What was achieved beyond the target, below zero where it falls short."""
        return None if self.achieved is None else self.achieved - self.target.value

    @property
    def share_kept(self) -> float | None:
        """The part of the promise that is kept, 1 or more when it is."""
        return None if self.achieved is None else share_kept(self.achieved, self.target.value, self.target.is_most)

    @property
    def is_over(self) -> bool:
        """Whether the data reach the end of its period."""
        return self.today >= self.target.to_on

    @property
    def expected_share(self) -> float | None:
        """The share of the period that has passed, for what adds up over time; None for rates, states and distinct people."""
        indicator = self.target.declaration
        if (
            self.misfit
            or self.today < self.target.from_on
            or indicator.numerator.span != "period"
            or not indicator.adds_up
        ):
            return None
        days = (self.target.to_on - self.target.from_on).days + 1
        return min(WHOLE, ((self.today - self.target.from_on).days + 1) / days)

    @property
    def expected(self) -> float | None:
        """What the share of the period that has passed asks for by today."""
        return None if self.expected_share is None else self.target.value * self.expected_share

    @property
    def standing(self) -> Standing:
        """What may be said of it today."""
        if self.achieved is None or self.share_kept is None or self.figure is None:
            return "no_number"
        if self._is_across(self.figure):
            return "open"
        if self.share_kept >= WHOLE:
            is_for_good = self.is_over or not (self.goes_up_and_down or self.target.is_most)
            return "kept" if is_for_good else "reached"
        if self.is_over or (self.target.is_most and not self.goes_up_and_down):
            return "missed"
        if self.target.is_most:
            return "beyond"
        return "open" if self.expected is None else "on_pace" if self.achieved >= self.expected else "behind"

    @property
    def goes_up_and_down(self) -> bool:
        """Whether what is reached may be lost again: rates, means, balances and what is held on a day, unlike what only grows."""
        indicator = self.target.declaration
        is_balance = (
            indicator.numerator.span == "to_date" and Expression.parse(indicator.numerator.expression).function == "sum"
        )
        return indicator.denominator is not None or indicator.numerator.span in ("state", "both_ends") or is_balance

    @property
    def is_beyond(self) -> bool:
        """Whether it is more than what was promised as the most."""
        return self.target.is_most and self.share_kept is not None and self.share_kept < WHOLE

    def _is_across(self, figure: Figure) -> bool:
        """Whether the target lies within a range, so that nobody knows on which side the number is."""
        low, high, value = figure.value or 0, figure.high or 0, self.target.value
        is_within = low <= value < high if self.target.is_most else low < value <= high
        return is_within and is_range(figure, self.target.declaration)


def progress(
    build: Build, promised: Sequence[Target], communities: Sequence[str], ask: AskFigures
) -> list[TargetProgress]:
    """Return the progress of each target, in their order; `ask` gives disclosed figures, asked once a period and split."""
    questions: dict[tuple[date, date, bool], list[str]] = defaultdict(list)
    for target in promised:
        questions[target.from_on, target.to_on, target.splits_project].append(target.indicator)
    figures = {
        (from_on, to_on, is_split): ask(
            tuple(dict.fromkeys(ids)),
            Filters(tuple(communities), from_on, to_on),
            ("community", PROJECT) if is_split else ("community",),
        )
        for (from_on, to_on, is_split), ids in questions.items()
    }
    return [
        _progress(build, target, figures[target.from_on, target.to_on, target.splits_project]) for target in promised
    ]


def _progress(build: Build, target: Target, figures: Sequence[Figure]) -> TargetProgress:
    of_community = [f for f in figures if (f.indicator, f.community) == (target.indicator, target.community)]
    figure = next((f for f in of_community if not target.splits_project or f.category == target.project), None)
    misfit = unit_misfit(target)
    if figure is None and of_community:
        misfit = misfit or "unknown_project"
    return TargetProgress(target, figure, misfit, today(build, target.to_on))


def today(build: Build, to_on: date) -> date:
    """Return the day until which a build tells: that on which it was made, or the end of its last month with records."""
    reach = engine.clip(build, Filters((), date.min, date.max)).to_on
    return min(reach, build.created_at.date(), to_on)


def by_promise(all_progress: Sequence[TargetProgress]) -> dict[tuple[str, str | None, Period], list[TargetProgress]]:
    """Return the progress of targets by what they were promised for: community, project, period."""
    promises: dict[tuple[str, str | None, Period], list[TargetProgress]] = defaultdict(list)
    for target_progress in all_progress:
        target = target_progress.target
        promises[target.community, target.project, target.period].append(target_progress)
    return dict(promises)
