"""同上 and 〃 are read as the cell above where something describes a row; signs and words for several people are no value."""

from pathlib import Path

import pytest

from etl.cleaning.cleaned_ledger import CleanedLedger
from etl.inbox.settings import Settings
from tests.support.cleaned_files import clean_text


def ledger_of(tmp_path: Path, record: str, text: str) -> CleanedLedger:
    return clean_text(tmp_path, text, Settings(record))


def test_signs_under_words_names_and_days_are_the_cell_above(tmp_path: Path):
    rows = '凤二村,2024-03-01,演示公司,1000,助学\n同上,〃,同上,500,同上\n〃,2024-03-02,〃,300,""""\n凤三村,同上,例子公司,200,\n'
    ledger = ledger_of(tmp_path, "donation", f"社区,日期,捐赠人,金额,用途\n{rows}")

    stored = ledger.tables["donation"][0].sort_by("row_no")
    assert stored["community"].to_pylist() == ["凤二村", "凤二村", "凤二村", "凤三村"]
    assert [day.day for day in stored["donated_on"].to_pylist()] == [1, 1, 2, 2]
    assert stored["donor_name"].to_pylist() == ["演示公司", "演示公司", "演示公司", "例子公司"]
    assert stored["purpose"].to_pylist() == ["助学", "助学", "助学", None]
    notes = [problem.message for problem in ledger.problems if "按上面一行的读" in problem.message]
    assert sorted(note.split("有")[1].split("格")[0] for note in notes) == ["2", "2", "2", "2"]


def test_the_row_above_is_a_record_and_no_total(tmp_path: Path):
    rows = "凤二村,2024-03-01,书法班,20\n凤二村小计,,,20\n〃,2024-03-02,〃,30\n"
    ledger = ledger_of(tmp_path, "activity", f"社区,日期,活动名称,参加人数\n{rows}")

    stored = ledger.tables["activity"][0].sort_by("row_no")
    assert (stored["community"].to_pylist(), stored["title"].to_pylist()) == (["凤二村"] * 2, ["书法班"] * 2)


def test_amounts_and_hours_are_not_repeated(tmp_path: Path):
    rows = "凤二村,2024-03-01,张三丰,2\n〃,〃,李小四,〃\n"
    ledger = ledger_of(tmp_path, "volunteer_service", f"社区,服务日期,姓名,服务时长\n{rows}")

    assert [report.loaded for report in ledger.reports] == [1]


@pytest.mark.parametrize("sign", ["同上", "〃", ";", "。", "……", "“”"])
def test_a_sign_with_nothing_above_is_no_community_and_no_name(tmp_path: Path, sign: str):
    ledger = ledger_of(tmp_path, "activity", f"社区,日期,活动名称,参加人数\n{sign},2024-03-01,书法班,20\n")
    assert [(report.loaded, report.refused) for report in ledger.reports] == [(0, 1)]

    ledger = ledger_of(tmp_path, "activity", f"社区,日期,活动名称,参加人数\n凤二村,2024-03-01,{sign},20\n")
    assert [(report.loaded, report.refused) for report in ledger.reports] == [(0, 1)]


@pytest.mark.parametrize(
    ("names", "count"),
    [
        ("全体 12人 三名 张三丰等5人 张三丰等 李小四夫妇 社区工作人员 若干 待补 全体党员", 0),
        ("张三丰 王五一 居民 匿名 王工作 全友人 李干 爱心人士 Tom 十三妹", 10),
    ],
)
def test_several_people_or_nobody_are_no_volunteer(tmp_path: Path, names: str, count: int):
    rows = "".join(f"凤二村,2024-03-{day:02},{name},2\n" for day, name in enumerate(names.split(), 1))
    ledger = ledger_of(tmp_path, "volunteer_service", f"社区,服务日期,姓名,服务时长\n{rows}")

    assert [report.loaded for report in ledger.reports] == [count]


def test_a_box_for_gifts_and_a_whole_school_are_no_person(tmp_path: Path):
    names = ("捐款箱", "某某小学全体师生", "张三丰等12人", "张三丰")
    rows = "".join(f"凤二村,2024-03-{day:02},{name},100\n" for day, name in enumerate(names, 1))
    ledger = ledger_of(tmp_path, "donation", f"社区,日期,捐赠人,金额\n{rows}")

    keys = ledger.tables["donation"][0].sort_by("row_no")["donor_key"].to_pylist()
    assert [key is not None for key in keys] == [False, False, False, True]
