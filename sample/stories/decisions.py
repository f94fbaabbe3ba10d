"""What the committee of 凤二村's charity fund decided: each quarter an amount for each project, from 2024 on, and its supervisors twice a year.

The amounts are what was then spent, rounded up. In 2025 one was forgotten and made up for at the end of the year, one was too little;
in 2026 one meeting came after the first payments.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from sample.records import LAST
from sample.stories import fenger

FIRST_YEAR = 2024
COMMITTEE, SUPERVISORS = "管理委员会", "监督委员会"
MEMBERS = 5
FORGOTTEN, MADE_UP_ON = (2025, 3, "微心愿"), date(2025, 12, 26)
LATE = (2026, 2)  # the quarter whose meeting came after the first payments
TOO_LITTLE = (2025, 1, "爱心到家")


@dataclass(frozen=True)
class Decision:
    """`votes` are for, against and abstained."""

    decision_no: str
    decided_on: date
    body: str
    subject: str
    project: str | None
    amount_yuan: int | None
    present: int
    supervisors: int
    votes: tuple[int, int, int]
    responsible: str
    members: int = MEMBERS


def of_fenger() -> list[Decision]:
    """Return all decisions in order of time."""
    return sorted(
        (*_of_committee(), *_of_supervisors()), key=lambda decision: (decision.decided_on, decision.decision_no)
    )


def _of_committee() -> Iterator[Decision]:
    rng = Random("凤二/决议")
    spent = _spent()
    missing = (spent[FORGOTTEN[0], FORGOTTEN[1]][FORGOTTEN[2]] // 500 + 1) * 500
    yield Decision(
        "凤管〔2025〕补1号", MADE_UP_ON, COMMITTEE, "2025年第3季度微心愿用款（补议）", FORGOTTEN[2], missing, 5, 1, (5, 0, 0), "罗演"
    )  # fmt: skip
    for (year, quarter), by_project in sorted(spent.items()):
        day = date(year, quarter * 3 - 2, 1) + timedelta(55 if (year, quarter) == LATE else -rng.randrange(4, 12))
        wanted = {name: yuan for name, yuan in sorted(by_project.items()) if (year, quarter, name) != FORGOTTEN}
        for number, (project, yuan) in enumerate(wanted.items(), 1):
            amount = (yuan // 100 - 3) * 100 if (year, quarter, project) == TOO_LITTLE else (yuan // 500 + 1) * 500
            present = rng.choice((4, 5, 5))
            against = rng.choice((0, 0, 0, 1))
            yield Decision(
                f"凤管〔{day.year}〕{quarter}-{number}号", day, COMMITTEE, f"{year}年第{quarter}季度{project}用款", project, amount,
                present, 1, (present - against, against, 0), rng.choice(("罗演", "江示", "邝例")),
            )  # fmt: skip


def late_number(used_on: date, project: str) -> str | None:
    """Return the number of the decision that a payment names: only those of the quarter whose meeting was late do."""
    if (used_on.year, (used_on.month + 2) // 3) != LATE:
        return None
    return next(
        d.decision_no for d in _of_committee() if d.project == project and d.subject.startswith("2026年第2季度")
    )


def _of_supervisors() -> Iterator[Decision]:
    for year in range(FIRST_YEAR, LAST.year + 1):
        for half, day in (("上半年", date(year, 7, 12)), ("下半年", date(year + 1, 1, 15))):
            if day <= LAST:
                yield Decision(
                    f"凤监〔{day.year}〕{half[0]}号", day, SUPERVISORS, f"{year}年{half}收支核对", None, None, 3, 0, (3, 0, 0), "容演", 3
                )  # fmt: skip


def _spent() -> dict[tuple[int, int], dict[str, int]]:
    """Return what was spent by quarter and project, from the first year of the ledger on."""
    spent: dict[tuple[int, int], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for use in fenger.story().uses:
        if use.used_on.year >= FIRST_YEAR:
            spent[use.used_on.year, (use.used_on.month + 2) // 3][use.project] += use.amount_yuan
    return spent
