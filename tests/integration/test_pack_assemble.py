"""A pack of the sample: complete, true to the records, small numbers hidden, and the same every time."""

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from scipy.stats import kendalltau

from evidence.pack import sections
from evidence.pack.assembly import STEPS, assemble_pack, write_pack
from evidence.pack.content import Attachment, Pack
from evidence.pack.manifest import PackError, read_files
from evidence.pack.pack_verification import verify_pack
from evidence.pack.request import clip_filters, split_figures
from evidence.pack.sources import sources
from indicators import engine
from indicators.model import Figure, Filters
from indicators.periods import is_whole
from tests.support.pack_request import FENGER, ask
from warehouse import communities
from warehouse.build import Build


@pytest.fixture(scope="module")
def six(build: Build) -> Pack:
    return assemble_pack(build, ask(build))


def figure_value(pack: Pack, id: str, community: str, window: str = "2021年1月至2026年10月") -> float | None:
    (figure,) = [
        f for f in pack.figures if (f.indicator, f.community, f.period, f.category) == (id, community, window, "")
    ]
    return figure.value


def test_the_same_request_gives_the_same_bytes_and_says_each_step(build: Build, zipped: Path) -> None:
    steps: list[str] = []
    assert write_pack(build, ask(build), steps.append) == zipped.read_bytes()
    assert tuple(steps) == STEPS


def test_a_pack_says_beside_satisfaction_who_was_asked_in_another_way_meanwhile(six: Pack) -> None:
    notes = [
        clause.text
        for section in six.sections
        for paragraph in section.paragraphs
        for clause in paragraph
        if "换过调查方式" in clause.text
    ]
    assert notes == ["满意度：费家营社区、天庆新城社区期间换过调查方式，前后比较要谨慎。"]


def test_every_figure_of_the_template_is_there_for_every_community(build: Build, six: Pack) -> None:
    wanted = {(id, place) for id in ask(build).template.indicators for place in communities.names(build)}
    assert wanted <= {(f.indicator, f.community) for f in six.figures}


def test_hours_agree_with_the_ledgers_rows_and_with_sums_of_months_without_rows(build: Build, six: Pack) -> None:
    rows = build.rows("select community, sum(service_hours)::double from volunteer_service group by community")
    before_lists = "item = '服务时长' and month_on < date '2022-07-01'"  # 幸福里 kept its first list in July 2022
    sums = dict(build.rows(f"select community, sum(amount) from summary where {before_lists} group by community"))
    expected = {place: hours + sums.get(place, 0) for place, hours in rows}
    assert {place: figure_value(six, "volunteer_hours", place) for place, _ in rows} == expected


def test_the_published_hours_of_fenger_are_said(build: Build) -> None:
    request = ask(build, FENGER)
    until = replace(request, filters=replace(request.filters, to_on=date(2023, 8, 31)))
    text = "".join(s.text for part in assemble_pack(build, until).sections for para in part.paragraphs for s in para)
    assert "2021年1月至2023年8月，凤二村" in text
    assert "开展志愿服务4532小时" in text


def test_rates_carry_both_sides_and_divide_to_their_value(zipped: Path) -> None:
    data = pd.read_excel(io.BytesIO(read_files(zipped)["数据.xlsx"]), sheet_name="数据", header=1, engine="openpyxl")
    scales = data["指标编号"].map(lambda id: engine.catalogue()[id].scale)
    rates = data.dropna(subset=["数值", "分母"])
    again = rates["分子"] * scales[rates.index] / rates["分母"]
    assert len(rates) > 50
    assert (again - rates["数值"]).abs().max() < 1e-3


def test_no_number_of_people_below_ten_leaves_the_office_and_the_paper_says_that_pages_show_more(build: Build) -> None:
    pack = assemble_pack(build, ask(build, FENGER))
    figures = pack.figures
    assert "人数不足10的数" in (hidden := dict(pack.filters)["较小的人数"]) and "页面只隐藏不足5的" in hidden
    of_people = {id: [t.of_people for t in indicator.aggregates] for id, indicator in engine.catalogue().items()}
    shown = [
        side
        for f in figures
        for side, counts in zip((f.numerator, f.denominator), of_people[f.indicator], strict=False)
        if counts and side
    ]
    assert min(shown) >= 10
    assert {(f.value, f.numerator) for f in figures if f.state == "已隐藏"} == {(None, None)}


def test_what_is_hidden_stands_as_a_word_and_a_gap_in_charts(build: Build) -> None:
    charts = [chart for part in assemble_pack(build, ask(build, FENGER)).sections for chart in part.charts]
    points = [(value, word) for c in charts for s in c.series for value, word in zip(s.values, s.words, strict=True)]
    assert {value for value, word in points if word in ("已隐藏", "未报送", "无样本")} == {None}
    assert "已隐藏" in {word for _, word in points}


def test_a_table_and_the_data_say_what_was_not_reported_and_how_old_a_register_is(six: Pack) -> None:
    overview = next(part for part in six.sections if part.title == "项目概况")
    assert "常住人口、户数：" in overview.tables[0].note
    assert "费家营社区按2021年6月30日的名册" in overview.tables[0].note
    assert "活动场次、参与人次：未报送、没有计入的：" in overview.tables[0].note
    (residents,) = [f for f in six.figures if (f.indicator, f.community) == ("residents", "费家营社区（演示）")]
    assert residents.reported == "1/1社区，按2021年6月30日的名册"
    of_place = [f for f in six.figures if (f.indicator, f.community) == ("attendances", "天庆新城社区（演示）")]
    assert "2025年1月至3月" in of_place[0].missing
    assert of_place[0].reported.endswith("/70社区月")


def cases_opened_in_words(build: Build, community: str, *window: date) -> list[str]:
    request = replace(ask(build), filters=Filters((community,), *window), indicator_ids=("cases_opened",))
    pack = assemble_pack(build, request)
    return [clause.text for part in pack.sections for paragraph in part.paragraphs for clause in paragraph]


def test_a_zero_of_half_a_year_says_how_many_months_were_reported(build: Build) -> None:
    texts = cases_opened_in_words(build, "费家营社区（演示）", date(2025, 1, 1), date(2025, 12, 31))
    assert "为0或没有数的指标：接案数（0例，报送6/12社区月）。" in texts


def test_a_hidden_number_is_not_said_to_be_nought_or_missing(build: Build) -> None:
    texts = cases_opened_in_words(build, FENGER, date(2025, 1, 1), date(2025, 3, 31))
    assert "已隐藏的指标：接案数。" in texts


def test_a_template_part_without_figures_asks_the_applicant_only(six: Pack) -> None:
    (goals,) = [part for part in six.sections if part.title == "目标"]
    assert goals.paragraphs[0][0].text.startswith(sections.BY_HAND)
    assert (goals.charts, goals.tables) == ((), ())


def test_sources_are_the_ledgers_of_these_communities_with_rows_that_add_up(build: Build) -> None:
    pack = assemble_pack(build, ask(build, FENGER))
    assert {source.file[:3] for source in pack.sources} == {"凤二村", "社区名"}
    assert all(len(source.sha256) == 64 for source in pack.sources)
    exact = [source for source in pack.sources if isinstance(source.loaded, int)]
    assert {source.record for source in exact} == {"社区名册", "活动场次", "议事会", "资金使用"}
    assert all(source.read == source.loaded + source.refused + source.skipped for source in exact)  # type: ignore[operator]
    assert {problem.file for problem in pack.problems} <= {source.file for source in pack.sources}


def test_a_line_of_totals_does_not_tell_how_many_cases_stand_above_it(six: Pack) -> None:
    of_cases = [problem for problem in six.problems if problem.sheet.startswith("个案")]
    assert of_cases
    assert {problem.row for problem in of_cases} == {None}
    assert any(problem.row for problem in six.problems if problem.sheet == "活动")


def test_a_ledger_of_few_people_does_not_tell_how_many(build: Build) -> None:
    request = ask(build, FENGER)
    (cases,) = [s for s in sources(build, ["cases_opened"], request.filters, k=1000) if s.record == "个案服务"]
    assert (cases.read, cases.loaded) == ("已隐藏", "已隐藏")


def test_a_photo_goes_in_and_the_footnote_of_its_figure_names_it(build: Build, tmp_path: Path) -> None:
    photo = tmp_path / "合影.jpg"
    photo.write_bytes(b"picture")
    attachment = Attachment("合影.jpg", "志愿服务时间", "邻里节合影", photo)
    content = write_pack(build, ask(build, FENGER, indicator_ids=("volunteer_hours",), attachments=(attachment,)))
    (tmp_path / "包.zip").write_bytes(content)
    files = read_files(tmp_path / "包.zip")
    assert files["附件/合影.jpg"] == b"picture"
    assert "佐证附件：“邻里节合影”" in files["图表.html"].decode()
    assert verify_pack(tmp_path / "包.zip", build.path.parent.parent).is_same


def test_a_vanished_photo_stops_the_pack_with_a_sentence(build: Build, tmp_path: Path) -> None:
    attachment = Attachment("合影.jpg", "志愿服务时间", "合影", tmp_path / "gone.jpg")
    with pytest.raises(PackError, match="找不到或读不了"):
        write_pack(build, ask(build, FENGER, indicator_ids=("volunteer_hours",), attachments=(attachment,)))


def test_a_window_without_records_is_refused(build: Build) -> None:
    with pytest.raises(PackError, match="没有记录；现有记录从2021年1月1日到2026年10月31日"):
        clip_filters(Filters((FENGER,), date(2031, 1, 1), date(2031, 12, 31)), build)


def test_trend_words_stand_only_where_the_test_carries_them(build: Build, six: Pack) -> None:
    request = ask(build)
    years = split_figures(build, request.filters, request.questions, request.k)[("year",)]
    rising_headlines = {
        chart.headline for part in six.sections for chart in part.charts if "呈上升趋势" in chart.headline
    }
    rising = [
        engine.catalogue()[id].label
        for id in {figure.indicator for figure in years}
        if mann_kendall([f.value for f in years if f.indicator == id and is_comparable(f)]) < 0.05
    ]
    assert rising_headlines
    assert all(any(headline.startswith(label) for label in rising) for headline in rising_headlines)


def is_comparable(figure: Figure) -> bool:
    return is_whole(figure.period) and bool(figure.denominator or not figure.missing)


def mann_kendall(values: list[float | None]) -> float:
    """An oracle: Kendall's tau with time as scipy tests it."""
    known = [(place, value) for place, value in enumerate(values) if value is not None]
    return float(kendalltau(*zip(*known, strict=True)).pvalue) if len(known) > 2 else 1.0
