"""现场捐赠115万余元: one day that the text does not date. The records are asked whether there is such a day."""

from collections.abc import Iterator
from datetime import date

from evidence.claims.checked_claim import Binding
from evidence.claims.detection.claim import Claim
from evidence.claims.verification.queries import Question, ask, of_category
from evidence.claims.verification.tolerance import compared
from indicators import engine
from indicators.model import Figure, Filters
from warehouse.build import Build

MOST_MONTHS, MOST_DAYS, MOST_ROWS = 6, 40, 20_000  # with more months as large as that, a day proves nothing


def day_of(build: Build, claim: Claim, binding: Binding, asked: Question) -> Figure | None:
    """Return the figure of the first day that bears the claim out, else of the largest day found; None when too many could."""
    months = of_category(ask(build, [_by(asked, "month")])[_by(asked, "month")], binding)
    large = [one for one in months if (one.value or 0) > 0 and (one.value or 0) >= (claim.low or 0)]
    if len(large) > MOST_MONTHS:
        return None
    best = max(months, key=lambda one: one.value or 0, default=None)
    days = list(_days(build, binding, asked, large or ([best] if best and best.value else [])))
    return next(
        (day for day in days if compared(claim, day) == "相符"), max(days, key=lambda day: day.value or 0, default=None)
    )


def _by(asked: Question, grain: str) -> Question:
    return Question(asked.indicator, asked.communities, asked.from_on, asked.to_on, (grain, *asked.by))


def _days(build: Build, binding: Binding, asked: Question, months: list[Figure]) -> Iterator[Figure]:
    for month in months:
        dates = _dates(build, asked, month.period.from_on, month.period.to_on)
        questions = [Question(asked.indicator, asked.communities, day, day, asked.by) for day in dates[:MOST_DAYS]]
        answers = ask(build, questions)
        yield from (figure for one in questions for figure in of_category(answers[one], binding) if figure.value)


def _dates(build: Build, asked: Question, from_on: date, to_on: date) -> list[date]:
    on = engine.catalogue()[asked.indicator].numerator.on
    rows = engine.source_rows(build, asked.indicator, Filters(asked.communities, from_on, to_on), MOST_ROWS)
    return sorted({day for day in rows[on].to_pylist() if day})
