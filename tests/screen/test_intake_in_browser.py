"""数据导入 in a real browser: from the drop to the taking back, on a desk and on a phone."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Page, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from etl.inbox.folder import Inbox
from tests.screen.conftest import _free_port, _served, _when_ready
from tests.screen.test_intake_page import MORE_HOURS
from tests.screen.test_screens import english_left, settle
from tests.support.ledgers import HOURS, REGISTER, lay_sample_ready, loaded, received, share_secret
from tests.support.shared import Shared

NAME = "凤二村志愿服务5月.csv"


@pytest.fixture(scope="module")
def own_data(tmp_path_factory: pytest.TempPathFactory, sample_folder: Path) -> Path:
    """A data folder that this file alone changes."""
    data = tmp_path_factory.mktemp("own") / "data"
    received(data, {"名册.csv": REGISTER, "凤二村志愿服务.csv": HOURS})
    share_secret(data, sample_folder)
    loaded(data)
    return data


@pytest.fixture(scope="module")
def own_address(own_data: Path, shared: Shared, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an app of its own on that folder."""
    log = tmp_path_factory.mktemp("own-app") / "log.txt"
    with ExitStack() as stack:
        with shared.lock("port"):
            port = _free_port()
            server = stack.enter_context(_served(own_data, port, log))
            address = _when_ready(f"http://127.0.0.1:{port}", server, log)
        yield address


@pytest.fixture(params=[(1440, 900), (390, 844)], ids=["desk", "phone"])
def intake(window: Page, own_address: str, request: pytest.FixtureRequest) -> Page:
    """数据导入 in a window of this size."""
    width, height = request.param
    window.set_viewport_size({"width": width, "height": height})
    window.goto(f"{own_address}/intake")
    settle(window)
    return window


on_a_desk = pytest.mark.parametrize("intake", [(1440, 900)], ids=["desk"], indirect=True)


def drop(intake: Page, *names: str) -> None:
    files = [{"name": name, "mimeType": "text/csv", "buffer": MORE_HOURS.encode()} for name in names]
    intake.locator("input[type=file]").first.set_input_files(files)


def choose(intake: Page, label: str, option: str) -> None:
    """Choose from a box as a hand does: where it must be scrolled to, the page comes to rest before it opens, or it closes again."""
    box = intake.get_by_role("combobox", name=label)
    box.scroll_into_view_if_needed()
    intake.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    box.click()
    intake.get_by_role("option", name=option, exact=True).click()


def test_from_the_drop_to_the_taking_back(intake: Page, own_data: Path):
    drop(intake, NAME)
    expect(intake.get_by_text("1份没有疑问")).to_be_visible()
    assert Inbox(own_data).names() == ["凤二村志愿服务.csv", "名册.csv"]

    intake.get_by_role("button", name="先看会改变什么").click()
    expect(intake.get_by_text("凤二村志愿服务时间 6.5 → 21.5小时")).to_be_visible()
    assert english_left(intake) == set()
    assert intake.evaluate("document.documentElement.scrollWidth") <= intake.viewport_size["width"]

    intake.get_by_role("button", name="确认导入1份").click()
    expect(intake.get_by_text("已入库3行")).to_be_visible()
    assert NAME in Inbox(own_data).names()

    choose(intake, "撤回哪一份", NAME)
    expect(intake.get_by_text("会拿走志愿服务3行（凤二村）")).to_be_visible()
    intake.get_by_role("button", name="撤回这一份").click()
    expect(intake.get_by_text("已撤回")).to_be_visible()
    assert Inbox(own_data).names() == ["凤二村志愿服务.csv", "名册.csv"]


def test_a_browser_closed_half_way_leaves_nothing_in_the_inbox(intake: Page, own_data: Path):
    drop(intake, NAME)
    expect(intake.get_by_text("1份没有疑问")).to_be_visible()
    intake.close()

    assert Inbox(own_data).names() == ["凤二村志愿服务.csv", "名册.csv"]


@on_a_desk
def test_the_tab_that_is_open_stays_open_when_files_are_dropped(intake: Page):
    intake.get_by_role("tab", name="空白模板").click()
    drop(intake, NAME)
    expect(intake.get_by_text("1份没有疑问")).to_be_visible()

    expect(intake.get_by_role("tab", name="空白模板")).to_have_attribute("aria-selected", "true")


@on_a_desk
def test_no_hint_of_a_box_or_of_an_uploader_is_left_in_english(intake: Page):
    files = [{"name": "不认识.csv", "mimeType": "text/csv", "buffer": "谁,做了多久\n甲演示,2\n".encode()}]
    intake.locator("input[type=file]").first.set_input_files(files)
    row = intake.get_by_label("表头在第几行")
    row.first.fill("1")  # a box that waits for a key says so beneath
    intake.evaluate("document.querySelector('h1').append('Add: 槐荫社区')")  # as a box offers what is written in it
    assert english_left(intake) == set()
    for tab in ("机构名称", "导入记录", "空白模板"):
        intake.get_by_role("tab", name=tab).click()
        assert english_left(intake) == set(), tab


@on_a_desk
def test_a_header_is_read_aloud_as_the_ledger_writes_it(intake: Page):
    text = MORE_HOURS.replace("时长（小时）", "时长（小时）,2024-05-01 a_b*c").replace("\n甲", ",\n甲")
    files = [{"name": NAME, "mimeType": "text/csv", "buffer": text.encode()}]
    intake.locator("input[type=file]").first.set_input_files(files)

    expect(intake.get_by_role("combobox", name="2024-05-01 a_b*c")).to_be_visible()
    assert intake.locator(r'[aria-label*="\\"]').count() == 0


def test_the_only_file_stands_with_its_remarks_and_first_rows_once_nothing_is_in_doubt(intake: Page):
    header, *rows = MORE_HOURS.splitlines()
    text = "\n".join([f"{header},天气", *(f"{row},晴" for row in rows)])
    files = [{"name": NAME, "mimeType": "text/csv", "buffer": text.encode()}]
    intake.locator("input[type=file]").first.set_input_files(files)

    expect(intake.get_by_text("1份没有疑问，其中1份有提醒")).to_be_visible()
    expect(intake.get_by_text("这些列没有读取：天气")).to_be_visible()
    expect(intake.get_by_text("前几行会这样存下")).to_be_visible()
    assert intake.evaluate("document.documentElement.scrollWidth") <= intake.viewport_size["width"]


@on_a_desk
def test_a_file_above_the_limit_is_refused_in_clear_words_and_the_page_goes_on(intake: Page, tmp_path: Path):
    with (tmp_path / "大台账.csv").open("wb") as file:
        file.truncate(201 * 1024 * 1024)
    intake.locator("input[type=file]").first.set_input_files(tmp_path / "大台账.csv")

    expect(intake.get_by_text("超过 200 MB，没有收下。请拆成几份")).to_be_visible()
    assert english_left(intake) == set()


@on_a_desk
def test_a_folder_is_looked_at_with_its_inner_folders(intake: Page, own_data: Path, tmp_path: Path):
    (tmp_path / "报送" / "五月").mkdir(parents=True)
    (tmp_path / "报送" / "五月" / NAME).write_text(MORE_HOURS, encoding="utf-8")
    (tmp_path / "报送" / "说明.md").write_text("五月的台账", encoding="utf-8")
    intake.get_by_text("整个文件夹").click()
    settle(intake)
    intake.locator("input[type=file][webkitdirectory]").first.set_input_files(tmp_path / "报送")

    expect(intake.get_by_text("1份没有疑问")).to_be_visible()
    expect(intake.get_by_text("报送/说明.md：不是台账")).to_be_visible()
    assert Inbox(own_data).names() == ["凤二村志愿服务.csv", "名册.csv"]


@on_a_desk
def test_the_last_ledger_taken_back_brings_the_sample_back(intake: Page, own_data: Path, sample_folder: Path):
    for name, rest in (("凤二村志愿服务.csv", "其余1份台账不动"), ("名册.csv", "撤回后又显示演示数据")):
        lay_sample_ready(own_data, sample_folder)  # the load after the first taking back sweeps it away
        choose(intake, "撤回哪一份", name)
        expect(intake.get_by_text(rest)).to_be_visible()
        intake.get_by_role("button", name="撤回这一份").click()
        expect(intake.get_by_text(f"已撤回“{name}”")).to_be_visible(timeout=60_000)  # a build of the whole sample

    expect(intake.get_by_text("已没有自己的台账，又显示演示数据。")).to_be_visible()
    expect(intake.get_by_text("现在使用：演示数据")).to_be_visible()
    assert Inbox(own_data).is_demo


@on_a_desk
def test_the_browser_asks_before_a_reload_loses_what_was_dropped(intake: Page):
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    intake.get_by_text("数据导入").first.click()  # a browser asks only for windows that somebody worked in
    drop(intake, NAME)
    expect(intake.get_by_text("确认以前刷新")).to_be_visible()

    intake.once("dialog", stay)
    with pytest.raises(PlaywrightTimeout):
        intake.reload(timeout=2000)
    expect(intake.get_by_role("button", name="确认导入1份")).to_be_visible()

    intake.get_by_role("button", name="全部取消").click()
    expect(intake.get_by_text("确认以前刷新")).to_be_hidden()
    intake.reload()
    assert asked == ["beforeunload"]
