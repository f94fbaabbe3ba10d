"""Names and numbers of people inside any text, by kind: what is masked, and what only looks like them."""

import pytest

from etl import parse
from etl.declarations import record_types
from etl.recognition.stated_people import personal_texts

NAMES = {
    "半天（涂桂莲）": "半天（涂某某）",
    "牟春燕复核": "牟某某复核",
    "经办佟国平": "经办佟某某",
    "岳小军": "岳某某",
    "租客庞三妹": "租客庞某某",
    "党爱莲超市": "党某某超市",
    "王六餐厅": "王某某餐厅",
    "滕秀兰帮帮团": "滕某某帮帮团",
    "邸桂芬队": "邸某某队",
    "为翟小龙看病": "为翟某某看病",
    "独居老人缑玉珍": "独居老人缑某某",
    "低保户仝娟": "低保户仝某某",
    "看望阚秀芳": "看望阚某某",
    "凤二村善款-车玉莲": "凤二村善款-车某某",
    "殷馥郁": "殷某某",
    "志愿者 钮三": "志愿者 钮某某",
    "陪彭建国去医院": "陪彭某某去医院",
    "护送冯子涵回学校": "护送冯某某回学校",
    "送何桂兰到敬老院": "送何某某到敬老院",
    "王桂芳老人入住养老院": "王某某老人入住养老院",
    "李秀英投诉物业公司": "李某某投诉物业公司",
    "周玉珍家属感谢居委会": "周某某家属感谢居委会",
    "楼组长麦志鹏通知": "楼组长麦某某通知",
    "收：牛春兰": "收：牛某某",
    "独居老人关淑仪理发": "独居老人关某某理发",
    "代购(于小慧)": "代购(于某某)",
    "彭建国下午去医院": "彭某某下午去医院",
    "李秀英、王丽娟，社工站": "李某某、王某某，社工站",
}
NO_NAMES = [
    "反诈宣传", "社工 宣传", "13812345678支付宝"[11:], "讲师 国际", "负责人：国际部", "蒲地蓝口服液", "王府井", "方正小标宋", "越高越好", "元宇宙",
    "老人都健康", "学生安全", "金海洋幼儿园", "白玉兰合唱队", "余晖队", "方达律师事务所", "伏龙坪", "孔家崖", "康桥", "关工委", "司法所", "麦当劳", "志愿者向日葵", "独居老人关怀行动", "于是", "向阳花",
    "李小明社区", "江埔禾荷农业合作社", "高新区回民小学", "周小川文化传播公司", "送温暖到养老院", "帮高新社区居委会", "高家坝社会组织服务中心",
]  # fmt: skip
NUMBERS = {
    "137(4821)0563": "137****0563",
    "188，4821，0564": "188****0564",
    "151*4821*0565": "151****0565",
    "l58O4821O56": "******",
    "I36 4821 0567": "******",
    "北字第20931847号": "北字第******号",
    "身份证后六位 280419": "身份证后六位 ****",
    "手机尾号7719": "手机尾号****",
    "28041X（身份证后六位）": "****（身份证后六位）",
    "QQ 5817 3320": "QQ ****",
    "家住17-3-502": "家住***",
    "17-3-502的住户": "***的住户",
    "(0931)4821-0563": "(0931)****",
    "甘A-48K21": "甘A****",
    "甘 A 48K21": "甘 A****",
    "微信号是 tu_guilian": "微信号是 ****",
    "wechat=tu_guilian": "wechat=****",
    "住三单元402": "住***",
}
OTHER_NUMBERS = [
    "150*2000*1800mm", "记字第000318号", "微信 2024-03-05 推送", "17-3-502", "HD-17-3-502", "慰问家庭3-5-2024", "2024-2-30", "前3位", "三单元2024年", "甘 A 2024", "0931-2024-3-5", "21-19-103",
]  # fmt: skip


@pytest.mark.parametrize(("text", "masked"), (NAMES | NUMBERS).items())
def test_what_tells_of_a_person_is_masked(text: str, masked: str):
    assert parse.without_personal_data(text) == masked


@pytest.mark.parametrize("text", [*NO_NAMES, *OTHER_NUMBERS])
def test_what_only_looks_like_it_stays(text: str):
    assert parse.without_personal_data(text) == text


def test_a_code_is_a_dwelling_where_a_text_says_where_something_took_place():
    assert parse.address_without_personal_data("17-3-502") == "***"
    assert parse.address_without_personal_data("2024-2-30") == "2024-2-30"


def test_what_is_stated_for_a_ledger_names_nobody_but_in_a_column_of_people():
    records = [record_types()["volunteer_service"]]
    constants = {"志愿者": "岳小军", "服务队": "邸桂芬队", "社区": "王家坪", "年份": "2025"}
    only = {"谁": "滕秀兰", "类别": "义诊"}
    sentences = list(personal_texts(records, constants, only))

    assert [sentence.partition("像是")[0] for sentence in sentences] == ["服务队=“邸某某队”", "谁=“滕某某”"]
    assert list(personal_texts(records, {**constants, "不是姓名": "邸桂芬"}, {})) == []
