"""Templates of packs: the shipped ones are sound, a faulty file is told what is wrong with it."""

from pathlib import Path

import pytest

from evidence.pack.template import OTHERS, BadTemplate, read_template, select_indicators, templates

SECTION = '[[section]]\ntitle = "过程"\nindicators = ["activities"]\n'
CHART = f'{SECTION}[[section.chart]]\nindicators = ["activities"]\nkind = "column"\nby = "time"\n'


def written(folder: Path, text: str) -> Path:
    path = folder / "own.toml"
    path.write_text(f'title = "自己的"\n{text}', encoding="utf-8")
    return path


def test_one_new_file_is_one_new_template(tmp_path: Path) -> None:
    written(tmp_path, CHART)
    assert [template.id for template in templates(tmp_path).values()] == ["own"]


def test_the_example_of_the_guide_is_a_sound_template(root: Path, tmp_path: Path) -> None:
    guide = (root / "docs/how-to/add-a-pack-template.md").read_text(encoding="utf-8")
    (tmp_path / "volunteering.toml").write_text(guide.split("volunteering.toml\n")[1].split("```")[0], encoding="utf-8")
    assert read_template(tmp_path / "volunteering.toml").indicators == (
        "volunteers_registered",
        "volunteer_teams",
        "volunteer_hours",
    )


def test_the_application_has_the_ten_sections_of_the_calls() -> None:
    titles = [part.title for part in templates()["application"].section]
    assert titles == ["项目概况", "需求", "目标", "过程", "成效", "资金", "资源整合", "满意度", "荣誉", "附件"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("title2 = 1", "里不认识“title2”"),
        ("section = 3", "要写成 \\[\\[section\\]\\]"),
        ("words = 3", "words 要写成带引号的文字"),
        ("", "没有一节"),
        ("[[section]]\nindicators = []", "没有标题的一节.*缺少 title"),
        (SECTION.replace('["activities"]', '"activities"'), "indicators 要写成列表"),
        (SECTION.replace("activities", "activites"), "没有的指标“activites”"),
        (f'{SECTION}style = "about"', "style“about”不认识"),
        (CHART.replace("column", "pie"), "kind“pie”不认识，请写 line"),
        (CHART.replace('"time"', '"week"'), "by“week”不认识"),
        (f'{CHART}split = "category"\ncolumn = "colour"', "不能按“colour”分，column 可以写 strand"),
        (CHART.replace('["activities"]\nkind', '["activities", "attendances"]\nkind'), "单位不同（场、人次）"),
        (CHART.replace("activities", "participants").replace("column", "stacked"), "不能堆叠：“参与人数”"),
        (CHART.replace("activities", "residents").replace("time", "category"), "“常住人口”没有类别"),
        ("[[section]", "第2行的写法有误"),
    ],
)
def test_a_faulty_file_is_told_where_and_what_to_write(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(BadTemplate, match=f"“own.toml”.*{sentence}"):
        read_template(written(tmp_path, text))


def test_chosen_indicators_narrow_a_template_and_others_join_at_its_end() -> None:
    parts = select_indicators(templates()["application"], ["volunteer_hours", "films_shown"]).section
    assert [(part.title, part.indicators) for part in parts] == [
        ("资源整合", ("volunteer_hours",)),
        (OTHERS, ("films_shown",)),
    ]


def test_every_chosen_indicator_gets_a_chart() -> None:
    chosen = ["closing_rate", "films_shown", "households"]
    drawn = [
        wish.indicators for part in select_indicators(templates()["figures"], chosen).section for wish in part.chart
    ]
    assert sorted(id for ids in drawn for id in ids) == sorted(chosen)
