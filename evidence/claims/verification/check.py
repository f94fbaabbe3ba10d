"""Check a text against a build: find its claims, bind, compute and judge them, and look for contradictions among them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from evidence.claims.binding.bound_claim import BoundClaim
from evidence.claims.binding.change_ends import bind_ends
from evidence.claims.binding.claim_binding import BindingDefaults, bind_claims
from evidence.claims.binding.places import CommunityRegister
from evidence.claims.binding.respective_claims import bind_respective
from evidence.claims.checked_claim import BindingOverride, CheckedClaim, ClaimPeriod, ClaimPlace, ClaimsReport
from evidence.claims.detection.claim import Claim
from evidence.claims.detection.finder import find_claims
from evidence.claims.detection.unread_numbers import find_unread
from evidence.claims.verification.contradictions import Contradiction, find_contradictions
from evidence.claims.verification.earlier_days import with_earlier_days
from evidence.claims.verification.earlier_years import with_earlier_years
from evidence.claims.verification.figures import compute_comparison, compute_figures
from evidence.claims.verification.guards import Guard, PageGuard
from evidence.claims.verification.judgement import judge
from evidence.claims.verification.readings import Judge, with_other_readings
from evidence.claims.verification.recent_years import with_whole_years
from evidence.claims.verification.unloaded_rows import with_unloaded_rows
from evidence.claims.verification.window_before import with_window_before
from evidence.claims.verification.writing_day import day_warning, with_writing_day
from warehouse.build import Build, NoBuild

NOTHING_HIDDEN = PageGuard()
ALL = "全部社区"  # as `community`: all communities together


def check(
    build: Build,
    text: str,
    community: str | None = None,
    as_of: date | None = None,
    period: ClaimPeriod | None = None,
    overrides: Sequence[BindingOverride] = (),
    guard: Guard = NOTHING_HIDDEN,
) -> ClaimsReport:
    """Check a text. `community` and `period` hold where the text names none; `as_of` is the day it was written, else the last
    day recorded.

    `guard` hides small numbers of people. UnknownCommunity for a community that is not in the register, NoBuild for an empty build.
    """
    first_day, last_day = recorded_days(build)
    register = CommunityRegister(build)
    place = _default_place(register, community)
    defaults = BindingDefaults(place, period, as_of or last_day, first_day, is_dated=as_of is not None)
    claims = find_claims(text, defaults.as_of)
    bound_claims = list(bind_claims(build, text, claims, defaults, overrides))
    set_by_reader = frozenset(override.start for override in overrides)
    bound_claims = bind_ends(text, bind_respective(text, bound_claims, register, defaults.as_of, set_by_reader))
    warning = day_warning(bound_claims, defaults.as_of, last_day)
    bound_claims = with_writing_day(bound_claims, defaults.as_of, last_day, set_by_reader)
    judge_all = partial(_judge_all, build, guard)
    read_all = partial(_read_all, judge_all)
    readings = with_whole_years(bound_claims, read_all(bound_claims), read_all)
    readings = with_window_before(bound_claims, readings, read_all, defaults.as_of, first_day)
    readings = with_earlier_years(bound_claims, readings, judge_all, first_day)
    readings = list(with_unloaded_rows(build, with_earlier_days(bound_claims, readings, judge_all)))
    checked_claims = list(map(_named_otherwise, readings))
    checked_claims = list(_with_contradictions(text, checked_claims, find_contradictions(text, claims)))
    unread = find_unread(text, [checked_claim.claim for checked_claim in checked_claims])
    return ClaimsReport(text, defaults.as_of, build.name, build.is_demo, tuple(checked_claims), warning, tuple(unread))


def _judge_all(build: Build, guard: Guard, bound_claims: Sequence[BoundClaim]) -> list[CheckedClaim]:
    """Return the claims with their verdicts."""
    first_day, last_day = recorded_days(build)
    return [
        judge(bound_claim, figures, compute_comparison(build, bound_claim, guard.k), first_day, last_day)
        for bound_claim, figures in zip(bound_claims, compute_figures(build, bound_claims, guard), strict=True)
    ]


def _read_all(judge_all: Judge, bound_claims: Sequence[BoundClaim]) -> list[CheckedClaim]:
    """Return the claims with their verdicts, those of two indicators judged by both."""
    return with_other_readings(bound_claims, judge_all(bound_claims), judge_all)


def _named_otherwise(checked_claim: CheckedClaim) -> CheckedClaim:
    """Return a claim that says by which fund or agency it was judged where the text names it otherwise than the records."""
    binding = checked_claim.binding
    if not binding or not binding.category or not binding.spelling:
        return checked_claim
    taken_for = f"记录里没有文中的“{binding.spelling}”，按“{binding.category[1]}”核对，请确认是同一家"
    return replace(checked_claim, reason=f"{taken_for}。{checked_claim.reason}")


def recorded_days(build: Build) -> tuple[date, date]:
    """Return the first and the last day of the records; NoBuild when there are none."""
    if not build.first_day or not build.last_day:
        raise NoBuild("数据批次里还没有任何记录。")
    return build.first_day, build.last_day


def _default_place(register: CommunityRegister, community: str | None) -> ClaimPlace | None:
    if community == ALL:
        return register.all_communities
    return register.find(community) if community else None


def _with_contradictions(
    text: str, checked_claims: Sequence[CheckedClaim], contradictions: Sequence[Contradiction]
) -> Iterator[CheckedClaim]:
    """Yield the claims in order, those inside a contradiction marked; one without claims becomes an entry of its own."""
    contradictions = [
        contradiction for contradiction in contradictions if _is_of_one_split(contradiction, checked_claims)
    ]
    own_entries = [
        _as_checked_claim(text, contradiction)
        for contradiction in contradictions
        if not any(_contains(contradiction, checked_claim) for checked_claim in checked_claims)
    ]
    for checked_claim in sorted([*checked_claims, *own_entries], key=lambda checked_claim: checked_claim.claim.start):
        around = [contradiction for contradiction in contradictions if _contains(contradiction, checked_claim)]
        is_marked = around and checked_claim.verdict != "自相矛盾"
        yield _contradicted(checked_claim, around) if is_marked else checked_claim


def _is_of_one_split(contradiction: Contradiction, checked_claims: Sequence[CheckedClaim]) -> bool:
    """Whether parts that do not fit their whole divide it in one way: 热线 and 环境卫生 overlap, and may come to more than all."""
    inside = (claim.binding for claim in checked_claims if _contains(contradiction, claim))
    return len({binding.category[0] for binding in inside if binding and binding.category}) <= 1


def _contains(contradiction: Contradiction, checked_claim: CheckedClaim) -> bool:
    claim = checked_claim.claim
    return contradiction.start <= claim.start and claim.end <= contradiction.end


def _contradicted(checked_claim: CheckedClaim, contradictions: Sequence[Contradiction]) -> CheckedClaim:
    reasons = "；".join(contradiction.reason.rstrip("。") for contradiction in contradictions)
    by_records = f"按记录核对：{checked_claim.verdict}。{checked_claim.reason}" if checked_claim.binding else ""
    return replace(checked_claim, verdict="自相矛盾", reason=f"{reasons}。{by_records}")


def _as_checked_claim(text: str, contradiction: Contradiction) -> CheckedClaim:
    start, end = contradiction.start, contradiction.end
    claim = Claim(start, end, text[start:end], None, None, None, "exact", "")
    return CheckedClaim(claim, "自相矛盾", contradiction.reason)
