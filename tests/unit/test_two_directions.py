"""A table of both directions is read as two only where it is one: what is stated, and what a third type knows better, goes first."""

from pathlib import Path

import pytest

from etl.cleaning.cleaned_ledger import CleanedLedger
from etl.inbox.settings import Settings
from tests.support.cleaned_files import clean_text

CASH_BOOK = "日期,摘要,收入,支出,余额\n2024-01-05,演示居民捐款,500,,500\n2024-01-08,购买笔墨,,120,380\n"


def cleaned(tmp_path: Path, text: str, settings: Settings, file: str = "流水账.csv") -> CleanedLedger:
    return clean_text(tmp_path, text, settings, file)


def counts(ledger: CleanedLedger) -> dict[str, tuple[int, int, int, int]]:
    """Return {record type: rows read, loaded, refused, skipped}."""
    return {r.record: (r.read, r.loaded, r.refused, r.skipped) for r in ledger.reports}


def test_each_row_is_counted_in_one_of_the_two(tmp_path: Path):
    assert counts(cleaned(tmp_path, CASH_BOOK, Settings())) == {"fund_use": (1, 1, 0, 0), "donation": (1, 1, 0, 0)}


@pytest.mark.parametrize("record", ["fund_use", "donation"])
def test_of_a_stated_record_type_the_other_direction_is_skipped(tmp_path: Path, record: str):
    ledger = cleaned(tmp_path, CASH_BOOK, Settings(record=record))

    assert counts(ledger) == {record: (2, 1, 0, 1)}


def test_each_side_says_which_header_fed_it(tmp_path: Path):
    sheets = cleaned(tmp_path, CASH_BOOK, Settings()).sheets

    assert {sheet.record: sheet.columns["amount_yuan"] for sheet in sheets} == {
        "fund_use": ["支出"],
        "donation": ["收入"],
    }


@pytest.mark.parametrize(("words", "loaded"), [("演示居民", 0), ("演示居民捐款", 1), ("演示居民捐款利息", 0)])
def test_income_is_a_gift_only_where_it_says_so(tmp_path: Path, words: str, loaded: int):
    text = CASH_BOOK.replace("演示居民捐款", words)

    assert counts(cleaned(tmp_path, text, Settings()))["donation"] == (1, loaded, 1 - loaded, 0)


@pytest.mark.parametrize("settings", [Settings(), Settings(constants={"已核对": "是"})], ids=["title", "checked"])
def test_income_of_unclear_nature_comes_in_where_the_file_or_a_person_says_so(tmp_path: Path, settings: Settings):
    text = CASH_BOOK.replace("演示居民捐款", "演示居民")
    file = "流水账.csv" if settings.constants else "善款收支.csv"

    assert counts(cleaned(tmp_path, text, settings, file))["donation"][1] == 1


def test_an_activity_with_income_and_costs_is_an_activity(tmp_path: Path):
    text = "日期,活动名称,参加人数,收入,支出\n2024-01-05,演示讲座,30,0,120\n"

    assert counts(cleaned(tmp_path, text, Settings())) == {"activity": (1, 1, 0, 0)}


@pytest.mark.parametrize(
    ("text", "spent"),
    [
        ("日期,事项,收支\n2024-01-05,演示居民捐款,500\n2024-01-08,笔墨,-120\n2024-01-09,公交卡,0\n", (2, 1, 0, 1)),
        (
            "日期,事项,类型,金额\n2024-01-05,演示居民捐款,收入,500\n2024-01-08,笔墨,支出,120\n2024-01-09,存定期,转账,9\n",
            (2, 1, 1, 0),
        ),
    ],
    ids=["by the sign", "by a word"],
)
def test_the_direction_of_a_row_may_stand_in_a_cell(tmp_path: Path, text: str, spent: tuple[int, int, int, int]):
    ledger = cleaned(tmp_path, text, Settings())

    assert counts(ledger) == {"fund_use": spent, "donation": (1, 1, 0, 0)}
    assert ledger.tables["fund_use"][0]["amount_yuan"].to_pylist() == [120]


def test_what_moves_on_accounts_of_others_is_no_money_of_the_office(tmp_path: Path):
    text = "时间,类型,金额\n2024-01-05,充值,500\n2024-01-08,消费,120\n"

    assert counts(cleaned(tmp_path, text, Settings())) == {}


def test_a_book_of_spending_alone_does_not_say_that_no_gift_came_in(tmp_path: Path):
    text = "日期,摘要,收入,支出\n2024-01-08,购买笔墨,,120\n"

    assert counts(cleaned(tmp_path, text, Settings())) == {"fund_use": (1, 1, 0, 0)}


def test_a_stated_record_type_takes_its_sign_or_word_of_a_column_of_both(tmp_path: Path):
    signed = "日期,摘要,收支\n2024-01-05,演示居民捐款,500\n2024-01-08,购买笔墨,-120\n"

    assert counts(cleaned(tmp_path, signed, Settings(record="fund_use"))) == {"fund_use": (2, 1, 0, 1)}


def test_a_pen_counted_by_the_piece_is_no_spending(tmp_path: Path):
    gifts = (
        "捐赠日期,捐赠单位,入库物资,计量单位,数量\n2024-01-05,演示公司,签字笔,支,20\n2024-01-08,演示公司,本子,本,12\n"
    )

    assert counts(cleaned(tmp_path, gifts, Settings())) == {"donation": (2, 2, 0, 0)}


def test_a_column_named_against_its_own_header_is_asked_about(tmp_path: Path):
    text = "捐赠日期,捐赠金额,用途\n2024-01-05,500,笔墨\n"
    named = {"捐赠日期": "支出日期", "捐赠金额": "支出金额"}

    asked = cleaned(tmp_path, text, Settings("fund_use", {}, named)).sheets[0].error
    assert "表头“捐赠日期”是“捐赠”的写法，不是“资金使用”的" in asked
    assert counts(cleaned(tmp_path, text, Settings("fund_use", {"已核对": "是"}, named))) == {"fund_use": (1, 1, 0, 0)}
    neutral = text.replace("捐赠", "付款")
    named = {"付款日期": "支出日期", "付款金额": "支出金额"}
    assert counts(cleaned(tmp_path, neutral, Settings("fund_use", {}, named))) == {"fund_use": (1, 1, 0, 0)}
