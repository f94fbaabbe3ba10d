"""数据导入 asks for each sheet of a file on its own, and what its form says is what holds, also for a file that comes again."""

from io import BytesIO
from pathlib import Path

import openpyxl
from streamlit.testing.v1 import AppTest

import warehouse.build_in_use
from etl.inbox.folder import Inbox
from etl.inbox.settings import Settings
from tests.screen.conftest import Open
from tests.screen.test_intake_page import MORE_HOURS, PAGE, UNKNOWN_HEADERS, box, drop, everything, press
from tests.support.ledgers import loaded
from tests.support.two_sheets import NAME, two_sheets, workbook
from ui.intake.constants_form import BY_PROGRAM, FROM_TITLE
from ui.intake.dropped_files import FILES
from ui.intake.file_report import MOST_DRAWN_SHUT
from warehouse.build import Build


def boxes(page: AppTest, label: str) -> list:
    """The boxes of this label, one a sheet."""
    return [box for box in page.selectbox if box.label.startswith(label)]


def fields(page: AppTest, label: str) -> list:
    return [field for field in page.text_input if field.label == label]


CASH_BOOK = "日期,摘要,收入,支出\n2024-05-01,演示居民捐款,500,\n2024-05-02,购买笔墨,,120\n2024-05-03,利息,1.2,\n"


def test_a_sheet_of_both_directions_is_told_as_two_and_can_be_narrowed_to_one(app: Open, data: Path):
    page = drop(app(data, PAGE), ("凤二村流水账.csv", CASH_BOOK))
    assert not page.exception
    labels = [expander.label for expander in page.expander]
    assert sum("资金使用，读1行＝入库1" in label or "捐赠，读2行＝入库1＋拒收1" in label for label in labels) == 2

    boxes(page, "是哪一种台账（整份文件）")[0].set_value("fund_use").run()
    assert not page.exception
    assert page.dataframe[0].value["认作"].tolist() == ["资金使用，读3行＝入库1＋拒收0＋跳过2"]


def test_each_sheet_has_its_own_record_type_and_columns(app: Open, data: Path):
    page = drop(app(data, PAGE), (NAME, two_sheets()))
    for number, (record, columns) in enumerate(
        [
            ("volunteer_service", ("person", "served_on", "service_hours")),
            ("donation", ("donor", "donated_on", "amount_yuan")),
        ]
    ):
        boxes(page, "是哪一种台账（这张工作表）")[number].set_value(record).run()
        for header, column in zip(("谁", "哪天", "数"), columns, strict=True):
            boxes(page, header)[number if len(boxes(page, header)) > 1 else 0].set_value(column)
        button = [button for button in page.button if button.label == "照这样再看一遍"][min(number, 1)]
        button.click().run()
    assert not page.exception
    press(page, "确认导入")

    build = Build(warehouse.build_in_use.current(data))
    counts = "select (select count(*) from volunteer_service), (select count(*) from donation)"
    assert build.rows(counts) == [(6, 3)]


def test_a_press_takes_what_is_written_for_every_sheet_and_a_confirmation_names_what_waits_for_one(
    app: Open, data: Path
):
    rows = [["姓名", "服务内容", "时长（小时）"], ["甲演示", "保洁", 4]]
    page = drop(app(data, PAGE), ("凤二村.xlsx", workbook({"六月": rows, "七月": rows, "八月": rows})))
    fields(page, "整份都一样的服务日期")[0].set_value("2024-06-01").run()
    fields(page, "整份都一样的服务日期")[1].set_value("2024-07-01").run()
    press(page, "照这样再看一遍")
    assert not page.exception
    assert sum("志愿服务，读1行＝入库1" in expander.label for expander in page.expander) == 2

    fields(page, "整份都一样的服务日期")[2].set_value("2024-08-01").run()
    press(page, "确认导入")
    assert "凤二村\\.xlsx的工作表“八月”：框里新填的、新选的还没有用上" in everything(page)
    press(page, "照这样再看一遍")
    press(page, "确认导入")
    build = Build(warehouse.build_in_use.current(data))
    assert build.rows("select count(*) from volunteer_service where served_on >= '2024-06-01'") == [(3,)]


def test_what_was_typed_for_a_file_stays_while_another_one_or_another_page_is_looked_at(app: Open, data: Path):
    page = drop(app(data, PAGE), ("凤二村5月.csv", MORE_HOURS), ("凤二村6月.csv", MORE_HOURS.replace("-05-", "-06-")))
    box(page, "看其中一份").set_value("凤二村5月.csv").run()
    fields(page, "年份（日期里没写年份时）")[0].set_value("2024").run()
    box(page, "看其中一份").set_value("凤二村6月.csv").run()
    assert [year.value for year in fields(page, "年份（日期里没写年份时）")] == ["2024", ""]

    page.switch_page("../../pages/data/coverage.py").run()
    page.switch_page(f"../../pages/{PAGE}").run()
    assert not page.exception
    assert [year.value for year in fields(page, "年份（日期里没写年份时）")] == ["2024"]
    press(page, "确认导入")
    assert "凤二村5月\\.csv：框里新填的、新选的还没有用上" in everything(page)


def test_a_file_whose_settings_were_emptied_does_not_keep_the_old_ones(app: Open, data: Path, tmp_path: Path):
    (tmp_path / "凤二村服务.csv").write_text(MORE_HOURS, encoding="utf-8")
    Inbox(data).add([tmp_path / "凤二村服务.csv"], Settings(record="volunteer_service", header_row=1))
    page = drop(app(data, PAGE), ("凤二村服务.csv", MORE_HOURS))
    boxes(page, "看其中一份")[0].set_value("凤二村服务.csv").run()
    assert boxes(page, "是哪一种台账")[0].value == "volunteer_service"

    boxes(page, "是哪一种台账")[0].set_value(BY_PROGRAM).run()
    next(box for box in page.text_input if box.label.startswith("表头在第几行")).set_value("").run()
    press(page, "确认导入")
    assert not page.exception
    assert Inbox(data).settings_of("凤二村服务.csv").is_empty


def test_a_community_remembered_for_a_layout_is_shown_and_can_be_taken_back(app: Open, data: Path, tmp_path: Path):
    (tmp_path / "五月.csv").write_text(UNKNOWN_HEADERS, encoding="utf-8")
    columns = {"谁": "person", "哪天服务": "served_on", "做了多久": "service_hours"}
    Inbox(data).add([tmp_path / "五月.csv"], Settings("volunteer_service", {"community": "凤二村（演示）"}, columns))
    loaded(data)
    page = drop(app(data, PAGE), ("六月.csv", UNKNOWN_HEADERS.replace("-05-", "-06-")))
    assert boxes(page, "整份都一样的社区")[0].value == "凤二村（演示）"

    boxes(page, "整份都一样的社区")[0].set_value(FROM_TITLE)
    press(page, "照这样再看一遍")
    assert not page.exception
    assert "看不出是哪个社区" in everything(page)


CUMULATIVE = "姓名,日期,累计时长（小时）\n甲演示,2024-05-01,4\n乙演示,2024-05-02,5\n"
BY_BLOCKS = "板块,活动名称,活动日期\n老人,义诊,2024-05-01\n,敬老,2024-05-02\n,学堂,2024-05-03\n妇女,手工,2024-05-04\n"
TOP_UPS = "姓名,日期,积分,方向\n甲演示,2024-05-01,40,消费\n乙演示,2024-05-02,50,充值\n"


def test_what_a_report_doubts_can_be_said_to_be_checked_or_narrowed_to_one_kind(app: Open, data: Path):
    page = drop(app(data, PAGE), ("凤二村时长.csv", CUMULATIVE), ("凤二村积分.csv", TOP_UPS))
    boxes(page, "是哪一种台账（整份文件）")[0].set_value("volunteer_service").run()
    boxes(page, "累计时长")[0].set_value("service_hours")
    press(page, "照这样再看一遍")
    assert "确实是每次的数，勾选“已核对，提醒的这些没有问题”。" in everything(page)
    page.checkbox[0].check().run()
    assert "志愿服务，读2行＝入库2＋拒收0＋跳过0" in "".join(page.dataframe[0].value["认作"]) + everything(page)

    boxes(page, "是哪一种台账（整份文件）")[-1].set_value("redemption").run()
    boxes(page, "积分")[0].set_value("redeemed_points")
    [button for button in page.button if button.label == "照这样再看一遍"][-1].click().run()
    assert "只取一种请在“只取其中一种”里写" in everything(page)
    next(field for field in page.text_input if field.label == "只取其中一种").set_value("方向=消费").run()
    assert "积分兑换，读2行＝入库1＋拒收0＋跳过1" in "".join(page.dataframe[0].value["认作"]) + everything(page)

    page = drop(app(data, PAGE), ("凤二村活动.csv", BY_BLOCKS))
    assert "勾选“‘板块’空着的与上面一行相同” 再导入" in everything(page)
    next(box for box in page.checkbox if box.label == "“板块”空着的与上面一行相同").check().run()
    assert not page.exception
    assert "行空着" not in everything(page)


def test_what_was_said_of_one_sheet_can_be_said_of_all_with_its_header(app: Open, data: Path):
    page = drop(app(data, PAGE), (NAME, two_sheets()))
    assert not [button for button in page.button if "也照这样读" in button.label]
    boxes(page, "是哪一种台账（这张工作表）")[0].set_value("donation").run()
    for header, column in (("谁", "donor"), ("哪天", "donated_on"), ("数", "amount_yuan")):
        boxes(page, header)[0].set_value(column)
    next(button for button in page.button if button.label == "照这样再看一遍").click().run()
    press(page, "表头一样的其余1张工作表也照这样读")

    assert not page.exception
    assert not [button for button in page.button if "也照这样读" in button.label]
    press(page, "确认导入")
    assert Build(warehouse.build_in_use.current(data)).rows("select count(*) from donation") == [(6,)]


def test_the_boxes_of_a_sheet_among_many_are_drawn_once_it_was_opened(app: Open, data: Path):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number in range(MOST_DRAWN_SHUT + 1):
        sheet = book.create_sheet(f"第{number}组")
        sheet.append(["谁", "哪天", "数"])
        sheet.append(["甲演示", "2024-05-01", number])
    stream = BytesIO()
    book.save(stream)
    page = drop(app(data, PAGE), ("凤二村各组.xlsx", stream.getvalue()))
    assert len(page.expander) == MOST_DRAWN_SHUT + 1
    assert len(boxes(page, "是哪一种台账")) == 1  # that of the first, which stands open

    key = f"sheet-{page.session_state[FILES]['凤二村各组.xlsx'].key}-5"
    page.session_state[key] = True
    assert len(boxes(page.run(), "是哪一种台账")) == 2
    boxes(page, "是哪一种台账")[1].set_value("volunteer_service").run()
    page.session_state[key] = False
    assert len(boxes(page.run(), "是哪一种台账")) == 2  # what was chosen in it holds, and can be seen to
    assert not page.exception


SIGNED = "元宵游园会签到 2025.2.12,,\n序号,姓名,是否到场\n1,甲演示,是\n2,乙演示,否\n"
DAYS_ONCE = "姓名,服务日期,时长（小时）\n甲演示,2024-05-01,2\n乙演示,,1.5\n丙演示,2024-05-09,3\n"


def test_the_day_that_a_title_states_stands_in_the_box_and_is_used_once_it_was_looked_at(app: Open, data: Path):
    page = drop(app(data, PAGE), ("凤二村签到.csv", SIGNED))
    day = next(box for box in page.text_input if box.label == "整份都一样的签到日期")
    assert day.value == "2025-02-12" and "写着2025\\-02\\-12，已写在框里，不是这一天的请改。" in everything(page)

    next(box for box in page.text_input if box.label == "整份都一样的活动名称").set_value("元宵游园会")
    press(page, "照这样再看一遍")
    assert not page.exception
    assert "活动签到，读2行＝入库1＋拒收0＋跳过1" in everything(page) + "".join(
        str(box.value) for box in page.dataframe
    )


def test_days_written_in_the_first_row_of_a_block_can_be_said_to_hold_below(app: Open, data: Path):
    page = drop(app(data, PAGE), ("凤二村服务.csv", DAYS_ONCE))
    assert "志愿服务，读3行＝入库2＋拒收1" in everything(page)
    next(box for box in page.checkbox if box.label == "“服务日期”空着的与上面一行相同").check().run()

    assert not page.exception
    assert "志愿服务，读3行＝入库3＋拒收0＋跳过0" in everything(page) + "".join(
        str(box.value) for box in page.dataframe
    )
