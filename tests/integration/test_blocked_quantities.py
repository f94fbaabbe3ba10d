"""A number of people that stands below a word for others is asked about where it is the only one of a table."""

from pathlib import Path

from etl.inbox.settings import Settings
from etl.recognition.meanings import LEFT_OUT
from tests.support.cleaned_files import all_that_is_said, clean_text

ALONE = "活动日期,活动名称,志愿者活动情况,\n,,参与人数,地点\n2025-03-05,义剪,35,广场\n2025-03-12,义诊,20,广场\n"
BESIDE = "活动日期,活动名称,志愿者,,到场情况,\n,,参与人数,分工,人数,地点\n2025-03-05,义剪,5,理发,60,广场\n2025-03-12,义诊,4,量血压,41,广场\n"
PATH = "志愿者活动情况/参与人数"
STATED = {"社区": "凤二村"}


def test_the_only_number_of_people_is_asked_about(tmp_path: Path):
    assert f"--map {PATH}=参与人次" in all_that_is_said(clean_text(tmp_path, ALONE, Settings("activity", STATED)))
    for meaning, counts in (("参与人次", [35, 20]), (LEFT_OUT, [None, None])):
        named = clean_text(tmp_path, ALONE, Settings("activity", STATED, {PATH: meaning}))
        (table,) = named.tables["activity"]
        assert table.column("headcount").to_pylist() == counts


def test_nothing_is_asked_beside_those_who_came(tmp_path: Path):
    (table,) = clean_text(tmp_path, BESIDE, Settings("activity", STATED)).tables["activity"]
    assert table.column("headcount").to_pylist() == [60, 41]
