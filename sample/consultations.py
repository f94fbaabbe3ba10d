"""Council meetings by the identities of those who came, and topics from proposal to closing."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from sample.days import STEADY, draw
from sample.records import LAST, Activity

EVIDENCE = ("验收单", "现场照片", "公示照片", "签收单")


@dataclass(frozen=True)
class Meeting:
    """`attendees` counts those who came by identity: cadres, organisations, social workers, representatives, backbones."""

    title: str
    held_on: date
    place: str
    method: str
    attendees: tuple[int, ...]

    @property
    def headcount(self) -> int:
        return sum(self.attendees)


@dataclass(frozen=True)
class Topic:
    """Dates are None where the topic has not got that far; `result` is 通过, 未通过 or None."""

    topic_no: str
    title: str
    category: str
    proposed_on: date
    responsible: str
    due_on: date
    discussed_on: date | None = None
    voted_on: date | None = None
    vote_method: str | None = None
    votes: tuple[int, int, int] | None = None  # for, against, abstained
    result: str | None = None
    assigned_on: date | None = None
    done_on: date | None = None
    evidence: str | None = None
    revisited_on: date | None = None


@dataclass(frozen=True)
class Agenda:
    """What is proposed in a stretch of time: so many topics, of which some are resolved by its last day and some voted down."""

    prefix: str
    titles: Mapping[str, str]  # title → category
    responsible: Mapping[str, str]  # category → who carries it out
    window: tuple[date, date]
    count: int
    resolved: int
    rejected: int = 1
    usual_days: float = 45
    vote_method: str = "举手表决"


def meetings(
    rng: Random, councils: Sequence[Activity], methods: Mapping[str, int], shares: Sequence[int]
) -> list[Meeting]:
    """Return the minutes of meetings that the ledger of activities holds too, their attendance split by identity."""
    return [
        Meeting(
            council.title,
            council.held_on,
            council.place,
            rng.choices(list(methods), list(methods.values()))[0],
            _split(rng, council.headcount or 0, shares),
        )
        for council in councils
    ]


def _split(rng: Random, heads: int, shares: Sequence[int]) -> tuple[int, ...]:
    """Return about so many of each identity; the largest share takes up what is left."""
    parts = [min(heads // 4, max(0, round(heads * share / sum(shares) * rng.uniform(0.7, 1.3)))) for share in shares]
    largest = max(range(len(shares)), key=lambda place: shares[place])
    parts[largest] = 0
    parts[largest] = heads - sum(parts)
    return tuple(parts)


def raised(rng: Random, agenda: Agenda, meeting_days: Sequence[date]) -> list[Topic]:
    """Return the topics of an agenda in order of proposal, numbered; each is discussed at the next meeting after it was proposed."""
    days = draw(rng, agenda.count, *agenda.window, STEADY)
    titles = list(agenda.titles)
    rejected = set(rng.sample(range(agenda.count), agenda.rejected))
    others = [place for place in range(agenda.count) if place not in rejected]
    resolved = set(others[: agenda.resolved])
    topics = []
    for place, day in enumerate(days):
        title = titles[place % len(titles)]
        category = agenda.titles[title]
        number = f"{agenda.prefix}{day.year}-{place + 1:03d}"
        topic = Topic(number, title, category, day, agenda.responsible[category], day + timedelta(90))
        topics.append(_carried(rng, agenda, topic, meeting_days, place in resolved, place in rejected))
    return topics


def _carried(
    rng: Random, agenda: Agenda, topic: Topic, meeting_days: Sequence[date], is_resolved: bool, is_rejected: bool
) -> Topic:
    """Return a topic as far as it got."""
    until = agenda.window[1] if is_resolved else LAST
    next_meeting = bisect_left(meeting_days, topic.proposed_on)
    if next_meeting == len(meeting_days) or meeting_days[next_meeting] > until:
        return topic
    discussed = meeting_days[next_meeting]
    voters = rng.randrange(18, 55)
    against = rng.randrange(0, 5) if not is_rejected else voters * 2 // 3
    abstained = rng.randrange(0, 4)
    voted = replace(
        topic,
        discussed_on=discussed,
        voted_on=discussed,
        vote_method=agenda.vote_method,
        votes=(voters - against - abstained, against, abstained),
        result="未通过" if is_rejected else "通过",
    )
    if is_rejected:
        return voted
    assigned = min(discussed + timedelta(rng.randrange(0, 8)), until)
    if not is_resolved:
        return replace(voted, assigned_on=assigned if rng.random() < 0.7 else None)
    needed = max(1, int(agenda.usual_days * rng.lognormvariate(0, 0.6)))
    done = min(assigned + timedelta(needed), until)
    revisited = done + timedelta(rng.randrange(10, 40))
    return replace(
        voted,
        assigned_on=assigned,
        done_on=done,
        evidence=f"{rng.choice(EVIDENCE)}{topic.topic_no[-3:]}",
        revisited_on=revisited if revisited <= LAST and rng.random() < 0.6 else None,
    )
