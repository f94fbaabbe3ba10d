"""The pages that hand figures out: the pack made, downloaded and checked in the browser, figures copied as sentences."""

import io
from pathlib import Path
from zipfile import ZipFile

from playwright.sync_api import Page, expect
from streamlit.testing.v1 import AppTest

from tests.screen.conftest import Open

PACK, SENTENCES = "evidence/pack.py", "evidence/sentences.py"
HOURS = "志愿服务·志愿服务时间"  # a link names a figure as the list does
FENGER = {"community": ["凤二村（演示）"], "period": "自选起止", "days": ["2021-01-01", "2023-08-31"]}
LINK = "community=凤二村（演示）&period=自选起止&days=2021-01-01&days=2023-08-31"


def text(tester: AppTest) -> str:
    return "\n".join(element.value.replace("\\", "") for element in tester.markdown)


def test_the_pack_is_seen_before_it_is_made(app: Open, sample_folder: Path) -> None:
    tester = app(sample_folder, PACK, **FENGER)
    assert "开展志愿服务4532小时" in text(tester)
    assert "【请申报单位填写】" in text(tester)


def test_chosen_figures_narrow_the_pack(app: Open, sample_folder: Path) -> None:
    tester = app(sample_folder, PACK, figure=[HOURS], **FENGER)
    assert tester.caption[0].value.startswith("1节，1张图，")


def test_a_pack_is_made_and_can_be_downloaded(app: Open, sample_folder: Path) -> None:
    tester = app(sample_folder, PACK, figure=[HOURS], **FENGER)
    (button,) = [button for button in tester.button if button.label == "生成材料包"]
    button.click().run()
    assert not tester.exception
    assert [one.proto.label[:5] for one in tester.get("download_button")] == ["下载材料包"]


def test_a_photo_is_tied_to_a_figure(app: Open, sample_folder: Path) -> None:
    tester = app(sample_folder, PACK, figure=[HOURS], **FENGER)
    tester.get("file_uploader")[0].upload("合影.jpg", b"picture", "image/jpeg").run()
    (proves,) = [box for box in tester.selectbox if box.label == "佐证的指标"]
    assert proves.options == ["整个项目", "志愿服务时间"]
    assert "附件1份" in tester.caption[0].value


def test_a_file_that_is_no_pack_is_told_so(app: Open, sample_folder: Path) -> None:
    tester = app(sample_folder, PACK)
    tester.get("file_uploader")[1].upload("别的.zip", b"no zip", "application/zip").run()
    assert "“别的.zip”不是完好的zip文件" in tester.error[0].value


def test_figures_become_sentences_exactly_or_roundly(app: Open, sample_folder: Path) -> None:
    tester = app(sample_folder, SENTENCES, said=[HOURS], **FENGER)
    assert tester.code[0].value == "2021年1月至2023年8月，凤二村开展志愿服务4532小时[1]。"
    round_off = app(sample_folder, SENTENCES, said=[HOURS], way="约数（余、万余）", **FENGER)
    assert round_off.code[0].value == "2021年1月至2023年8月，凤二村开展志愿服务4500余小时[1]。"


def test_each_community_gets_its_own_sentence(app: Open, sample_folder: Path) -> None:
    tester = app(sample_folder, SENTENCES, said=["参与·活动场次"], scope="每个社区")
    assert len({code.value.partition("，")[2][:3] for code in tester.code[2:]}) == 6


def test_without_a_figure_the_page_says_what_to_do(app: Open, sample_folder: Path) -> None:
    tester = app(sample_folder, SENTENCES)
    tester.multiselect(key="said").set_value([]).run()
    assert "还没有选指标" in tester.info[0].value


def test_the_downloaded_pack_is_whole_and_verified(screen: Page, address: str, tmp_path: Path) -> None:
    screen.goto(f"{address}/pack?{LINK}&figure={HOURS}")
    screen.get_by_role("button", name="生成材料包").click()
    with screen.expect_download() as download:
        screen.get_by_role("button", name="下载材料包").click()
    download.value.save_as(tmp_path / "包.zip")
    assert "佐证材料.docx" in ZipFile(io.BytesIO((tmp_path / "包.zip").read_bytes())).namelist()
    screen.get_by_role("tab", name="校验").click()
    screen.locator("input[type=file]").nth(1).set_input_files(tmp_path / "包.zip")
    expect(screen.get_by_text("没有发现不同")).to_be_visible()
