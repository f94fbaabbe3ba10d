"""What a party is, by its name and by the header above it; the keys of organisations in downloads."""

import pytest

from etl import parse

BELOW_ORGANISATIONS = {
    "演示三局": "单位", "演示公益": "单位", "环卫一班": "单位", "快递站": "单位", "演示三局、演示公益": "单位", "演示公司": "单位",
    "王芳": "个人", "欧阳娜娜": "个人", "买买提·阿不都": "个人", "李四夫妇": "个人", "困难群众": "个人", "匿名": "个人", "张三丰老师": "个人",
    "演示公司、王芳": None, "演示三局、王芳": None,
}  # fmt: skip


def test_below_a_header_of_organisations_only_what_looks_like_people_is_people():
    assert {text: parse.nature(text, of_organisations=True) for text in BELOW_ORGANISATIONS} == BELOW_ORGANISATIONS


@pytest.mark.parametrize(
    ("header", "is_of_organisations"),
    [
        ("捐赠单位", True), ("接收单位", True), ("领取单位", True), ("捐赠单位名称", True), ("爱心企业", True), ("领用部门", True),
        ("捐赠单位及个人", False), ("捐赠人（单位）", False), ("捐赠(单位/姓名)", False), ("爱心企业(个人)", False), ("捐赠人", False), ("姓名", False),
    ],
)  # fmt: skip
def test_a_header_says_that_its_cells_are_organisations_unless_it_names_people_too(header, is_of_organisations):
    assert parse.heads_organisations(header) == is_of_organisations


def test_the_key_of_an_organisation_stays_one_and_says_so():
    key = "0a" * 12
    assert parse.party(f"{key}{parse.AS_ORGANISATION}") == f"{key}(单位)"
    assert (parse.bare_key(f"{key}(单位)"), parse.bare_key(key), parse.bare_key("张三")) == (key, key, None)
    assert (parse.nature(f"{key}(单位)"), parse.nature(key)) == ("单位", "个人")
