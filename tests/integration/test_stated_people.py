"""What a clerk states of a ledger is kept without people, and the files that may hold names are their owner's alone."""

import os
import re
from pathlib import Path

import pytest

from etl.inbox.settings import Settings
from tests.support.ledgers import command, loaded, received

LEDGER = "活动名称,日期,社区,参与人次,谁,主办单位\n义诊,2024-03-05,凤二村,5,滕秀兰,邸桂芬队\n"


def test_a_name_stated_for_all_rows_is_refused_and_not_repeated(tmp_path: Path):
    (tmp_path / "凤二村活动.csv").write_text(LEDGER, encoding="utf-8")
    for stated in (("--set", "主办单位=邸桂芬队"), ("--only", "谁=滕秀兰")):
        refused = command("load", tmp_path / "凤二村活动.csv", "--data", tmp_path / "data", *stated)
        assert (refused.returncode, "像是有姓名" in refused.stderr) == (2, True)
        assert not any(name in refused.stderr for name in ("桂芬", "秀兰"))
    assert not (tmp_path / "data" / "inbox").exists()


def test_no_recipe_names_people_of_settings_of_before(tmp_path: Path):
    received(tmp_path, {"凤二村活动.csv": LEDGER}, Settings(constants={"地点": "邸桂芬队"}))
    received(tmp_path, {"社东活动.csv": LEDGER.replace("日期", "活动日期")}, Settings(only={"谁": "滕秀兰"}))
    loaded(tmp_path)
    (recipe,) = (tmp_path / "recipes").glob("*.toml")

    assert 'place = "邸某某队"' in recipe.read_text(encoding="utf-8")


@pytest.mark.skipif(os.name != "posix", reason="modes of files")
def test_what_is_stated_is_readable_by_its_owner_only(tmp_path: Path):
    received(tmp_path, {"凤二村活动.csv": LEDGER}, Settings(constants={"地点": "社区活动室"}))

    assert (tmp_path / "inbox" / ".options.json").stat().st_mode & 0o777 == 0o600


def test_an_organiser_that_is_a_person_is_masked_and_listed(tmp_path: Path):
    received(tmp_path, {"凤二村活动.csv": LEDGER.replace("邸桂芬队", "岳小军")})
    build = loaded(tmp_path)[1]

    ((organiser,),) = build.rows("select organiser from activity")
    assert re.fullmatch("岳某某〔[a-z2-7]{4}〕", organiser)
    assert build.rows("select \"column\", cell from problem where code = 'personal_data'") == [("主办单位", organiser)]


def test_neither_a_dwelling_as_a_place_nor_a_name_in_an_unreadable_cell_with_quotes_leaves_the_reading(tmp_path: Path):
    ledger = "活动名称,日期,社区,参与人次,地点\n义诊,2024-03-05,凤二村,5,17-3-502\n义诊,2024-03-06,凤二村,约”十（涂桂莲审核）,\n"
    received(tmp_path, {"凤二村活动.csv": ledger})
    build = loaded(tmp_path)[1]

    assert build.rows("select place from activity where place is not null") == [("***",)]
    (refused,) = build.rows("select cell, message from problem where code = 'bad_cell'")
    assert ["涂某某" in text and "涂桂莲" not in text for text in refused] == [True, True]
