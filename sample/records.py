"""What one row of each ledger says, before anybody has written it down untidily."""

from dataclasses import dataclass, field
from datetime import date

FIRST, LAST = date(2021, 1, 1), date(2026, 10, 31)


@dataclass(frozen=True)
class Activity:
    title: str
    held_on: date
    strand: str
    method: str
    place: str
    organiser: str
    headcount: int | None
    cost_yuan: int | None
    hours: float


@dataclass(frozen=True)
class SignIn:
    activity: str
    attended_on: date
    person: str
    identity: str
    is_new: bool


@dataclass(frozen=True)
class Service:
    person: str
    team: str
    served_on: date
    hours: float
    activity: str
    recipients: int
    recorder: str
    registered_on: date


@dataclass(frozen=True)
class Case:
    case_no: str
    opened_on: date
    closed_on: date | None
    client: str
    age: int
    problem_type: str
    source: str
    worker: str
    stage: str
    sessions: int
    score_before: int | None
    score_after: int | None


@dataclass(frozen=True)
class Answer:
    answer_no: str
    wave: str
    surveyed_on: date
    mode: str
    dimension: str
    score: int
    scale: int
    age: int
    invited: int


@dataclass(frozen=True)
class Gift:
    """`amount_yuan` is a valuation for goods and None where nobody valued them; `form` is 现金, 物资 or 时间."""

    donated_on: date
    donor: str
    donor_kind: str
    form: str
    amount_yuan: int | None
    receipt_no: str
    channel: str = "线下"
    purpose: str | None = None
    fund: str | None = None
    status: str = "到账"
    valuation_basis: str | None = None
    goods: str | None = None
    quantity: int | None = None
    unit: str | None = None


@dataclass(frozen=True)
class Use:
    used_on: date
    fund: str | None
    amount_yuan: int
    project: str
    purpose: str
    recipient_group: str
    helped: int | None
    passed_on_to: str | None
    voucher_no: str


@dataclass(frozen=True)
class Request:
    """A service request; `rating` is None until it is answered."""

    request_no: str
    received_on: date
    due_on: date
    finished_on: date | None
    category: str
    source: str
    handler: str
    requester: str
    result: str
    rating: str | None


@dataclass(frozen=True)
class Handout:
    given_on: date
    goods: str
    quantity: int
    unit: str
    value_yuan: float | None
    recipient: str | None
    group: str
    helped: int
    source: str
    project: str


@dataclass(frozen=True)
class Sum:
    month: date
    item: str
    value: float
    unit: str


@dataclass(frozen=True)
class Story:
    """Everything that happened in one community, each list in order of time; an empty list was never reported."""

    activities: list[Activity] = field(default_factory=list)
    sign_ins: list[SignIn] = field(default_factory=list)
    services: list[Service] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    gifts: list[Gift] = field(default_factory=list)
    uses: list[Use] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    handouts: list[Handout] = field(default_factory=list)
    sums: list[Sum] = field(default_factory=list)
