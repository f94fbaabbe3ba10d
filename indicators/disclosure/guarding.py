"""Hides neighbours until no protected cell follows from what is shown, by solving the equations between cells.

Of the neighbours that would do, the one is hidden that stands in the fewest equations which would tell it again, and the nearest in
time before: a window until today then holds both. Parts are hidden before totals; those that turn out not to be needed in the end
are shown.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from heapq import heappop, heappush

from indicators.disclosure.equations import Equation
from indicators.disclosure.limits import is_few
from indicators.disclosure.people_counts import CountCell
from indicators.disclosure.solving import Terms
from indicators.model import Figure


def guarded(
    figures: Sequence[Figure],
    equations: Sequence[Equation],
    counts: Mapping[CountCell, float],
    protected: set[CountCell],
    hidden: set[int],
    k: int,
    settled: Collection[int] = (),
    are_complete: bool = True,
) -> set[int]:
    """Return the hidden places and as many neighbours as it takes that no protected cell, nor they, can be worked out.

    Places that are `settled` are shown elsewhere already and hide nothing if they are chosen. Neighbours that turn out not to be
    needed are shown again where the equations `are_complete`: between stocks and flows a reader may know more of them.
    """
    guard = _Guard(figures, equations, counts, protected, hidden, k, settled)
    guard.hide_neighbours()
    if are_complete:
        guard.hide_farther_ones()
        guard.show_needless()
    return guard.places


class _Guard:
    """The places hidden so far, and how many cells of each equation they make unknown."""

    def __init__(
        self,
        figures: Sequence[Figure],
        equations: Sequence[Equation],
        counts: Mapping[CountCell, float],
        protected: Iterable[CountCell],
        hidden: Iterable[int],
        k: int,
        settled: Collection[int],
    ) -> None:
        self._figures, self._equations, self._counts, self._k, self._settled = figures, equations, counts, k, settled
        self._protected, self.places = set(protected), set(hidden)
        self._chosen: list[CountCell] = []
        self._known_now: set[CountCell] | None = None  # until another place is hidden or shown
        self._numbers_of: dict[CountCell, list[int]] = defaultdict(list)  # of equations
        self._cells_of: dict[int, list[CountCell]] = defaultdict(list)
        for number, equation in enumerate(equations):
            for cell in equation:
                self._numbers_of[cell].append(number)
        for cell in self._numbers_of:
            self._cells_of[cell[0]].append(cell)
        self._terms = Terms(equations)
        self._unsettled = [sum(place not in settled for place, _ in equation) for equation in equations]
        self._unknowns = [len(self._unknown(equation)) for equation in equations]
        # A heap of the equations in which something was hidden since they were looked at.
        self._changed = list(range(len(equations)))

    def hide_neighbours(self) -> None:
        """Hide neighbours until nothing tells of a protected cell."""
        while more := self._choose(self._cornered()) or self._choose(self._telling()) or self._telling_hidden():
            self._protected |= more  # the first takes no algebra

    def hide_farther_ones(self) -> None:
        """Hide cells two equations away where those beside are hidden already and protected ones still follow."""
        while chosen := self._choose(self._telling_from_afar()):
            self._protected |= chosen
            self.hide_neighbours()

    def show_needless(self) -> None:
        """Show again whatever was hidden and is not needed, the dearest first."""
        beyond_help = self._determined() if self._chosen else set()
        for cell in sorted(self._chosen, key=self._worth, reverse=True):
            self._protected.discard(cell)
            self._mark(cell[0], -1)
            if self._alone() - beyond_help or self._cornered() or self._determined() - beyond_help:
                self._protected.add(cell)
                self._mark(cell[0], +1)

    def _choose(self, telling: Mapping[CountCell, Sequence[int]]) -> set[CountCell]:
        """Hide a neighbour for each cell that equations tell, unless one was hidden beside it just now; for totals when parts need none."""
        chosen: set[CountCell] = set()
        for protected, numbers in sorted(telling.items(), key=lambda item: (self._is_total(item[0]), item[0])):
            if chosen and self._is_total(protected):
                break
            neighbours = self._shown_beside(numbers)
            if neighbours and not neighbours & chosen:
                cell = min(neighbours, key=partial(self._price, self._figures[protected[0]].period.to_on))
                chosen.add(cell)
                self._chosen.append(cell)
                self._mark(cell[0], +1)
        return chosen

    def _shown_beside(self, numbers: Sequence[int]) -> set[CountCell]:
        """Return the cells that may be hidden in some equations: first in those that hold no other hidden one."""
        alone = [number for number in numbers if self._unknowns[number] == 1]
        beside = {cell for number in alone or numbers for cell in self._equations[number]}
        return {cell for cell in beside if self._may_be_hidden(cell[0]) and not self._is_pinned(cell)}

    def _may_be_hidden(self, place: int) -> bool:
        """Return whether hiding a place keeps something back: not where it was shown before, nor of a ratio over nobody, seen elsewhere."""
        return place not in self.places and place not in self._settled and self._figures[place].denominator != 0

    def _is_pinned(self, cell: CountCell) -> bool:
        """Return whether a cell that is not settled follows from those that are: a year with one quarter tells it."""
        return any(self._unsettled[number] == 1 and not self._unknowns[number] for number in self._numbers_of[cell])

    def _price(self, day: date, cell: CountCell) -> tuple[object, ...]:
        """Return what orders neighbours of a cell that ends on a day by what hiding them costs: whole parts before those that would be
        told again, and the nearest in time before it, so that windows until today hold both.
        """
        is_total, is_zero, *size = self._worth(cell)
        behind = (self._figures[cell[0]].period.to_on - day).days
        return is_total, is_zero, self._told_again(cell), behind > 0, abs(behind), *size

    def _told_again(self, cell: CountCell) -> int:
        """Return how many equations would tell a cell as soon as it is hidden."""
        return sum(not self._unknowns[number] for number in self._numbers_of[cell])

    def _worth(self, cell: CountCell) -> tuple[bool, bool, float, CountCell]:
        """Return what orders cells by what is lost with them: parts before totals, numbers before zeros, small before large."""
        return self._is_total(cell), not self._counts[cell], self._counts[cell], cell

    def _is_total(self, cell: CountCell) -> bool:
        figure = self._figures[cell[0]]
        return figure.community is None and figure.category is None

    def _mark(self, place: int, sign: int) -> None:
        """Hide a place (+1) or show it again (-1)."""
        (self.places.add if sign > 0 else self.places.discard)(place)
        self._known_now = None
        for cell in self._cells_of[place]:
            for number in self._numbers_of[cell]:
                self._unknowns[number] += sign
                heappush(self._changed, number)

    def _unknown(self, equation: Equation) -> list[CountCell]:
        return [cell for cell in equation if cell[0] in self.places]

    def _cornered(self) -> dict[CountCell, list[int]]:
        """Return {a hidden cell: its equation} of the first equation whose hidden parts are few together, or leave each only one.

        What is left of a total when all that is shown is taken off is a number of people itself: 2 and 2 in two communities are 4
        in both. Five in five categories: whoever sees that a number is hidden takes it to be one at least, and a zero hidden
        beside them proves him wrong.

        One at a time: the same number may stand in several tables, and what is hidden for one of them settles the others.
        An equation that was none of these is looked at again only when more of it is hidden, since it depends on nothing else.
        """
        while self._changed:
            number = self._changed[0]
            if self._unknowns[number] > 1:
                unknown = self._unknown(self._equations[number])
                if self._leaves_few(unknown, self._equations[number]) and self._shown_beside([number]):
                    return {unknown[0]: [number]}
            heappop(self._changed)
        return {}

    def _leaves_few(self, unknown: Sequence[CountCell], equation: Equation) -> bool:
        together = sum(self._counts[cell] for cell in unknown)
        return all(equation[cell] > 0 for cell in unknown) and (is_few(together, self._k) or together == len(unknown))

    def _telling(self) -> dict[CountCell, list[int]]:
        """Return protected cells that the equations tell, with their equations: those seen without algebra, if any can be helped."""
        told = {cell: self._numbers_of[cell] for cell in self._alone()}
        if any(self._shown_beside(numbers) for numbers in told.values()):
            return told
        return {cell: self._numbers_of[cell] for cell in self._determined()}

    def _alone(self) -> set[CountCell]:
        """Return the protected cells that are the only unknown one of an equation."""
        alone = (self._unknown(self._equations[number])[0] for number, count in enumerate(self._unknowns) if count == 1)
        return set(alone) & self._protected

    def _telling_hidden(self) -> set[CountCell]:
        """Return hidden cells that, known themselves, tell a protected one, so that they must be protected, too."""
        known = self._known()
        equations = [
            self._unknown(self._equations[number])
            for cell in known & self._protected
            for number in self._numbers_of[cell]
        ]
        return {cell for unknown in equations if known.issuperset(unknown) for cell in unknown} - self._protected

    def _telling_from_afar(self) -> dict[CountCell, list[int]]:
        """Return the first protected cell that several equations tell together, with all that share a hidden cell with its own."""
        for cell in sorted(self._determined() - self._alone()):
            hidden = {other for number in self._numbers_of[cell] for other in self._unknown(self._equations[number])}
            farther = sorted({number for other in hidden for number in self._numbers_of[other]})
            if self._shown_beside(farther):
                return {cell: farther}
        return {}

    def _determined(self) -> set[CountCell]:
        """Return the protected cells whose numbers follow from all equations together."""
        return self._known() & self._protected

    def _known(self) -> set[CountCell]:
        """Return the hidden cells that no solution of the equations can vary."""
        if self._known_now is None:
            self._known_now = self._terms.fixed(self.places)
        return self._known_now
