"""数据导入 tells before a load whose rows it cannot tell, and afterwards what it left out."""

from pathlib import Path

import warehouse.build_in_use
from etl.inbox.settings import Settings
from tests.screen.conftest import Open
from tests.screen.test_intake_page import MORE_HOURS, PAGE, UNKNOWN_HEADERS, box, drop, everything, field, hours, press
from tests.support.ledgers import HOURS, REGISTER, loaded, received
from warehouse.build import Build

UNKNOWN_MEANING = {"谁": "person", "哪天服务": "served_on", "做了多久": "service_hours"}


def test_a_remembered_community_is_the_chosen_answer_to_one_question(app: Open, data: Path):
    meaning = Settings(
        "volunteer_service",
        {"community": "凤二村（演示）"},
        UNKNOWN_MEANING,
    )
    received(data, {"台账5月.csv": UNKNOWN_HEADERS}, meaning)
    loaded(data)
    page = drop(app(data, PAGE), ("台账6月.csv", UNKNOWN_HEADERS.replace("-05-", "-06-")))

    assert "1份要您看一下" in everything(page) and "下面已选上它，确认就按它入库" in everything(page)
    assert "读3行＝入库3＋拒收0＋跳过0" in everything(page)
    assert box(page, "整份都一样的社区").value == "凤二村（演示）"

    press(page, "确认导入")
    assert hours(data) == 6.5 + 15 + 15


def test_another_community_than_the_remembered_one_holds_as_soon_as_it_is_chosen(app: Open, data: Path):
    meaning = Settings("volunteer_service", {"community": "凤二村（演示）"}, UNKNOWN_MEANING)
    received(data, {"台账5月.csv": UNKNOWN_HEADERS}, meaning)
    loaded(data)
    page = drop(app(data, PAGE), ("台账6月.csv", UNKNOWN_HEADERS.replace("-05-", "-06-")))

    box(page, "整份都一样的社区").set_value("社东社区（演示）").run()
    press(page, "确认导入")

    build = Build(warehouse.build_in_use.current(data))
    assert build.rows(
        "select community, count(*) from volunteer_service where served_on >= '2024-06-01' group by 1"
    ) == [("社东社区（演示）", 3)]


def test_one_answer_holds_for_all_files_that_name_no_community_and_leaves_other_doubts(app: Open, data: Path):
    tables = {f"台账{month}月.csv": MORE_HOURS.replace("-05-", f"-0{month}-") for month in (6, 7)}
    gifts = "捐赠日期,捐赠人,捐赠金额（万元）\n2024-06-01,演示甲公司,0.5\n2024-06-02,演示乙公司,0.8\n2024-06-03,演示丙公司,500\n"
    page = drop(app(data, PAGE), *tables.items(), ("善款.csv", gifts))
    assert "3份都没有写是哪个社区" in everything(page)

    box(page, "这几份的社区").set_value("社东社区（演示）").run()
    press(page, "全部用这个社区")
    assert "2份没有疑问" in everything(page)
    assert "1份要您看一下" in everything(page) and "“500”比同列其他数大得多，像是元" in everything(page)


def test_a_community_that_the_register_lacks_is_told_before_it_is_confirmed(app: Open, data: Path):
    page = drop(app(data, PAGE), ("志愿服务.csv", "社区," + MORE_HOURS.replace("\n", "\n凤儿村,", 3)))

    assert "3行不会入库：名册里没有社区“凤儿村”。是不是“凤二村（演示）”？" in everything(page)


def test_a_copy_of_a_ledger_is_told_and_not_offered(app: Open, data: Path):
    page = drop(app(data, PAGE), ("又一份.csv", HOURS))

    assert "是同一个文件，没有重复入库" in everything(page)
    assert not [button for button in page.button if button.label.startswith("确认导入")]


def test_a_ledger_that_was_refused_whole_is_listed_as_left_out_with_the_reason(app: Open, data: Path):
    received(data, {"天气.csv": "城市,气温\n广州,30\n"})
    loaded(data)
    page = app(data, PAGE)

    states = dict(zip(page.dataframe[0].value["文件"], page.dataframe[0].value["状态"], strict=True))
    assert states["凤二村志愿服务.csv"] == "已采用"
    assert states["天气.csv"].startswith("未采用：没有找到认识的表头")
    assert "收到3份台账，1份未采用" in everything(page)


def test_of_a_ledger_not_in_the_data_no_rows_are_counted(app: Open, tmp_path: Path):
    received(tmp_path / "data", {"台账.csv": "姓名,日期,时长（小时）\n甲演示,2024-03-01,2\n"})
    table = app(tmp_path / "data", PAGE).dataframe[0].value

    assert table["状态"][0].startswith("未采用")
    assert table[["入库", "拒收"]].isna().all(axis=None)


def test_without_a_register_a_new_community_can_be_written_and_the_title_is_not_denied(app: Open, tmp_path: Path):
    received(tmp_path / "data", {"台账.csv": "社区,姓名,日期,时长（小时）\n柳堤社区,甲演示,2024-03-01,2\n"})
    loaded(tmp_path / "data")
    page = drop(app(tmp_path / "data", PAGE), ("2025年槐荫社区志愿服务.csv", MORE_HOURS))

    assert "文件名里像写着“槐荫社区”，但还没有社区名册，不能作准" in everything(page)
    assert box(page, "整份都一样的社区").proto.accept_new_options
    assert "取一份空白的社区名册" in [button.proto.label for button in page.get("download_button")]


def test_before_any_ledger_the_community_is_written_and_nothing_urges_to_confirm(app: Open, tmp_path: Path):
    page = drop(app(tmp_path / "data", PAGE), ("志愿服务5月.csv", MORE_HOURS))
    confirm = next(button for button in page.button if button.label.startswith("确认导入"))

    assert "请在下面写“整份都一样的社区”。" in everything(page)
    written = next(field for field in page.text_input if field.label == "整份都一样的社区")
    assert written.placeholder == "写社区名称，如 槐荫社区"
    assert "现在一行也入不了库" in everything(page) and confirm.proto.type == "secondary"

    written.set_value("槐荫社区").run()
    assert next(button for button in page.button if button.label.startswith("确认导入")).proto.type == "primary"


def test_with_a_register_only_its_communities_are_offered(app: Open, data: Path):
    page = drop(app(data, PAGE), ("志愿服务5月.csv", MORE_HOURS))

    assert not box(page, "整份都一样的社区").proto.accept_new_options
    assert "请先在社区名册里加一行" in everything(page)


def test_what_was_chosen_of_a_column_holds_when_the_community_is_chosen_and_no_confirmation_passes_it_over(
    app: Open, data: Path
):
    sheet = MORE_HOURS.replace("时长（小时）", "时长（小时）,服务内容").replace("-05-01,4", "-05-01,4,保洁")
    page = drop(app(data, PAGE), ("台账6月.csv", sheet))
    box(page, "服务内容").set_value("不读这一列").run()

    press(page, "确认导入")
    assert "框里新填的、新选的还没有用上" in everything(page)
    assert hours(data) == 6.5

    box(page, "整份都一样的社区").set_value("社东社区（演示）").run()
    press(page, "确认导入")
    build = Build(warehouse.build_in_use.current(data))
    assert build.rows("select count(*), count(activity) from volunteer_service where community like '社东%'") == [
        (3, 0)
    ]


def test_what_was_typed_before_the_community_or_the_record_type_is_chosen_is_not_lost(app: Open, data: Path):
    page = drop(app(data, PAGE), ("台账6月.csv", "姓名,服务内容,时长（小时）\n甲演示,保洁,4\n乙演示,保洁,5\n"))
    field(page, "整份都一样的服务日期").set_value("六月一号").run()
    box(page, "是哪一种台账").set_value("volunteer_service").run()
    box(page, "整份都一样的社区").set_value("社东社区（演示）").run()
    assert field(page, "整份都一样的服务日期").value == "六月一号"  # refused, but there to be put right

    field(page, "整份都一样的服务日期").set_value("2024-06-01").run()
    press(page, "确认导入")
    build = Build(warehouse.build_in_use.current(data))
    counted = "select count(*), min(served_on)::varchar from volunteer_service where community like '社东%'"
    assert not page.exception and build.rows(counted) == [(2, "2024-06-01")]


def test_with_a_register_alone_its_communities_are_offered_and_it_is_listed_as_taken(app: Open, tmp_path: Path):
    received(tmp_path / "data", {"名册.csv": REGISTER})
    loaded(tmp_path / "data")
    page = app(tmp_path / "data", PAGE)
    assert page.dataframe[0].value["状态"].tolist() == ["已采用"]

    page = drop(page, ("台账.csv", MORE_HOURS.replace("姓名,日期", "姓名,哪一天做的")))
    assert "凤二村（演示）" in box(page, "整份都一样的社区").options


def test_while_a_register_lies_among_the_files_whose_rows_they_are_is_left_to_the_load(app: Open, tmp_path: Path):
    ledger = ("凤二村志愿服务5月.csv", MORE_HOURS.replace("姓名,日期", "志愿者,活动发生的日子"))
    page = drop(app(tmp_path / "data", PAGE), ("名册.csv", REGISTER), ledger)
    press(page, "照这样再看一遍")
    assert "2份没有疑问" in everything(page)

    box(page, "看其中一份，或改它的对应").set_value("名册.csv").run()
    press(page, "不导入这一份")
    assert "还没有社区名册，不能作准" in everything(page)
