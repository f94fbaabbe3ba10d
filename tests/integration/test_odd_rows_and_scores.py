"""Rows that tell of what was taken back or of several people, scores upside down and hours as parts of a day are asked about."""

from dataclasses import replace
from pathlib import Path

import pytest

from etl.inbox.settings import Settings
from tests.support.doubtful import cleaned

COMMUNITY = {"社区": "凤二村"}
RATINGS = "调查日期,题目,得分（5分制）\n2024-03-01,环境,1\n2024-03-01,治安,2\n"


@pytest.mark.parametrize(
    ("words", "loaded"),
    [
        ("1分最满意，5分最不满意", 0),
        ("1=非常满意 5=非常不满意", 0),
        ("分数越低越满意", 0),
        ("5分非常满意、1分非常不满意", 2),
        ("共收回11分最满意", 2),
    ],
)
def test_scores_of_which_the_lowest_is_the_best_are_asked_about(tmp_path: Path, words: str, loaded: int):
    settings = Settings("satisfaction", COMMUNITY)

    for text in (f"满意度调查（{words}）,,\n{RATINGS}", f"{RATINGS}注：{words},,\n"):
        assert cleaned(tmp_path, text, settings)[0] == loaded, words
        assert cleaned(tmp_path, text, replace(settings, constants={**COMMUNITY, "已核对": "是"}))[0] == 2


def test_hours_as_parts_of_a_day_are_asked_about(tmp_path: Path):
    text = "日期,姓名,服务时长\n2024-03-01,演示甲,{}\n2024-03-02,演示乙,{}\n"
    settings = Settings("volunteer_service", COMMUNITY)

    loaded, reason = cleaned(tmp_path, text.format("0.0625", "0.083333"), settings)
    assert (loaded, "请乘以24" in reason) == (0, True), reason
    for hours in (("0.25", "0.5"), ("1.333", "2"), ("0.333", "1")):
        assert cleaned(tmp_path, text.format(*hours), settings)[0] == 2, hours
    assert (
        "按“千小时”计"
        in cleaned(
            tmp_path,
            text.replace("服务时长", "时长（千小时）").format(1, 2),
            replace(settings, columns={"时长（千小时）": "服务时长"}),
        )[1]
    )


def test_several_people_in_a_cell_are_no_volunteer(tmp_path: Path):
    rows = ["演示甲", "演示乙等5人", "演示丙等", "3人", "12名志愿者", "全体党员", "一名党员", "演示丁"]
    text = "日期,姓名,服务时长\n" + "".join(f"2024-03-0{n},{name},2\n" for n, name in enumerate(rows, 1))

    assert cleaned(tmp_path, text, Settings("volunteer_service", COMMUNITY))[0] == 3


@pytest.mark.parametrize(("remark", "loaded"), [("退款", 2), ("已退回", 2), ("退", 2), ("认捐", 1), ("退休职工", 3)])
def test_what_a_remark_says_was_given_back_or_only_pledged_is_no_gift(tmp_path: Path, remark: str, loaded: int):
    text = (
        "捐赠日期,捐赠人,捐赠金额,备注\n2024-03-01,演示甲,100,\n"
        f"2024-03-02,演示乙,200,{remark}\n2024-03-03,演示乙,-200,{remark}\n"
    )

    assert cleaned(tmp_path, text, Settings("donation", COMMUNITY))[0] == loaded


def test_a_list_of_gifts_given_back_is_asked_about(tmp_path: Path):
    text = "2024年{}明细,,\n捐赠日期,捐赠人,捐赠金额\n2024-03-01,演示甲,100\n"
    settings = Settings("donation", COMMUNITY)

    for title, loaded in (("退捐", 0), ("退款", 0), ("捐赠及退款", 1), ("捐赠", 1)):
        assert cleaned(tmp_path, text.format(title), settings)[0] == loaded, title


@pytest.mark.parametrize(("header", "mark"), [("签到", "×"), ("签收", "否"), ("出勤情况", "未")])
def test_a_mark_that_nobody_came_is_no_appearance(tmp_path: Path, header: str, mark: str):
    text = f"日期,活动名称,姓名,{header}\n2024-03-01,讲座,演示甲,√\n2024-03-01,讲座,演示乙,{mark}\n"

    assert cleaned(tmp_path, text, Settings("attendance", COMMUNITY))[0] == 1


def test_ratings_beyond_the_usual_scale_are_asked_about_together(tmp_path: Path):
    text = "点单时间,接单时间,点单人,服务类别,评分\n" + "".join(
        f"2024-03-0{n},2024-03-0{n},演示甲,助餐,{rating}\n" for n, rating in enumerate((9, 10, 5, 8, 4), 1)
    )
    settings = Settings("service_order", COMMUNITY)

    loaded, reason = cleaned(tmp_path, text, settings)
    assert (loaded, "像另一种分制" in reason) == (0, True), reason
    assert cleaned(tmp_path, text.replace("评分", "评分（10分制）"), settings)[0] == 5
    assert cleaned(tmp_path, text.replace(",9", ",4").replace(",8", ",3"), settings)[0] == 4  # 10 is a slip of the pen


def test_money_written_as_a_quantity_of_goods_is_asked_about(tmp_path: Path):
    settings = Settings("donation", COMMUNITY)
    by_unit = "捐赠日期,捐赠人,数量,单位\n2024-03-01,演示甲,100,元\n2024-03-02,演示乙,3,箱\n"
    by_name = "捐赠日期,捐赠人,物资名称,数量,金额\n2024-03-01,演示甲,现金,100,{}\n2024-03-02,演示乙,大米,3,\n"

    assert cleaned(tmp_path, by_unit, settings)[0] == 1
    assert cleaned(tmp_path, by_name.format(""), settings)[0] == 1
    assert cleaned(tmp_path, by_name.format("100"), settings)[0] == 2


@pytest.mark.parametrize("label", ["共2笔", "总额", "捐款总额", "汇总", "共 2 笔"])
def test_sums_under_other_words_are_no_gifts(tmp_path: Path, label: str):
    text = f"捐赠日期,捐赠人,捐赠金额\n2024-03-01,演示甲,100\n2024-03-02,演示乙,200\n2024-03-31,{label},300\n"

    assert cleaned(tmp_path, text, Settings("donation", COMMUNITY))[0] == 2


def test_an_activity_that_its_title_calls_off_did_not_take_place(tmp_path: Path):
    titles = ["讲座（取消）", "义诊【因雨延期】", "走访(已取消)", "取消农业税座谈会", "讲座（第二场）"]
    text = "日期,活动名称,参与人次\n" + "".join(f"2024-03-0{n},{title},20\n" for n, title in enumerate(titles, 1))

    assert cleaned(tmp_path, text, Settings("activity", COMMUNITY))[0] == 2


@pytest.mark.parametrize(
    "title",
    [
        "取消-露营",
        "（取消）露营",
        "露营（已取消）",
        "（延期）露营",
        "【已推迟】露营",
        "露营-取消",
        "露营——已延期",
        "取消：露营",
        "露营已取消",
        "因雨取消—露营",
        "露营（停办）第二场",
    ],
)
def test_a_title_calls_off_wherever_it_says_so(tmp_path: Path, title: str):
    text = f"日期,活动名称,参与人次\n2024-03-01,{title},0\n2024-03-05,义诊,20\n"

    assert cleaned(tmp_path, text, Settings("activity", COMMUNITY))[0] == 1
    assert cleaned(tmp_path, text, Settings("activity", {**COMMUNITY, "已核对": "是"}))[0] == 2


def test_a_title_about_something_called_off_is_none(tmp_path: Path):
    titles = [
        "取消农业税座谈会",
        "延期退休政策宣讲",
        "取消门票游园会",
        "推迟退休-政策讲座",
        "推迟法定退休年龄（第一讲）",
        "防诈：航班取消短信",
    ]
    text = "日期,活动名称,参与人次\n" + "".join(f"2024-03-0{n},{title},20\n" for n, title in enumerate(titles, 1))

    assert cleaned(tmp_path, text, Settings("activity", COMMUNITY))[0] == len(titles)


def test_who_was_given_nothing_is_nobody_helped(tmp_path: Path):
    text = "姓名,应发,实发,物资,发放时间\n张三元,2,2,大米,2025-01-10\n李四海,2,1,大米,2025-01-10\n王五福,2,0,大米,2025-01-10\n合计,6,3,,\n"

    count, _ = cleaned(tmp_path, text, Settings("distribution", COMMUNITY))
    assert count == 2


def test_an_activity_that_stands_for_several_or_counts_households_is_asked_about(tmp_path: Path):
    text = "日期,活动名称,{},参与人次\n2024-03-01,讲座,{},60\n2024-03-05,义诊,1,20\n"
    settings = Settings("activity", COMMUNITY)

    assert cleaned(tmp_path, text.format("场数", 3), settings)[0] == 0
    assert cleaned(tmp_path, text.format("场数", 1), settings)[0] == 2
    assert cleaned(tmp_path, text.format("地点", 3), settings)[0] == 2
    assert cleaned(tmp_path, text.replace("参与人次", "参与人数（户）").format("地点", 3), settings)[0] == 0
