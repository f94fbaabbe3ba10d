"""What is stored and may count otherwise than it does is told once: groups of people in the place of a name, remarks that nobody reads."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from etl import parse
from etl.inbox.settings import Settings
from tests.support.cleaned_files import clean_file, clean_text, rows_loaded


def hints(tmp_path: Path, record: str, text: str, code: str, **constants: str) -> tuple[int, list[str]]:
    """Return how many rows of a ledger are stored, and the hints of this code."""
    ledger = clean_text(tmp_path, text, Settings(record, {"社区": "凤二村", **constants}), "登记.csv")
    found = [problem.message for problem in ledger.problems if problem.code == code]
    return rows_loaded(ledger), found


GOODS = "发放日期,领取人,物资,数量\n2025-07-15,环卫工人,矿泉水,20箱\n2025-07-15,张三丰,毛巾,1条\n2025-07-16,独居老人12人,绿豆,12袋\n2025-07-16,城管队员,风油精,10瓶\n"


def test_groups_of_people_in_the_place_of_a_name_are_told(tmp_path: Path):
    assert hints(tmp_path, "distribution", GOODS, "group_of_people") == (
        4,
        [
            "有1行的“领取人”写着人数（“独居老人12人”），“受益人数”没有写的按它算。",
            "有2行的“领取人”写的像一群人（“环卫工人”），不是一个人的姓名，每行只算1个没有姓名的人。知道有几个人的，请写在“受益人数”。",
        ],
    )


def test_a_number_of_people_in_the_name_of_a_group_is_read(tmp_path: Path):
    names = {
        "困境儿童12名": 12,
        "环卫工人（25人）": 25,
        "低保户40户": 1,
        "志愿者20余人": 1,
        "张三丰": None,
        "王某等5人": 5,
        "困难家庭每户3人": 1,
        "困难家庭户均3人": 1,
    }
    rows = "\n".join(f"2025-07-15,{name},矿泉水,1箱" for name in names)
    text = f"发放日期,领取人,物资,数量\n{rows}\n"
    ledger = clean_text(tmp_path, text, Settings("distribution", {"社区": "凤二村"}))
    (table,) = ledger.tables["distribution"]

    people = dict(zip(table["row_no"].to_pylist(), table["unnamed_people"].to_pylist(), strict=True))
    assert [people[row] for row in sorted(people)] == [*names.values()]


@pytest.mark.parametrize("is_sign", [False, True])
def test_a_number_in_a_merged_name_counts_once(tmp_path: Path, is_sign: bool):
    book = Workbook()
    above = "同上" if is_sign else None
    for row in (("发放日期", "领取人", "物资", "数量"), ("2025-07-15", "困境儿童12名", "毛巾", "12条")):
        book.active.append(row)
    for goods in ("牙刷", "水杯"):
        book.active.append(("2025-07-15", above, goods, "12个"))
    if not is_sign:
        book.active.merge_cells("B2:B4")
    book.save(path := tmp_path / "发放.xlsx")
    ledger = clean_file(path, Settings("distribution", {"社区": "凤二村"}))
    (table,) = ledger.tables["distribution"]

    assert sorted(table["unnamed_people"].to_pylist()) == [1, 1, 12]
    (hint,) = [problem.message for problem in ledger.problems if problem.code == "group_of_people"]
    assert hint.startswith("有1行的“领取人”写着人数（“困境儿童12名”）") and "重复的2行不再算一遍" in hint


def test_a_merged_number_of_people_is_not_counted_again_from_the_names(tmp_path: Path):
    book = Workbook()
    book.active.append(("发放日期", "领取人", "物资", "数量", "受益人数"))
    for goods in ("毛巾", "牙刷", "水杯"):
        book.active.append(("2025-07-15", "困境儿童12名", goods, "12个", 12 if goods == "毛巾" else None))
    book.active.merge_cells("E2:E4")
    book.save(path := tmp_path / "发放.xlsx")
    (table,) = clean_file(path, Settings("distribution", {"社区": "凤二村"})).tables["distribution"]

    assert sorted(table["unnamed_people"].to_pylist()) == [1, 1, 12]


@pytest.mark.parametrize(
    "group",
    [
        *("低保户40户", "低保户120户", "第一网格60户", "60岁以上老人", "社区工作人员", "困境儿童12名", "环卫工人25人"),
        *("保安", "辖区商户", "长者", "劳动者", "青少年", "妇女", "干部", "全体师", "残疾军人"),
    ],
)
def test_a_group_is_nobody_with_a_name(tmp_path: Path, group: str):
    assert parse.are_several_people(group) and parse.is_masked_name(group)
    rows = f"发放日期,领取人,物资,数量\n2025-07-15,{group},矿泉水,1箱\n"
    assert len(hints(tmp_path, "distribution", rows, "group_of_people")[1]) == 1


def test_of_a_group_no_name_is_repeated(tmp_path: Path):
    for name, words in (("演示乙等5人", "…等5人"), ("阿依演示12人", "…12人"), ("演示古丽老人", "…老人")):
        rows = f"发放日期,领取人,物资,数量\n2025-07-15,{name},矿泉水,1箱\n"
        (hint,) = hints(tmp_path, "distribution", rows, "group_of_people")[1]
        assert f"（“{words}”）" in hint and "演示" not in hint


@pytest.mark.parametrize(
    "name",
    ["李小明", "李小明老人", "高学生", "王群众", "马工人", "方志愿", "第1户", "演示3户主", "三栋302户", "金湖苑1203户"],
)
def test_a_name_is_no_group(name: str):
    assert not parse.are_several_people(name)


def test_groups_beside_which_their_number_stands_are_not(tmp_path: Path):
    header, *rows = GOODS.splitlines()
    counted = "\n".join([f"{header},受益人数", *(f"{row},{number}" for number, row in enumerate(rows, 1))])

    assert hints(tmp_path, "distribution", counted, "group_of_people") == (4, [])


HOURS = "服务日期,姓名,服务时长,备注\n"
GIFTS = "捐赠日期,捐赠人,金额,备注\n"


@pytest.mark.parametrize(
    ("record", "rows", "clauses"),
    [
        (
            "donation",
            "2025-03-01,张三丰,100,转捐希望小学\n2025-03-02,李秀英,200,退役军人\n2025-03-03,王小明,50,现场捐",
            "“转捐希望小学”，共1行",
        ),
        (
            "volunteer_service",
            "2025-03-01,张三丰,2,已在i志愿登记\n2025-03-02,李秀英,2,党员，已在i志愿登记\n2025-03-03,王小明,2,李秀英未带工牌\n2025-03-03,赵大海,2,第一次来",
            "“已在i志愿登记”（2行）、“李某某未带工牌”，共3行",
        ),
    ],
)
def test_remarks_that_may_change_what_a_row_says_are_listed_once(tmp_path: Path, record: str, rows: str, clauses: str):
    text = (HOURS if record == "volunteer_service" else GIFTS) + rows
    count = len(rows.splitlines())

    assert hints(tmp_path, record, text, "unread_remark") == (
        count,
        [
            f"“备注”不读，这些话没有影响入库，各行照常算：{clauses}。说的是不该算、该改数的，请改正那几行再导入；照常算的不用管。"
        ],
    )
    assert hints(tmp_path, record, text, "unread_remark", 已核对="是") == (count, [])


def test_nothing_behind_a_word_that_a_name_follows_is_repeated(tmp_path: Path):
    rows = (
        "2025-03-01,张三丰,2,代签：演示乙\n2025-03-02,李秀英,2,已交演示丙补登\n2025-03-03,王小明,2,未带证（演示丁）\n"
    )
    (hint,) = hints(tmp_path, "volunteer_service", HOURS + rows, "unread_remark")[1]

    assert "“代签…”、“已交…”、“未带证…”，共3行" in hint and "演示" not in hint


def test_of_requests_and_cases_the_rows_are_told_and_no_word(tmp_path: Path):
    orders = "工单编号,受理时间,类别,备注\nG1,2025-03-01,环境,重复投诉\nG2,2025-03-02,环境,家属不在家\nG3,2025-03-03,环境,转办区城管\n"
    cases = "个案编号,接案日期,备注\nA1,2025-03-01,服务对象拒绝继续\nA2,2025-03-02,长期跟进\n"
    sentence = "“备注”不读，第2行像说这一行不该算（退单、重复、不予受理这样的话），仍照常算。重复登记、从未受理的，请删去那几行再导入；受理过又退回、转出的照常算，不用管。"

    assert hints(tmp_path, "service_request", orders, "unread_remark") == (3, [sentence])
    assert hints(tmp_path, "casework", cases, "unread_remark") == (2, [sentence])


def test_requests_sent_back_or_on_were_received_and_are_told(tmp_path: Path):
    remarks = ["误派，重派城管", "退单重派", "错派", "已退回街道", "退单", "退回派单中心", "不予受理，非本辖区"]
    rows = "".join(f'G{day},2025-03-{day:02},环境,"{remark}"\n' for day, remark in enumerate(remarks, 1))
    text = f"工单编号,受理时间,类别,备注\n{rows}"
    count, (sentence,) = hints(tmp_path, "service_request", text, "unread_remark")

    assert count == len(remarks)
    assert "第2、3、4、5、6、7、8行像说这一行不该算" in sentence


def test_everyday_remarks_are_not_listed(tmp_path: Path):
    remarks = "线上|党员|退休教师|残疾人|第一次参加|骨干|接待志愿者|现场|2楼|骑车来的|招待所门口|捐给老人|优秀|无|误餐补助|等待区"
    rows = "\n".join(f"2025-03-{day:02},张三丰,2,{remark}" for day, remark in enumerate(remarks.split("|"), 1))

    assert hints(tmp_path, "volunteer_service", HOURS + rows, "unread_remark") == (len(remarks.split("|")), [])


FIRMS = "捐赠日期,捐赠人,捐赠人类别,金额\n2025-03-05,张三丰,,50\n2025-03-05,万科,,1000\n2025-03-06,2019届校友,,200\n2025-03-06,丁商行,,200\n2025-03-06,施工队,,200\n2025-03-06,三中,单位,300\n2025-03-07,例仁有限公司,,400\n"


def test_a_firm_or_a_group_counted_as_one_person_is_told(tmp_path: Path):
    sentence = "有4行的“捐赠人”写的像单位、班级或队伍（“万科”），不像一个人的姓名，现在按个人算，一个名称算1个人。是单位的，请在“捐赠人类别”写“单位”。"
    assert hints(tmp_path, "donation", FIRMS, "doubtful_person") == (7, [sentence])


def test_below_a_header_of_organisations_only_what_looks_like_a_name_is_told(tmp_path: Path):
    text = FIRMS.replace("捐赠人,", "捐赠单位,").replace("万科", "第一网格")
    assert hints(tmp_path, "donation", text, "doubtful_person")[1][0].startswith("有2行")


def test_a_team_that_signed_in_counts_as_one_person_and_is_told(tmp_path: Path):
    text = "姓名,活动名称,活动日期\n张三丰,义剪,2025-03-05\n环卫队,义剪,2025-03-05\n"
    stored, (hint,) = hints(tmp_path, "attendance", text, "doubtful_person")
    assert stored == 2 and hint.startswith("有1行的") and hint.endswith("不是一个人的，请一人写一行。")
