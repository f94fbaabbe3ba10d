"""What lines above a table state (活动名称：… 活动时间：…) holds for the rows beneath it, block by block, and is nobody's name."""

from pathlib import Path

from etl.cleaning.cleaned_ledger import CleanedLedger
from etl.inbox.settings import Settings
from tests.support.cleaned_files import clean_text

ONE_BLOCK = """凤二村活动签到表,,,
活动名称：下午茶,,活动时间：2025年3月11日,
序号,姓名,联系电话,签名
1,甲演示,13900000001,甲演示
2,乙演示,13900000002,乙演示
"""
TWO_BLOCKS = f"""{ONE_BLOCK},,,
凤二村活动签到表,,,
活动名称：讲座,,活动时间：2025年3月25日,活动地点：二楼
序号,姓名,联系电话,签名
1,乙演示,13900000002,乙演示
"""
TWO_COLUMNS = """凤二村活动签到表,,,,,
活动名称：下午茶,,活动时间：2025年3月11日,,活动地点：一楼,
序号,姓名,签名,序号,姓名,签名
1,甲演示,甲演示,2,乙演示,乙演示
,,,,,
凤二村活动签到表,,,,,
活动名称：讲座,,活动时间：2025年3月25日,,活动地点：二楼,
序号,姓名,签名,序号,姓名,签名
1,丙演示,丙演示,2,丁演示,丁演示
3,戊演示,戊演示,,,
"""
UNNAMED_BLOCKS = """凤二村下午茶签到表,,
序号,姓名,签名
1,甲演示,甲演示
,,
凤二村讲座签到表,,
序号,姓名,签名
1,乙演示,乙演示
"""
SIDE_BY_SIDE = """活动名称,下午茶,,活动时间,2025年3月11日
活动地点,二楼,,主讲人,丙演示
序号,姓名,身份,联系电话,签名
1,甲演示,居民,13900000001,甲演示
2,乙演示,居民,13900000002,乙演示
"""
STATED = Settings(record="attendance", constants={"活动名称": "下午茶", "签到日期": "2025-03-11"})


def cleaned(tmp_path: Path, text: str, settings: Settings | None = None) -> CleanedLedger:
    return clean_text(tmp_path, text, settings, "签到.csv")


def sign_ins(ledger: CleanedLedger) -> list[tuple[str, str, int]]:
    """Return (activity, day, people) of each activity in order."""
    rows = [row for table in ledger.tables.get("attendance", ()) for row in table.to_pylist()]
    activities = dict.fromkeys((row["activity"], str(row["attended_on"])) for row in rows)
    return [(*a, sum((row["activity"], str(row["attended_on"])) == a for row in rows)) for a in activities]


def test_lines_above_a_header_state_what_no_column_says(tmp_path: Path):
    ledger = cleaned(tmp_path, ONE_BLOCK)

    assert sign_ins(ledger) == [("下午茶", "2025-03-11", 2)]
    assert [p.message for p in ledger.problems if p.code == "particulars"] == [
        "表头上方写着“活动名称：下午茶”“签到日期：2025年3月11日”，下面各行按它填入。"
    ]


def test_labels_and_values_side_by_side_are_no_header(tmp_path: Path):
    assert sign_ins(cleaned(tmp_path, SIDE_BY_SIDE)) == [("下午茶", "2025-03-11", 2)]


def test_each_block_of_a_sheet_has_its_own_lines(tmp_path: Path):
    assert sign_ins(cleaned(tmp_path, TWO_BLOCKS)) == [("下午茶", "2025-03-11", 2), ("讲座", "2025-03-25", 1)]


def test_blocks_of_two_columns_share_the_lines_above_them(tmp_path: Path):
    ledger = cleaned(tmp_path, TWO_COLUMNS)

    assert sorted(sign_ins(ledger)) == [("下午茶", "2025-03-11", 2), ("讲座", "2025-03-25", 3)]
    assert sum(report.refused for report in ledger.reports) == 0


def test_what_a_person_states_goes_before_the_lines(tmp_path: Path):
    settings = Settings(constants={"活动名称": "清谈会"})

    assert sign_ins(cleaned(tmp_path, ONE_BLOCK, settings)) == [("清谈会", "2025-03-11", 2)]


def test_blocks_that_do_not_say_which_activity_are_not_all_the_one_stated(tmp_path: Path):
    ledger = cleaned(tmp_path, UNNAMED_BLOCKS, STATED)

    assert sign_ins(ledger) == []
    assert "有2段" in (ledger.sheets[0].error or "")


def test_a_header_of_one_known_word_repeated_on_every_page_is_not_counted_as_a_person(tmp_path: Path):
    text = "凤二村签到表,,\n序号,姓名,签名\n1,甲演示,甲演示\n序号,姓名,签名\n2,乙演示,乙演示\n"

    assert sign_ins(cleaned(tmp_path, text, STATED)) == [("下午茶", "2025-03-11", 2)]


def test_a_line_of_labels_among_the_rows_is_not_counted_as_a_person(tmp_path: Path):
    text = "凤二村签到表,\n姓名,签名\n甲演示,甲演示\n活动地点：二楼,\n乙演示,乙演示\n代领：丙演示,丙演示\n"

    assert sign_ins(cleaned(tmp_path, text, STATED)) == [("下午茶", "2025-03-11", 3)]


CARD = """志愿者服务手册,,,
姓名：甲演示,,编号：001,
日期,服务内容,时长,证明人
2025-03-01,巡逻,2,丙演示
2025-03-08,清扫,1.5,丙演示
累计,,3.5,
"""


def test_the_one_named_above_a_card_of_service_is_whom_its_rows_are_about(tmp_path: Path):
    ledger = cleaned(tmp_path, f"{CARD},,,\n{CARD.replace('甲演示', '乙演示').replace('1.5', '3')}")
    rows = [row for table in ledger.tables["volunteer_service"] for row in table.to_pylist()]

    keys = [row["person_key"] for row in rows]
    assert [row["service_hours"] for row in rows] == [2, 1.5, 2, 3]
    assert keys[0] == keys[1] != keys[2] == keys[3]
    assert "“志愿者：（姓名不显示）”" in " ".join(problem.message for problem in ledger.problems)
    assert "甲演示" not in " ".join(problem.message for problem in ledger.problems)


def test_several_people_above_a_table_or_whoever_filled_it_in_are_not_whom_its_rows_are_about(tmp_path: Path):
    for line in ("姓名：甲演示、乙演示", "填表人：甲演示", "姓名：全体志愿者"):
        ledger = cleaned(tmp_path, CARD.replace("姓名：甲演示", line))
        assert not ledger.tables
        assert "缺少志愿者" in (ledger.sheets[0].error or "")


def test_a_giver_above_a_list_of_goods_gave_all_of_them(tmp_path: Path):
    text = "爱心捐赠清单,,\n捐赠人：演示公司,捐赠日期：2025年3月5日,\n物资名称,数量,单位\n大米,20,袋\n食用油,10,桶\n"

    rows = cleaned(tmp_path, text).tables["donation"][0].to_pylist()
    assert [(row["donor_name"], str(row["donated_on"]), row["quantity"]) for row in rows] == [
        ("演示公司", "2025-03-05", 20),
        ("演示公司", "2025-03-05", 10),
    ]
