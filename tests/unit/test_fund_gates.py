"""Gates of a fund's governance: kept, broken with what is lacking, or not to be told from the ledgers."""

from datetime import date

import pytest

from indicators.fund_governance import FundGovernance, Payments
from wording.fund_gates import decided_words, fund_gates, headline

DAY = date(2026, 9, 24)


def states(**known: object) -> list[str]:
    return [gate.state for gate in fund_gates(FundGovernance("凤二村", DAY, **known))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("members", "state", "words"),
    [
        (5, "kept", "现在5人"),
        (6, "broken", "现在6人，双数"),
        (3, "broken", "现在3人，少于5人"),
        (4, "broken", "现在4人，双数、少于5人"),
        (None, "unknown", "决议台账没有写委员人数"),
    ],
)
def test_a_committee_is_five_or_more_and_odd(members: int | None, state: str, words: str):
    gate = fund_gates(FundGovernance("凤二村", DAY, members))[0]

    assert (gate.state, gate.words) == (state, words)


def test_what_the_ledgers_do_not_tell_is_not_broken():
    assert states() == ["unknown"] * 4
    assert states(by_account={"慈善组织账户": Payments(3, 9), None: Payments(1, 2)})[2] == "unknown"


def test_one_payment_from_another_account_breaks_the_gate():
    by_account = {"慈善组织账户": Payments(21, 900.0), "现金": Payments(1, 950.0)}
    gate = fund_gates(FundGovernance("凤二村", DAY, by_account=by_account))[2]

    assert (gate.state, gate.words) == ("broken", "22笔里21笔是；现金1笔")


def test_the_share_decided_is_of_money_and_says_what_is_lacking():
    fund = FundGovernance("凤二村", DAY, 5, DAY, {}, {"有决议": Payments(3, 900.0), "没有决议": Payments(1, 100.0)})

    assert headline([fund]) == "凤二村支出金额的90%有决议（按笔数是4笔里3笔）。基金治理的4道门槛，符合2道。"
    assert fund_gates(fund)[3].words == "支出金额的90%有决议（按笔数是4笔里3笔）；没有决议1笔、100元"


def test_payments_before_the_first_decision_are_said_to_be_left_out():
    fund = FundGovernance("凤二村", DAY, 5, DAY, {}, {"有决议": Payments(9, 900.0)}, date(2023, 12, 25))

    assert decided_words(fund) == "2023年12月25日第一次决议以来支出金额的100%有决议（按笔数是9笔里9笔）"
