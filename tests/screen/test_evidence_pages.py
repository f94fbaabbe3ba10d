"""What an evaluator does on the pages of an application: scores, keeps figures, compares."""

import shutil
from pathlib import Path

import pytest

from evidence.scoring.rubric import rubrics
from tests.screen.conftest import Open
from ui.evidence import kept

FENG_ER = {"community": ["凤二村（演示）"], "period": "全部时期"}


@pytest.fixture
def own_copy(sample_folder: Path, tmp_path: Path) -> Path:
    """A copy of the sample's builds, so that what a test keeps stays with it."""
    shutil.copytree(sample_folder / "builds", tmp_path / "builds")
    return tmp_path


def test_points_rise_when_the_plan_is_filled_in(app: Open, sample_folder: Path):
    tester = app(sample_folder, "evidence/score.py", **FENG_ER)
    before = _points(tester)
    tester.number_input(key="project_completion-service_volume").set_value(1000).run()

    assert _points(tester) == before + 3
    assert any('<td class="number">3</td>' in html.proto.body for html in tester.get("html"))  # and so in the file


def _points(tester) -> float:
    (card,) = [html.proto.body for html in tester.get("html") if "现在的得分" in html.proto.body]
    return float(card.split('<p class="value">')[1].split("<small>")[0])


@pytest.mark.parametrize("rubric", sorted(rubrics()))
def test_every_table_of_points_opens(app: Open, sample_folder: Path, rubric: str):
    tester = app(sample_folder, "evidence/score.py", **FENG_ER)
    tester.selectbox(key="rubric").set_value(rubric).run()

    assert not tester.exception
    assert not [box.value for box in tester.error]


def test_a_document_at_hand_is_no_longer_missing(app: Open, sample_folder: Path):
    tester = app(sample_folder, "evidence/score.py", **FENG_ER)
    tester.selectbox(key="rubric").set_value("eligibility_gates").run()
    tester.multiselect(key="documents-eligibility_gates").set_value(["志愿者花名册"]).run()

    (missing,) = [text.value for text in tester.markdown if "还缺的材料" in text.value]
    assert "志愿者花名册" not in missing and "活动签到表" in missing


def test_a_figure_kept_is_the_same_when_asked_again_at_once(app: Open, own_copy: Path):
    tester = app(own_copy, "evidence/kept.py", **FENG_ER)
    tester.text_input(key="kept-note").set_value("申报书第3页")
    tester.button[0].click().run()

    assert not tester.exception
    assert any("志愿服务时间与当时一致" in text.value for text in tester.markdown)
    assert any("申报书第3页" in text.value for text in tester.markdown)


def test_one_reader_keeps_so_many_figures_and_no_more(app: Open, own_copy: Path):
    tester = app(own_copy, "evidence/kept.py", **FENG_ER)
    tester.session_state[kept.ARCHIVED] = kept.MOST_A_READER - 1
    for _ in range(2):
        tester.button[0].click().run()
        words = [*(box.value for box in tester.success), *(box.value for box in tester.warning)]

    assert words == ["这一次已经存下50个数，没有再存。请先核对已存的，不要的请管理员删去。"]
    assert len(list((own_copy / "kept").iterdir())) == 1


def test_a_figure_of_too_few_people_cannot_be_kept(app: Open, own_copy: Path):
    tester = app(
        own_copy,
        "evidence/kept.py",
        community=["凤二村（演示）"],
        period="自选起止",
        days=["2021-03-01", "2021-03-07"],
    )
    tester.selectbox(key="kept-indicator").set_value("cases_opened")
    tester.button[0].click().run()

    sentence = [text.value for text in (*tester.warning, *tester.success)]
    assert (own_copy / "kept").exists() == any("已存下" in text for text in sentence)
    assert sentence and not any("1例" in text or "2例" in text for text in sentence)


def test_surveys_before_and_after_say_whether_the_rise_is_more_than_chance(app: Open, sample_folder: Path):
    tester = app(sample_folder, "evidence/comparison.py", period="全部时期", grain="季")
    tester.selectbox(key="survey-community").set_value("社东社区（演示）").run()
    assert any("不作前后对比" in info.value for info in tester.info)  # 44 of 47 are satisfied: three are not

    tester.selectbox(key="wave-after").set_value(15).run()  # 2024年第4季度, 39 of 44
    assert any("总体满意率提高" in text.value and "95%区间" in text.value for text in tester.markdown)


def test_a_window_too_short_for_every_test_says_so_above_the_table(app: Open, sample_folder: Path):
    tester = app(sample_folder, "evidence/comparison.py", community=["凤二村（演示）"], period="本年")
    assert any("这段时间太短，一项也不能检验" in info.value for info in tester.info)


def test_a_change_of_the_way_of_asking_is_warned_of(app: Open, sample_folder: Path):
    tester = app(sample_folder, "evidence/comparison.py", period="全部时期", grain="季")
    tester.selectbox(key="survey-community").set_value("费家营社区（演示）").run()

    assert any("调查方式变了" in warning.value for warning in tester.warning)


def test_footnotes_of_all_together_name_the_months_that_a_community_lacks_be_its_number_hidden_or_not(
    app: Open, sample_folder: Path
):
    tester = app(sample_folder, "evidence/sentences.py", period="自选起止", days=["2023-02-15", "2024-05-20"])

    activities, attendances, *_ = tester.code[1].value.splitlines()

    lacking = "报送94/96社区月。未报送、没有计入的：天庆新城社区2023年2月、2023年3月。"
    assert activities.endswith(lacking)
    assert attendances.endswith(lacking)
