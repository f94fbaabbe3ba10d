"""A community's own register of complaints has no numbers: what was asked for tells it, and its words stay in the ledger. Tables of common words are no type."""

from pathlib import Path

import pytest

from etl.cleaning.cleaned_ledger import CleanedLedger
from etl.cleaning.job import Job, read_and_clean
from etl.inbox.folder import Ledger
from etl.inbox.settings import Settings
from tests.support.ledgers import REGISTER, loaded, received


def cleaned(folder: Path, name: str, text: str, **columns: str) -> CleanedLedger:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    settings = Settings(constants={"社区": "凤二村"}, columns=columns)
    return read_and_clean(Job(Ledger(name, path, "", settings), folder, b"0" * 32))[1]


def reason(ledger: CleanedLedger) -> str:
    assert not ledger.tables
    return "".join(sheet.error or "" for sheet in ledger.sheets)


ROWS = "2024-03-01,甲演示,三栋路灯不亮,已解决\n2024-03-02,乙演示,下水道堵了,处理中\n"


@pytest.mark.parametrize("content", ["诉求内容", "反映问题", "投诉事项", "报修内容"])
def test_rows_without_a_number_are_requests_and_their_words_are_not_kept(tmp_path: Path, content: str):
    ledger = cleaned(tmp_path, "三月.csv", f"受理时间,姓名,{content},处理结果\n{ROWS}")
    table = ledger.tables["service_request"][0]
    assert table.num_rows == 2
    assert table["result"].to_pylist() == ["已解决", "处理中"]
    assert table["request_no"].null_count == 2
    assert "路灯" not in str(table.to_pydict())


def test_complaints_of_residents_are_no_sign_ins(tmp_path: Path):
    text = f"日期,居民姓名,反映问题,办理说明\n{ROWS}"
    assert "--map 日期=受理时间" in reason(cleaned(tmp_path, "三月.csv", text))
    assert cleaned(tmp_path, "四月.csv", text, 日期="受理时间").tables["service_request"][0].num_rows == 2


def test_a_list_without_numbers_is_asked_for_either(tmp_path: Path):
    sentence = reason(
        cleaned(tmp_path, "12345热线.csv", "上报时间,网格,说的事\n2024-03-01,一格,堆物\n2024-03-02,二格,积水\n")
    )
    assert "缺少工单编号或诉求内容。" in sentence and "--map 表头=诉求内容" in sentence


LIGHTS = "受理时间,诉求内容,处理结果\n" + "".join(f"2024-03-{day:02},路灯{day}不亮,已解决\n" for day in range(1, 6))
DRAINS = LIGHTS.replace("路灯", "下水道").replace("不亮", "堵了")


def requests(folder: Path, **ledgers: str) -> tuple[list[tuple[str, int]], list[tuple[str, str, int, str]]]:
    """Return how many requests are stored of each file, and what is said of rows like others: code, file, row and sentence."""
    received(folder, {"社区名册.csv": REGISTER, **{f"凤二村{name}.csv": text for name, text in ledgers.items()}})
    _, build = loaded(folder)
    told = "select code, file, row_no, message from problem where code in ('sent_twice', 'repeated_row', 'equal_row', 'likely_version') order by all"
    return sorted(build.rows("select source_file, count(*) from service_request group by all")), build.rows(told)


DOUBT = "没有工单编号，诉求内容又不保存，断定不了是不是同一批，两份都已入库。"


def test_requests_that_only_their_words_tell_apart_are_no_copies(tmp_path: Path):
    stored, told = requests(tmp_path / "data", 一月=LIGHTS, 二月=DRAINS)

    assert stored == [("凤二村一月.csv", 5), ("凤二村二月.csv", 5)]
    assert told == [
        (
            "likely_version",
            "凤二村二月.csv",
            2,
            "凤二村（演示）在这份台账里有5行，在“凤二村一月.csv”里有5行，其中5行存下来的都一样（第2、3、4、5、6行）。"
            f"{DOUBT}是同一批的，这5行算了两次，请只留一份。撤回是撤回整份，那一份里还有别的社区的，改为只删去这些行再导入；确实是另外的，不用管。",
        )
    ]


def test_a_register_of_requests_sent_twice_counts_once(tmp_path: Path):
    stored, told = requests(tmp_path / "data", 一月=LIGHTS, 二月=f"诉求登记,,\n{LIGHTS}")

    assert ([count for _, count in stored], [code for code, *_ in told]) == ([5], ["sent_twice"])


def test_requests_like_most_of_another_register_are_stored_and_flagged(tmp_path: Path):
    longer = DRAINS + "2024-03-20,堆物,处理中\n"
    stored, told = requests(tmp_path / "data", 一月=LIGHTS, 二月=longer)

    assert stored == [("凤二村一月.csv", 5), ("凤二村二月.csv", 6)]
    assert [code for code, *_ in told] == ["likely_version"]
    assert "请只留完整的那一份，撤回另一份。撤回是撤回整份" in told[0][3]


def test_the_longer_register_is_never_called_the_one_to_withdraw(tmp_path: Path):
    longer = LIGHTS + "".join(f"2024-03-{day},堆物{day},处理中\n" for day in range(11, 21))
    _, told = requests(tmp_path / "data", **{"": LIGHTS, "(更新)": longer})  # “(” stands before “.”

    assert [told[0][:3], *told[1:]] == [("likely_version", "凤二村.csv", 2)]
    assert "在这份台账里有5行，在“凤二村(更新).csv”里有15行，其中5行存下来的都一样" in told[0][3]
    assert "请只留完整的那一份，撤回另一份。撤回是撤回整份" in told[0][3]


def test_rows_that_only_one_register_has_are_to_be_carried_over_first(tmp_path: Path):
    first = LIGHTS + "".join(f"2024-03-{day},堆物{day},处理中\n" for day in range(11, 15))
    second = LIGHTS.replace("路灯", "下水道") + "".join(f"2024-03-{day},积水{day},处理中\n" for day in (21, 22))
    stored, told = requests(tmp_path / "data", 一月=first, 二月=second)

    assert stored == [("凤二村一月.csv", 9), ("凤二村二月.csv", 7)]
    assert [code for code, *_ in told] == ["likely_version"]
    assert (
        "这5行算了两次，“凤二村一月.csv”另有4行、这一份另有2行是对方没有的，请先补到一份里，再撤回另一份。撤回是撤回整份"
        in told[0][3]
    )


def test_of_many_equal_rows_only_as_many_count_twice_as_the_other_register_has(tmp_path: Path):
    header, row = "受理时间,诉求内容,处理结果\n", "2024-03-01,路灯不亮,已解决\n"
    stored, told = requests(tmp_path / "data", 一月=header + 3 * row, 二月=header + 20 * row.replace("路灯", "水管"))

    assert stored == [("凤二村一月.csv", 3), ("凤二村二月.csv", 20)]
    (likely,) = [message for code, *_, message in told if code == "likely_version"]
    assert "有20行，在“凤二村一月.csv”里有3行，其中3行存下来的都一样（第2、3、4行）" in likely
    # Rows 5 to 21 are equal to others all the same, as rows 3 and 4 of the first register are.
    assert [(file, row_no) for code, file, row_no, _ in told if code == "equal_row"] == [
        *(("凤二村一月.csv", row_no) for row_no in (3, 4)),
        *(("凤二村二月.csv", row_no) for row_no in range(5, 22)),
    ]


def test_a_row_with_neither_number_nor_words_is_no_request(tmp_path: Path):
    ledger = cleaned(tmp_path, "三月.csv", "工单编号,受理时间,类别\nG1,2024-03-01,环境\n,2024-03-02,环境\n")

    assert ledger.tables["service_request"][0]["request_no"].to_pylist() == ["G1"]
    assert [problem.message for problem in ledger.problems if problem.severity == "拒收"] == [
        "没有写工单编号，也没有写诉求内容，看不出是不是另一件诉求，请补填；是上一件的另一条办理记录的，请删去这一行。"
    ]


def test_a_row_without_a_number_among_others_with_one_is_told(tmp_path: Path):
    text = "编号,受理时间,诉求内容\nG1,2024-03-01,路灯不亮\n,2024-03-02,还是不亮\n"
    ledger = cleaned(tmp_path, "三月.csv", text)
    found = [problem.message for problem in ledger.problems if problem.code == "unnumbered_row"]

    assert ledger.tables["service_request"][0].num_rows == 2
    assert found == [
        "第3行没有写“工单编号”，别的行写了；各算另外一件。是上一件的另一条记录的，请删去那几行再导入；确实是另外一件的不用管。"
    ]
    for every in (text.replace("G1", ""), text.replace("\n,", "\nG2,")):
        assert not [p for p in cleaned(tmp_path, "四月.csv", every).problems if p.code == "unnumbered_row"]


def test_numbers_are_kept_where_they_are_written(tmp_path: Path):
    text = "编号,受理时间,诉求内容\n7,2024-03-01,路灯不亮\n8,2024-03-02,路灯不亮\n"
    assert cleaned(tmp_path, "三月.csv", text).tables["service_request"][0]["request_no"].to_pylist() == ["7", "8"]


@pytest.mark.parametrize(
    ("header", "row"),
    [("时间,金额,经手", "2024-03-01,79.9,甲演示"), ("姓名,类别,登记日期", "甲演示,低保,2024-03-01")],
)
def test_words_of_every_ledger_name_no_type(tmp_path: Path, header: str, row: str):
    sentence = reason(cleaned(tmp_path, "表.csv", f"{header}\n{row}\n{row}\n"))
    assert sentence.startswith("表头里只认出了“") and "看不出是哪一种" in sentence


def test_punches_are_nearest_to_sign_ins(tmp_path: Path):
    text = "姓名,部门,打卡时间,来源\n甲演示,一组,2024-03-01 08:02:53,APP\n乙演示,二组,2024-03-01 08:21:36,APP\n"
    assert reason(cleaned(tmp_path, "打卡.csv", text)).startswith(
        "表头像“活动签到”，认出了姓名、签到日期，但缺少活动名称"
    )


def test_a_list_of_classes_resembles_nothing_that_it_does_not_name(tmp_path: Path):
    rows = "".join(f"城乡建设,其他,其他\n党务政务,小类{number},其他\n" for number in range(3))
    assert reason(cleaned(tmp_path, "分类.csv", f"甲级,乙级,丙级\n{rows}")).startswith("没有找到认识的表头")


def test_what_was_spent_on_is_a_purpose(tmp_path: Path):
    text = "支出事项,金额(元),时间\n场地费,350.00,2024-06-11\n茶水,48.50,2024-06-12\n"
    assert cleaned(tmp_path, "六月.csv", text).tables["fund_use"][0]["purpose"].to_pylist() == ["场地费", "茶水"]
