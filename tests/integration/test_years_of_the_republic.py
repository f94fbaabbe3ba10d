"""Days counted in years of the Republic are read where 民国 is written, in the header or in a cell of the column, and asked about elsewhere."""

from datetime import date
from pathlib import Path

import pytest

from etl import parse
from etl.inbox.settings import Settings
from tests.support.cleaned_files import clean_text


def days(tmp_path: Path, header: str, *cells: str) -> tuple[list[str], list[str]]:
    """Return the days of a list of gifts, in order, and what is said of it."""
    rows = "\n".join(f"张三丰,100,{cell}" for cell in cells)
    ledger = clean_text(tmp_path, f"捐赠人,金额,{header}\n{rows}\n", Settings("donation", {"社区": "凤二村"}))
    stored = [str(day) for table in ledger.tables["donation"] for day in table["donated_on"].to_pylist()]
    return sorted(stored), [problem.message for problem in ledger.problems if "民国" in problem.message]


@pytest.mark.parametrize("header", ["捐赠日期（民国）", "捐贈日期（民國）", "捐赠日期(民國年)"])
def test_a_header_that_says_so_settles_its_column(tmp_path: Path, header: str):
    read, (note,) = days(tmp_path, header, "114/3/5", "114.03.06", "1140307", "2025-03-08")
    assert read == ["2025-03-05", "2025-03-06", "2025-03-07", "2025-03-08"]
    assert note == "“捐赠日期”里的“114/3/5”这类按民国纪年读，加1911是公元年。"


def test_a_cell_that_says_so_settles_its_column(tmp_path: Path):
    read, notes = days(tmp_path, "捐赠日期", "民國114年3月5日", "民国114/3/6", "114/3/7")
    assert read == ["2025-03-05", "2025-03-06", "2025-03-07"] and len(notes) == 1


def test_years_of_two_digits_and_times_of_day_are_read_in_such_a_column(tmp_path: Path):
    read, _ = days(tmp_path, "捐赠日期（民国）", "98/6/1", "098/6/2", "0980603", "114/3/5 14:30", "24/3/5")
    assert read == ["2009-06-01", "2009-06-02", "2009-06-03", "2025-03-05"]  # 24 is neither


@pytest.mark.parametrize(
    "span", ["114/3/5~114/3/7", "114/3/5-114/3/7", "114.3.5-7", "1140305～1140307", "114年3月5日至7日"]
)
def test_both_ends_of_a_stretch_are_of_the_republic(span: str):
    assert parse.date_span(parse.in_republic(span)) == (date(2025, 3, 5), date(2025, 3, 7))


def test_a_month_of_the_republic_is_one_where_a_month_will_do():
    for text in ("114年3月", "114/3", "民国114年3月", "民國114.3"):
        assert parse.rough_date(parse.in_republic(text)) == date(2025, 3, 1)
        with pytest.raises(ValueError, match="只有年月"):
            parse.booked_date(parse.in_republic(text))
    with pytest.raises(ValueError, match="可能是1月，也可能是10月"):
        parse.rough_date(parse.in_republic("114.1"))


def test_years_of_our_time_and_of_the_republic_that_are_named_stay():
    for text in ("2025-03-08", "民國114年3月5日", "民国 114/3/6", "3月5日", "8.31", "45169", "31/12/2024", "24/3/5"):
        assert parse.in_republic(text) == text


def test_where_nothing_says_so_the_sentence_names_what_to_write(tmp_path: Path):
    read, (refusal,) = days(tmp_path, "捐赠日期", "114/3/5", "2025-03-08")
    assert read == ["2025-03-08"]
    assert "是民国的，请写成民国114/3/1这样，或在表头写明“（民国）”" in refusal
