"""Recipes: written, read back, and no harm done by a broken one."""

from datetime import date
from pathlib import Path

import pytest

from etl.inbox.recipes import BadRecipe, Recipe, fingerprint, read, read_all, write

RECIPE = Recipe(
    header=("日期", "姓名", "时长/上午", "备注"),
    record="volunteer_service",
    columns={"时长/上午": "hours", "备注": ""},
    constants={"community": "凤二村"},
    date_order="day-month",
    settled_on=date(2026, 11, 25),
    settled_by="台账员",
    file="凤二村10月.xlsx",
)


def test_a_recipe_is_read_back_as_it_was_written(tmp_path: Path):
    assert read(write(tmp_path, RECIPE)) == RECIPE


def test_a_recipe_is_found_by_its_layout_and_replaces_the_former_one(tmp_path: Path):
    write(tmp_path, RECIPE)
    changed = Recipe(RECIPE.header, "activity", settled_on=date(2026, 12, 1))
    write(tmp_path, changed)

    assert read_all(tmp_path) == ({fingerprint(RECIPE.header): changed}, [])


def test_another_order_of_headers_is_another_layout():
    assert fingerprint(("日期", "姓名")) != fingerprint(("姓名", "日期"))


def test_a_clerk_can_read_the_file(tmp_path: Path):
    text = write(tmp_path, RECIPE).read_text(encoding="utf-8")

    assert '"时长/上午" = "hours"' in text
    assert 'community = "凤二村"' in text


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[", '记录类型 = "activity"'.encode(), "表头 = 3".encode()])
def test_a_broken_recipe_is_one_sentence_and_the_others_are_used(content: bytes, tmp_path: Path):
    write(tmp_path, RECIPE)
    (tmp_path / "0000.toml").write_bytes(content)

    recipes, sentences = read_all(tmp_path)

    assert list(recipes.values()) == [RECIPE]
    assert len(sentences) == 1
    assert "0000.toml" in sentences[0]


def test_what_is_no_recipe_says_which_file(tmp_path: Path):
    with pytest.raises(BadRecipe, match=r"没有\.toml"):
        read(tmp_path / "没有.toml")


def test_only_what_reads_differently_changes_the_digest():
    assert RECIPE.digest == Recipe(RECIPE.header, RECIPE.record, RECIPE.columns, RECIPE.constants, "day-month").digest
    assert RECIPE.digest != Recipe(RECIPE.header, RECIPE.record, RECIPE.columns, RECIPE.constants).digest
