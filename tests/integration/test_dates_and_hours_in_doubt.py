"""Rows that would come in on another day, or with other hours, than was meant are asked about."""

from dataclasses import replace
from pathlib import Path

import pytest

from etl.inbox.settings import Settings
from tests.support.cleaned_files import clean_text, rows_loaded


def loaded(tmp_path: Path, text: str, settings: Settings) -> int:
    return rows_loaded(clean_text(tmp_path, text, settings))


def test_the_three_columns_of_a_date_may_say_what_took_place(tmp_path: Path):
    text = "捐赠年度,捐赠月,捐赠日,捐赠人,捐赠金额\n2023年度,12月,30日,演示甲,30\n2024,1,5,演示乙,40\n"

    ledger = clean_text(tmp_path, text, Settings("donation", {"社区": "凤二村", "年份": "2024"}))
    assert [str(day) for day in ledger.tables["donation"][0]["donated_on"].to_pylist()] == ["2023-12-30", "2024-01-05"]


@pytest.mark.parametrize(
    ("header", "rows"),
    [
        ("年份,捐赠人,月,日,捐赠金额", ["2023,演示甲,12,30,30", "2024,演示乙,1,5,40"]),
        ("月,日,年份,捐赠人,捐赠金额", ["12,30,2023,演示甲,30", "1,5,2024,演示乙,40"]),
        ("年份,日期,捐赠人,捐赠金额", ["2023,12月30日,演示甲,30", "2024,1月5日,演示乙,40"]),
        ("日期,捐赠人,捐赠金额,年度", ["12/30,演示甲,30,2023年", "1/5,演示乙,40,2024"]),
    ],
)
def test_a_column_of_years_holds_for_the_dates_of_its_rows(tmp_path: Path, header: str, rows: list[str]):
    text = "\n".join([header, *rows, ""])

    for constants in ({"社区": "凤二村"}, {"社区": "凤二村", "年份": "2024"}):
        ledger = clean_text(tmp_path, text, Settings("donation", constants))
        days = [str(day) for table in ledger.tables["donation"] for day in table["donated_on"].to_pylist()]
        assert sorted(days) == ["2023-12-30", "2024-01-05"]
    other = clean_text(tmp_path, text.replace("2023", "112"), Settings("donation", constants))
    assert rows_loaded(other) == 1


@pytest.mark.parametrize("year", ["112", "24", "112年"])
def test_a_year_of_another_count_is_asked_about_whatever_year_is_stated(tmp_path: Path, year: str):
    text = f"年,月,日,捐赠人,捐赠金额\n{year},12,30,演示甲,30\n,12,31,演示乙,40\n2024,1,5,演示丙,40\n"

    ledger = clean_text(tmp_path, text, Settings("donation", {"社区": "凤二村", "年份": "2024"}))
    assert [problem.row_no for problem in ledger.problems if problem.severity == "拒收"] == [2, 3]
    assert "--set 年份" not in " ".join(problem.message for problem in ledger.problems)


def test_blocks_without_a_year_do_not_pass_new_year(tmp_path: Path):
    blocks = "".join(
        f"{day},,\n姓名,服务项目,时长（小时）\n演示甲,清扫,2\n" for day in ("2023年12月30日", "12月31日", "1月2日")
    )
    settings = Settings("volunteer_service", {"社区": "凤二村"})

    ledger = clean_text(tmp_path, blocks, settings)
    assert not ledger.reports
    assert "跨了年的" in (ledger.sheets[0].error or "")
    stated = replace(settings, constants={**settings.constants, "年份": "2023"})
    assert loaded(tmp_path, blocks, stated) == 0
    assert loaded(tmp_path, blocks.replace("\n1月2日", "\n2024年1月2日"), settings) == 3


@pytest.mark.parametrize("beside", ["单位", "备注"])
def test_hours_of_which_the_cell_beside_says_another_unit_are_asked_about(tmp_path: Path, beside: str):
    units = ["分钟", "小时", "", "天", "半天", "次", "Minutes"]
    rows = "".join(f"2024-05-0{n},演示{n},2,{unit}\n" for n, unit in enumerate(units, 1))
    text = f"日期,姓名,服务时长,{beside}\n{rows}"
    settings = Settings("volunteer_service", {"社区": "凤二村"})

    ledger = clean_text(tmp_path, text, settings)
    refused = {problem.row_no: problem.message for problem in ledger.problems if problem.severity == "拒收"}
    assert sorted(refused) == [2, 5, 6, 7, 8]
    assert "“分钟”" in refused[2] and "几小时" in refused[2]
    assert loaded(tmp_path, text, replace(settings, constants={"社区": "凤二村", "已核对": "是"})) == len(units)
    minutes = text.replace("服务时长", "服务时长（分钟）")
    assert loaded(tmp_path, minutes, settings) == 3


def test_nobody_is_advised_to_name_days_as_hours(tmp_path: Path):
    text = "姓名,服务项目,服务天数,服务日期\n演示甲,清扫,2,2024-02-01\n演示乙,清扫,3,2024-02-01\n"

    ledger = clean_text(tmp_path, text, Settings("volunteer_service", {"社区": "凤二村"}))
    assert "服务天数=服务时长" not in (ledger.sheets[0].error or "缺少服务时长")
