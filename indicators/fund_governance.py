"""Returns what the ledgers tell of how a community fund is governed: its committee, its supervisors, the accounts it pays from, its decisions.

Rules: a committee has five members or more and their number is odd, one supervisor or more, all money passes the charity's account
(湖南省社区慈善基金指引, 2025; 湖北省社区慈善基金管理办法, 2023).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from etl.facts.decided_spending import DECIDED
from etl.records.fund_decision import SUPERVISORS
from etl.records.fund_use import CHARITY_ACCOUNT
from indicators.model import Filters
from warehouse.build import Build


@dataclass(frozen=True)
class Payments:
    """How many payments, and yuan in all."""

    count: int
    yuan: float


PaymentsByValue = dict[str | None, Payments]  # {value of a column: payments}


@dataclass(frozen=True)
class FundGovernance:
    """What is known of one community's fund at the end of a window, and of its payments in it.

    `member_count` is that of the committee's last meeting that states it, None where none does. `supervised_on` is the last day on which
    supervisors were present or decided. `by_account` has None for payments that state no account; `by_standing` sets payments
    against decisions, those before the first decision left out; `decided_since` is its day where the window begins before it.
    """

    community: str
    last_decided_on: date
    member_count: int | None = None
    supervised_on: date | None = None
    by_account: Mapping[str | None, Payments] = field(default_factory=dict)
    by_standing: Mapping[str | None, Payments] = field(default_factory=dict)
    decided_since: date | None = None

    @property
    def through_charity(self) -> Payments:
        """Payments from the account of the charity."""
        return self.by_account.get(CHARITY_ACCOUNT, Payments(0, 0))

    @property
    def decided(self) -> Payments:
        """Payments with a decision before them."""
        return self.by_standing.get(DECIDED, Payments(0, 0))


def fund_governance(build: Build, filters: Filters) -> list[FundGovernance]:
    """Return what is known of the funds of those communities that sent decisions up to the end of the window."""
    accounts, standings = _payments(build, filters)
    rows = build.rows(_COMMITTEES, (filters.to_on, list(filters.communities)))
    return [
        FundGovernance(
            community,
            last_on,
            members,
            supervised_on,
            accounts.get(community, {}),
            standings.get(community, {}),
            first_on if first_on > filters.from_on else None,
        )
        for community, first_on, last_on, members, supervised_on in rows
    ]


_COMMITTEES = f"""
    with decision as (
        select * from fund_decision where decided_on <= ? and community in (select unnest(?))),
    counted as (
        select community, member_count, row_number() over (
                   partition by community order by decided_on desc, source_file desc, sheet desc, row_no desc) as nth
        from decision where is_of_committee and member_count is not null)
    select decision.community, min(decided_on), max(decided_on), max(counted.member_count),
           max(case when supervisor_count > 0 or body = '{SUPERVISORS}' then decided_on end)
    from decision left join counted on counted.community = decision.community and nth = 1
    group by decision.community order by decision.community"""


def _payments(build: Build, filters: Filters) -> tuple[dict[str, PaymentsByValue], dict[str, PaymentsByValue]]:
    """Return {community: {account: payments}} and {community: {standing: payments}} of the window."""
    window = (filters.from_on, filters.to_on, list(filters.communities))
    payments: dict[str, dict[str, PaymentsByValue]] = {"account": {}, "standing": {}}
    for column, community, value, count, yuan in build.rows(_PAYMENTS, (*window, *window)):
        payments[column].setdefault(community, {})[value] = Payments(count, float(yuan))
    return payments["account"], payments["standing"]


_PAYMENTS = (
    " union all ".join(
        f"""
    select '{column}' as split, community, {column} as split_value, count(*), sum(amount_yuan) from {table}
    where used_on between ? and ? and community in (select unnest(?)) group by community, {column}"""
        for table, column in (("fund_use", "account"), ("decided_spending", "standing"))
    )
    + " order by 1, 2, 3"
)
