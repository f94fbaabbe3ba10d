"""Returns what targets promise of the items of an evaluation table that are scored against a plan."""

from collections.abc import Mapping, Sequence

from evidence.scoring.rubric import Rubric
from indicators.model import Filters
from indicators.targets import Target, targets, unit_misfit
from warehouse.build import Build


def promised(build: Build, filters: Filters, rubric: Rubric) -> Mapping[str, Sequence[Target]]:
    """Return {item id: a target of each community chosen} for a window.

    Only targets of whole communities count that begin with the window and reach its end; with several communities only those of an
    indicator that adds up, of which each has one. Such targets may be added.
    """
    in_force: dict[str, list[Target]] = {}
    for target in targets(build, filters):
        is_of_window = target.from_on == filters.from_on and target.to_on >= filters.to_on
        if is_of_window and target.project is None and unit_misfit(target) is None:
            in_force.setdefault(target.indicator, []).append(target)
    wanted = sorted(filters.communities)
    return {
        item.id: of_item
        for item in rubric.items
        if item.against_plan and (of_item := in_force.get(item.indicator or "", []))
        if sorted(target.community for target in of_item) == wanted
        and (len(of_item) == 1 or of_item[0].declaration.adds_up)
    }
