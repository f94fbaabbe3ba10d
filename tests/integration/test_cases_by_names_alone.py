"""A register of cases that goes by names alone is told which column to add, and what to write there; with it, it comes in."""

from pathlib import Path

from tests.support.cleaned_files import all_that_is_said, clean_text, rows_loaded

CASES = "社区,姓名,接案日期,结案日期,个案类型,负责社工\n凤二村,张三丰,2025-03-05,2025-05-01,健康,李例\n凤二村,李例云,2025-03-06,,经济,李例\n"


def test_cases_without_numbers_are_told_how_to_number_them(tmp_path: Path):
    ledger = clean_text(tmp_path, CASES, name="个案登记.csv")
    said = all_that_is_said(ledger)

    assert rows_loaded(ledger) == 0
    assert "缺少个案编号" in said and "--map 表头=个案编号" in said
    assert "请加一列“个案编号”：每例个案写一个自己的号（如2025-001）" in said


def test_what_the_sentence_asks_for_is_enough(tmp_path: Path):
    header, *rows = CASES.splitlines()
    numbered = "\n".join([f"{header},个案编号", *(f"{row},2025-{no:03}" for no, row in enumerate(rows, 1))])

    assert rows_loaded(clean_text(tmp_path, numbered, name="个案登记.csv")) == 2
