"""Tables near to a type only by words of every ledger, with several kinds of rows, or with two headers for one column."""

from pathlib import Path

from etl.inbox.settings import Settings
from etl.parse import file_name_without_personal_data, without_personal_data
from tests.support.cleaned_files import clean_text
from tests.support.doubtful import cleaned

HELD = {"社区": "社东社区"}
REGISTER = (
    "综合登记本,,,,\n日期,类型,姓名,内容,数量\n2025-03-01,捐款,王总,现金,500\n2025-03-01,志愿服务,小张,巡逻,2\n"
    "2025-03-02,物资发放,陈婆,大米,1\n2025-03-03,走访,刘爹,入户,1\n"
)


def said(tmp_path: Path, text: str, settings: Settings | None = None) -> str:
    return cleaned(tmp_path, text, settings or Settings(constants=HELD))[1]


def test_a_register_of_several_kinds_is_read_one_kind_after_the_other(tmp_path: Path):
    columns = {"数量": "金额"}
    gifts = Settings("donation", HELD, columns, only={"类型": "捐款"})

    assert "--record 捐赠 --only 类型=捐款；--record 志愿服务 --only 类型=志愿服务" in said(tmp_path, REGISTER)
    assert "像几种台账记在一张表里" in said(tmp_path, REGISTER, Settings("donation", HELD, columns))
    assert cleaned(tmp_path, REGISTER, gifts) == (1, "")


def test_kinds_of_one_type_are_no_mixed_register(tmp_path: Path):
    text = "日期,类型,姓名,捐款金额\n2025-03-01,企业捐款,王总,500\n2025-03-01,志愿服务捐款,张建国,20\n"

    assert cleaned(tmp_path, text, Settings(constants=HELD)) == (2, "")


def test_a_day_and_a_name_are_no_wish(tmp_path: Path):
    assert "微心愿" not in said(tmp_path, "日期,姓名,内容\n2025-03-01,张建国,巡逻\n2025-03-02,李秀英,做饭\n")


def test_two_headers_of_one_amount_are_both_named(tmp_path: Path):
    text = "捐赠企业,金额（元）,金额（万元）,到账日期\n葛洲坝集团,500000,50,2024-07-01\n武钢,200000,20,2024-07-02\n"

    assert "“金额（元）”“金额（万元）”都像金额，分不清要哪一列：请写明其中一个，如 --map 金额（元）=金额。" in said(
        tmp_path, text
    )
    told = Settings(constants=HELD, columns={"金额（元）": "金额"})
    assert cleaned(tmp_path, text, told) == (2, "")


def test_ratings_of_services_are_near_to_satisfaction(tmp_path: Path):
    sentence = said(tmp_path, "志愿者姓名,评分,评语,评价日期\n梁山,5,好,2025-07-01\n祝英,4,好,2025-07-01\n")

    assert "四单服务" not in sentence


def test_words_that_look_like_names_are_shown_as_they_are():
    for text in ("楼栋、维修项目", "舒驰牌消毒液", "人民路小学", "志愿服务时长（万小时）"):
        assert without_personal_data(text) == text
    assert file_name_without_personal_data("云闪付用户2月7日") == "云闪付用户2月7日"


def test_a_type_named_around_a_table_goes_before_others_that_lack_nothing(tmp_path: Path):
    hours = "志愿服务登记,,,\n登记日期,姓名,服务时长（小时）,服务内容\n2025-03-01,演示甲,2,巡逻\n"
    sentence = said(tmp_path, hours)

    assert sentence.startswith("表头像“志愿服务”") and "缺少服务日期" in sentence


def test_what_people_signed_in_with_on_a_survey_platform_is_not_asked_for_a_score(tmp_path: Path):
    text = (
        "序号,提交答卷时间,所用时间,来源,1、您的姓名,2、手机号码,3、您的身份\n"
        "1,2025/6/1 9:01:12,15秒,微信,张演,13800000001,居民\n2,2025/6/1 9:02:30,20秒,微信,李演,13800000002,党员\n"
    )
    ledger = clean_text(tmp_path, text, Settings(constants=HELD), "按序号_亲子签到_8_8.csv")
    (sheet,) = ledger.sheets
    assert "没有一列像评分" in (sheet.error or "")
    assert "是“活动签到”的写 --record 活动签到" in (sheet.error or "")
    opinion = text.replace("3、您的身份", "3、食堂好不好").replace("居民", "好").replace("党员", "满意")
    assert "缺少得分" in said(tmp_path, opinion)
