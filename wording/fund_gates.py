"""Says whether a community fund keeps the rules of its governance, and what is lacking: 不少于5人、为单数, 有监督员, 都经慈善组织账户, 先议后付."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from documents.day_text import day_text
from etl.facts import decided_spending
from etl.records.fund_decision import LEAST_MEMBERS
from etl.records.fund_use import CHARITY_ACCOUNT
from indicators.fund_governance import FundGovernance, Payments
from warehouse.communities import short_name
from wording import numbers

GateState = Literal["kept", "broken", "unknown"]
STATES: dict[GateState, str] = {"kept": "符合", "broken": "不符合", "unknown": "看不出"}
NO_PAYMENT = "统计期内没有支出"


@dataclass(frozen=True)
class Gate:
    """One rule, whether it is kept, and on what that rests or what is lacking."""

    name: str
    state: GateState
    words: str


def fund_gates(fund: FundGovernance) -> list[Gate]:
    """Return the gates of a fund in the order of the rules."""
    return [_committee(fund), _supervisors(fund), _accounts(fund), _decisions(fund)]


def headline(funds: Sequence[FundGovernance]) -> str:
    """Say what share of spending was decided before, and how many of the gates are kept: 凤二村支出金额的95.1%有决议……."""
    decided = "；".join(f"{short_name(fund.community)}{decided_words(fund)}" for fund in funds)
    gates = [gate for fund in funds for gate in fund_gates(fund)]
    return f"{decided}。基金治理的{len(gates)}道门槛，符合{sum(gate.state == 'kept' for gate in gates)}道。"


def decided_words(fund: FundGovernance) -> str:
    """Return 支出金额的95.1%有决议（按笔数是22笔里21笔）, since the first decision, or that nothing was spent."""
    paid = sum(payments.count for payments in fund.by_standing.values())
    yuan = sum(payments.yuan for payments in fund.by_standing.values())
    since = f"{day_text(fund.decided_since)}第一次决议以来" if fund.decided_since else ""
    if not yuan:
        return f"{since}没有支出" if since else NO_PAYMENT
    share = numbers.rounded(100 * fund.decided.yuan / yuan, 1)
    return f"{since}支出金额的{share}%有决议（按笔数是{paid}笔里{fund.decided.count}笔）"


def _committee(fund: FundGovernance) -> Gate:
    name = f"管理委员会不少于{LEAST_MEMBERS}人、为单数"
    if fund.member_count is None:
        return Gate(name, "unknown", "决议台账没有写委员人数")
    faults = [
        "双数" if fund.member_count % 2 == 0 else "",
        f"少于{LEAST_MEMBERS}人" if fund.member_count < LEAST_MEMBERS else "",
    ]
    now = f"现在{fund.member_count}人"
    lacking = "、".join(filter(None, faults))
    return Gate(name, "broken" if lacking else "kept", f"{now}，{lacking}" if lacking else now)


def _supervisors(fund: FundGovernance) -> Gate:
    if fund.supervised_on is None:
        return Gate("有监督员", "unknown", "没有写列席的监督员，也没有监督委员会的决议")
    return Gate("有监督员", "kept", f"最近一次{day_text(fund.supervised_on)}")


def _accounts(fund: FundGovernance) -> Gate:
    """Judge payments only: no ledger says into which account gifts came."""
    name = f"支出都经{CHARITY_ACCOUNT}"
    paid = sum(payments.count for payments in fund.by_account.values())
    others = {account: p for account, p in fund.by_account.items() if account not in (CHARITY_ACCOUNT, None)}
    unstated = fund.by_account.get(None, Payments(0, 0)).count
    if not paid:
        return Gate(name, "unknown", NO_PAYMENT)
    if not others and not unstated:
        return Gate(name, "kept", f"{paid}笔都是")
    lacking = [
        *(f"{account}{p.count}笔" for account, p in others.items()),
        f"没有写账户{unstated}笔" if unstated else "",
    ]
    words = f"{paid}笔里{fund.through_charity.count}笔是；{'、'.join(filter(None, lacking))}"
    return Gate(name, "broken" if others else "unknown", words)


def _decisions(fund: FundGovernance) -> Gate:
    words = decided_words(fund)
    lacking = [
        f"{standing}{payments.count}笔、{numbers.rounded(payments.yuan)}元"
        for standing, payments in fund.by_standing.items()
        if standing != decided_spending.DECIDED
    ]
    if not fund.by_standing:
        return Gate("先议后付", "unknown", words)
    return Gate("先议后付", "broken" if lacking else "kept", "；".join((words, *lacking)))
