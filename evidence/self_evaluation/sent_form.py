"""Makes the form as it leaves: numbers of people hidden as in all that is handed in, and what it tells of them remembered."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from evidence.self_evaluation.form import SelfEvaluation, self_evaluation
from evidence.sent_figures import Sending, send_figures
from indicators import disclosure, target_progress
from indicators.disclosure.choices import disclosed_figures
from indicators.model import Figure, Filters
from indicators.target_progress import TargetProgress
from indicators.targets import targets
from warehouse.build import Build


def published_progress(build: Build, filters: Filters) -> list[TargetProgress]:
    """Return the progress of targets with numbers of people hidden as in all that is handed in."""

    def ask(ids: Sequence[str], window: Filters, by: Sequence[str]) -> list[Figure]:
        return disclosed_figures(build, ids, window, by, disclosure.PUBLISHED)

    return target_progress.progress(build, targets(build, filters), filters.communities, ask)


def form_of(build: Build, progress: Sequence[TargetProgress]) -> SelfEvaluation:
    """Return the form of the targets of one promise."""
    return self_evaluation(progress, build.name, build.created_at, is_demo=build.is_demo, k=disclosure.PUBLISHED)


def sent_form(build: Build, data: Path, form: SelfEvaluation, write: Callable[[SelfEvaluation], bytes]) -> bytes:
    """Return the form as a file: what it tells of people is remembered, and what few people would follow from is hidden."""
    progress = [line.progress for line in form.lines]
    target = form.target
    window = Filters((target.community,), target.from_on, target.to_on)
    figures = [p.figure for p in progress if p.figure]
    sent = iter(send_figures(data, figures, Sending(window, "form", disclosure.PUBLISHED)))
    return write(form_of(build, [replace(p, figure=next(sent)) if p.figure else p for p in progress]))
