"""A text checked against a build: found, bound, computed, judged, and held against itself."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from evidence.claims.binding.bound_claim import Given, bound
from evidence.claims.binding.places import Register
from evidence.claims.checked_claim import Checked, Choice, Place, Report, Span
from evidence.claims.detection.claim import Claim
from evidence.claims.verification.contradictions import Contradiction, contradictions
from evidence.claims.verification.figures import measured
from evidence.claims.verification.judgement import judged
from warehouse.build import Build, NoBuild

ALL = "全部社区"  # given as the community: all of them together


def check(
    build: Build,
    text: str,
    community: str | None = None,
    as_of: date | None = None,
    span: Span | None = None,
    choices: Sequence[Choice] = (),
    k: int = 0,
) -> Report:
    """Check a text. `community` and `span` hold where the text names none; `as_of` is the day it was written, else the last day
    recorded.

    `k` hides small numbers of people. UnknownCommunity for a community that is not in the register, NoBuild for an empty build.
    """
    first, last = span_of(build)
    register = Register(build)
    given = Given(_given(register, community), span, as_of or last, first)
    claims = list(bound(build, text, given, choices))
    figures = measured(build, claims, k)
    checked = [judged(one, shown, first, last) for one, shown in zip(claims, figures, strict=True)]
    told = _contradicted(text, checked, contradictions(text))
    return Report(text, as_of or last, build.name, build.is_demo, tuple(told))


def span_of(build: Build) -> tuple[date, date]:
    """Return the first and the last day of the records; NoBuild when there are none."""
    if not build.first_day or not build.last_day:
        raise NoBuild("数据批次里还没有任何记录。请把台账放进 data/inbox，再运行 python -m etl load。")
    return build.first_day, build.last_day


def _given(register: Register, community: str | None) -> Place | None:
    if community == ALL:
        return register.everybody
    return register.find(community) if community else None


def _contradicted(text: str, checked: Sequence[Checked], found: Sequence[Contradiction]) -> Iterator[Checked]:
    """Yield the claims in order; those inside a contradiction say so, and one without claims stands for itself."""
    lonely = [one for one in found if not any(_inside(claim, one) for claim in checked)]
    own = [_itself(text, one) for one in lonely]
    for one in sorted([*checked, *own], key=lambda one: one.claim.start):
        against = [contradiction for contradiction in found if _inside(one, contradiction)]
        yield _against_itself(one, against) if against and one.verdict != "自相矛盾" else one


def _inside(one: Checked, contradiction: Contradiction) -> bool:
    return contradiction.start <= one.claim.start and one.claim.end <= contradiction.end


def _against_itself(one: Checked, found: Sequence[Contradiction]) -> Checked:
    why = "；".join(contradiction.reason.rstrip("。") for contradiction in found)
    known = f"按记录核对：{one.verdict}。{one.reason}" if one.binding else ""
    return replace(one, verdict="自相矛盾", reason=f"{why}。{known}")


def _itself(text: str, found: Contradiction) -> Checked:
    words = text[found.start : found.end]
    claim = Claim(found.start, found.end, words, None, None, None, "exact", "")
    return Checked(claim, "自相矛盾", found.reason)
