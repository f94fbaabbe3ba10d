"""口径核对 on screen: a draft pasted, its claims marked, one of them bound otherwise, the files downloaded."""

from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest
from playwright.sync_api import Page
from streamlit.testing.v1 import AppTest

from tests.screen.conftest import Open
from tests.screen.test_pages import texts

PAGE = "evidence/claims.py"
TEXT = "截至2023年8月31日，凤二村志愿者百余人，服务总时数达5000小时。举办小板凳学堂12节。"


@pytest.fixture
def page(app: Open, sample_folder: Path) -> AppTest:
    return app(sample_folder, PAGE)


def pasted(page: AppTest, text: str) -> AppTest:
    return page.text_area(key="claims-text").set_value(text).run()


def test_an_empty_page_says_what_to_do(page: AppTest):
    assert "粘贴文字或上传文件" in texts(page)


def test_a_pasted_text_shows_its_claims_with_verdict_reason_and_figure(page: AppTest):
    words = texts(pasted(page, TEXT))

    assert "找到3处" in words
    assert "<sup" in words and "2 偏高" in words
    assert "4,532小时" in words
    assert "没有写明是哪个时期" in words or "无记录" in words
    assert "按写作日期2026年10月31日核对" in words


def test_the_day_on_which_a_text_was_published_is_offered_and_taken(page: AppTest):
    offered = pasted(page, "发布时间:2023-09-08 10:06\n截至目前，凤二村已召开议事会40多场次。")
    assert "文中写的发布日期是2023年9月8日" in texts(offered)

    taken = next(button for button in offered.button if "2023年9月8日" in button.label).click().run()
    assert taken.date_input(key="claims-as-of").value == date(2023, 9, 8)
    assert "文中写的发布日期" not in texts(taken)
    assert "按写作日期2023年9月8日核对" in texts(taken)


def test_a_number_that_is_no_claim_is_marked_and_listed_with_the_reason(page: AppTest):
    done = pasted(page, "每场活动不超过30人，计划培训8场。")

    assert [expander.label for expander in done.expander] == ["没有核对的数字（2个）"]
    assert '<span class="unread" title="没有核对：是规定的上限' in texts(done)
    assert "每场活动<b>不超过30人</b>" in texts(done)


def test_a_day_of_writing_before_what_the_text_tells_of_is_doubted(page: AppTest):
    later = (
        pasted(page, "2025年，社东社区开展活动264场。").date_input(key="claims-as-of").set_value(date(2023, 9, 8)).run()
    )
    assert [warning.value for warning in later.warning] == [
        "文中有1处说的是写作日期（2023年9月8日）之后的时期，没有核对。请看写作日期填得对不对。"
    ]


def test_the_demonstration_has_right_wrong_and_unclear_claims(page: AppTest):
    page.get("button")[1].click().run()

    assert not page.exception
    for verdict in ("相符", "偏高", "口径未明", "无记录", "自相矛盾"):
        assert f">{verdict} <b>" in texts(page)


def test_what_a_text_says_is_shown_and_never_run(page: AppTest):
    words = texts(pasted(page, "<script>alert(1)</script>2025年凤二村志愿者300人，[点](javascript:1)。"))

    assert "<script>" not in words
    assert "&lt;script&gt;" in words


@pytest.mark.parametrize(
    ("text", "message"), [("一段没有数的话。", "没有找到"), ("开展活动40余场。" * 20_000, "请分几次核对")]
)
def test_a_text_that_cannot_be_checked_is_told_in_a_sentence(page: AppTest, text: str, message: str):
    done = pasted(page, text)

    assert not done.exception
    assert message in "".join(str(element.value) for element in [*done.info, *done.error])
    assert done.text_area(key="claims-text").value == text


def test_a_claim_is_bound_otherwise_and_back_again(page: AppTest):
    done = pasted(page, "截至2023年8月31日，凤二村开展小板凳学堂43场。")
    start = done.session_state["claims-text"].index("43")
    assert ">无记录 <b>1" in texts(done)

    done.selectbox(key=f"rebind-indicator-{start}").set_value("deliberation_meetings")
    done.get("button")[2].click().run()
    assert ">相符 <b>1" in texts(done)
    assert done.dataframe[0].value["来源文件"].str.contains("凤二村").all()

    done.get("button")[3].click().run()
    assert ">无记录 <b>1" in texts(done)


def test_a_window_is_chosen_where_the_text_names_none(page: AppTest):
    done = pasted(page, "凤二村开展协商议事43场。")
    start = done.session_state["claims-text"].index("43")
    assert ">口径未明 <b>1" in texts(done)

    done.radio(key=f"rebind-how-{start}").set_value("截至某日")
    done.date_input(key=f"rebind-days-{start}").set_value((date(2021, 1, 1), date(2023, 8, 31)))
    done.get("button")[2].click().run()
    assert ">相符 <b>1" in texts(done)


def test_the_window_is_said_once_for_all_claims_without_one(page: AppTest):
    done = pasted(page, "凤二村议事会开了43场，志愿服务4532小时。")
    assert ">口径未明 <b>2" in texts(done)

    done.date_input(key="claims-as-of").set_value(date(2023, 8, 31)).run()
    done.selectbox(key="claims-span").set_value("从头累计到写作日期").run()
    assert ">相符 <b>2" in texts(done)


def test_the_community_chosen_on_another_page_is_taken_along(app: Open, sample_folder: Path):
    tester = app(sample_folder, "outcomes/overview.py", community=["凤二村（演示）"])
    tester.switch_page("../../pages/evidence/claims.py").run()

    assert tester.selectbox(key="claims-community").value == "凤二村（演示）"


def test_only_the_verdicts_asked_for_are_listed(page: AppTest):
    done = pasted(page, TEXT)
    done.get("button_group")[0].set_value(["偏高"]).run()

    table = next(html for html in done.get("html") if "<thead>" in html.proto.body).proto.body
    assert table.count("<tr id=") == 1


def test_in_a_browser_the_draft_is_marked_and_carried_away(screen: Page, address: str, tmp_path: Path):
    screen.goto(f"{address}/claims")
    screen.get_by_role("button", name="用演示文字试一试").click()
    screen.locator("mark.claim").first.wait_for()
    assert screen.locator("mark.claim.over sup").first.inner_text().endswith("偏高")

    for label, path in (("Word（带批注）", tmp_path / "口径核对.docx"), ("Excel", tmp_path / "口径核对.xlsx")):
        with screen.expect_download() as download:
            screen.get_by_role("button", name=label).click()
        assert download.value.suggested_filename == path.name
        download.value.save_as(path)

    marked = screen.locator("mark.claim").count()
    assert len(list(docx.Document(str(tmp_path / "口径核对.docx")).comments)) == marked
    assert openpyxl.load_workbook(tmp_path / "口径核对.xlsx")["核对结果"].max_row == marked + 1
