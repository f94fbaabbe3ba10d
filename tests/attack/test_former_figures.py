"""Attacks with more than one answer: packs of adjacent windows and overlapping areas, and all strands less a choice of them."""

import json
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from etl.inbox.folder import Inbox
from etl.inbox.settings import Settings
from etl.load import bring_up_to_date
from evidence.claims.verification.check import check
from evidence.claims.verification.guards import SendingGuard
from evidence.pack.publishing import publish_pack
from evidence.pack.request import Request
from evidence.pack.template import templates
from evidence.sent_figures import Sending, send_figures, without_telling
from evidence.sent_log import LOG, BadLog
from indicators import engine
from indicators.disclosure.choices import disclosed_figures
from indicators.engine import catalogue
from indicators.model import Figure, Filters
from indicators.periods import window
from warehouse.build import Build
from wording.headlines import leaders

MakeBuild = Callable[..., Build]
A, B, C = "甲社区", "乙社区", "丙社区"


def cases(community: str, number: int, day: str) -> list[str]:
    return [f"{community},{community}{day}-{n},{day},客户{n},家庭关系" for n in range(number)]


def loaded(data: Path, *rows: str) -> Build:
    """Load a ledger of cases into a data folder."""
    ledger = data / "incoming" / "个案.csv"
    ledger.parent.mkdir()
    ledger.write_text("\n".join(["社区,个案编号,接案日期,服务对象,问题类型", *rows]), encoding="utf-8")
    Inbox(data).add([ledger], Settings())
    path = bring_up_to_date(data).path
    assert path
    return Build(path)


@pytest.fixture
def two(tmp_path: Path) -> Build:
    """Two communities: 乙社区 opened 30 cases in October and 7 in November, 甲社区 opened 6: too few for a pack, not for a page."""
    return loaded(tmp_path, *cases(B, 30, "2025-10-05"), *cases(B, 7, "2025-11-05"), *cases(A, 6, "2025-10-06"))


@pytest.fixture
def beside_few(tmp_path: Path) -> Build:
    """乙社区, of which pages hide what it opened for the sake of the 3 of 甲社区."""
    return loaded(tmp_path, *cases(B, 30, "2025-10-05"), *cases(A, 3, "2025-10-06"))


def published(build: Build, data: Path, to_on: date, *communities: str) -> tuple[str, int]:
    """Make a pack of cases opened; return its CSV and how many figures it leaves out."""
    filters = Filters(communities, date(2025, 10, 1), to_on)
    content, withheld = publish_pack(build, Request(templates()["figures"], filters, ("cases_opened",)), data)
    with ZipFile(BytesIO(content)) as pack:
        name = next(name for name in pack.namelist() if name.endswith("数据.csv"))
        return pack.read(name).decode("utf-8-sig"), withheld


OCTOBER, NOVEMBER = date(2025, 10, 31), date(2025, 11, 30)


def test_packs_of_adjacent_windows_do_not_tell_of_the_month_between(two: Build, tmp_path: Path) -> None:
    assert ",30," in published(two, tmp_path, OCTOBER, B)[0].replace("30.0", "30")
    later, withheld = published(two, tmp_path, NOVEMBER, B)
    assert withheld
    assert ",37" not in later


def test_a_line_of_the_log_that_was_cut_off_is_no_loss_and_the_next_one_is_whole(two: Build, tmp_path: Path) -> None:
    published(two, tmp_path, OCTOBER, B)
    log = tmp_path / "packs" / "figures.jsonl"
    whole = log.read_bytes()
    log.write_bytes(whole[:40])
    published(two, tmp_path, OCTOBER, B)

    assert log.read_bytes() == whole


def test_a_log_that_cannot_be_read_lets_nothing_leave_and_says_why(two: Build, tmp_path: Path) -> None:
    published(two, tmp_path, OCTOBER, B)
    log = tmp_path / "packs" / "figures.jsonl"
    log.write_bytes(b"\xff\x00 no line of ours\n" + log.read_bytes())

    with pytest.raises(BadLog, match=r"第1行坏了.*没有送出"):
        published(two, tmp_path, NOVEMBER, B)


def test_packs_of_overlapping_areas_do_not_tell_of_the_community_between(two: Build, tmp_path: Path) -> None:
    published(two, tmp_path, NOVEMBER, B)
    both, withheld = published(two, tmp_path, NOVEMBER, A, B)
    assert withheld
    assert ",43" not in both


def test_the_same_pack_is_made_again_as_it_was(two: Build, tmp_path: Path) -> None:
    first = published(two, tmp_path, OCTOBER, B)
    published(two, tmp_path, NOVEMBER, B)
    assert published(two, tmp_path, OCTOBER, B) == first
    assert len((tmp_path / "packs" / "figures.jsonl").read_text(encoding="utf-8").splitlines()) <= 2


def test_a_pack_says_which_figures_it_leaves_out_so_that_it_can_be_verified(two: Build, tmp_path: Path) -> None:
    published(two, tmp_path, OCTOBER, B)
    request = Request(templates()["figures"], Filters((B,), date(2025, 10, 1), NOVEMBER), ("cases_opened",))
    content, withheld = publish_pack(two, request, tmp_path)
    with ZipFile(BytesIO(content)) as pack:
        manifest = json.loads(pack.read(next(name for name in pack.namelist() if name.endswith(".json"))))
    assert len(manifest["inputs"]["withheld"]) == withheld > 0


def activities(strand: str, heads: int) -> dict[str, object]:
    return {"title": strand, "held_on": "2025-03-05", "strand": strand, "headcount": heads}


@pytest.mark.parametrize("chosen", [("文体活动", "志愿服务"), ("文体活动",), ("特殊人群",)])
def test_all_strands_less_a_choice_of_them_is_no_small_number(make_build: MakeBuild, chosen: tuple[str, ...]) -> None:
    rows = [activities("文体活动", 400), activities("志愿服务", 20), activities("特殊人群", 3)]
    build = make_build({"activity": rows})
    filters = Filters(("甲",), date(2025, 1, 1), date(2025, 12, 31), chosen)
    (figure,) = disclosed_figures(build, ["attendances"], filters, (), 5)
    assert (figure.state == "hidden") == (chosen != ("文体活动",))


def test_a_sentence_to_be_copied_hides_what_would_tell_of_few_beside_what_has_left(two: Build, tmp_path: Path) -> None:
    published(two, tmp_path, OCTOBER, B)
    filters = Filters((B,), date(2025, 10, 1), NOVEMBER)
    figures = engine.figures(two, ["cases_opened"], filters)
    before = (tmp_path / LOG).read_bytes()
    assert [f.state for f in without_telling(tmp_path, figures, Sending(filters, "sentence", 10))] == ["hidden"]
    assert (tmp_path / LOG).read_bytes() == before


def test_no_share_is_said_of_a_whole_with_a_hidden_part() -> None:
    period = window(date(2025, 1, 1), date(2025, 12, 31))
    shown, hidden = (
        Figure("cases_opened", "例", name, period, value, value, None, state)  # type: ignore[arg-type]
        for name, value, state in (("甲", 20.0, "ok"), ("乙", None, "hidden"))
    )
    other = Figure("cases_opened", "例", "丙", period, 5.0, 5.0, None, "ok")
    assert "%" not in leaders({catalogue()["cases_opened"]: [shown, hidden, other]})


def test_a_range_over_communities_does_not_tell_of_the_people_of_one(tmp_path: Path) -> None:
    names = [f"张{first}{second}" for first in "安邦昌达恩芳刚" for second in "浩洁凯岚明宁"]
    rows = [f"{place},{name},2025-10-05,2" for place, number in ((B, 40), (C, 20), (A, 6)) for name in names[:number]]
    ledger = tmp_path / "incoming" / "志愿服务.csv"
    ledger.parent.mkdir()
    ledger.write_text("\n".join(["社区,姓名,服务日期,服务时长", *rows]), encoding="utf-8")
    Inbox(tmp_path).add([ledger], Settings())
    path = bring_up_to_date(tmp_path).path
    assert path
    requests = [
        Request(templates()["figures"], Filters(places, date(2025, 10, 1), OCTOBER), ("volunteers_active",))
        for places in ((B, C), (A, B, C))
    ]
    withheld = [publish_pack(Build(path), request, tmp_path)[1] for request in requests]
    assert withheld[0] == 0
    assert withheld[1] > 0


def extract(build: Build, data: Path, to_on: date, *communities: str) -> list[Figure]:
    """Carry away the cases opened as a file; return the figures it shows."""
    filters = Filters(communities, date(2025, 10, 1), to_on)
    figures = disclosed_figures(build, ["cases_opened"], filters, (), 5)
    return [f for f in send_figures(data, figures, Sending(filters, "extract", 5)) if f.state == "ok"]


def test_a_file_carried_away_does_not_tell_of_few_beside_a_pack(two: Build, tmp_path: Path) -> None:
    published(two, tmp_path, OCTOBER, B)
    filters = Filters((B,), date(2025, 10, 1), NOVEMBER)
    figures = engine.figures(two, ["cases_opened"], filters)
    assert [f.value for f in figures] == [37]
    assert [f.state for f in send_figures(tmp_path, figures, Sending(filters, "extract", 5))] == ["hidden"]


def test_a_pack_does_not_tell_of_few_beside_a_file_carried_away(two: Build, tmp_path: Path) -> None:
    assert [f.value for f in extract(two, tmp_path, NOVEMBER, A, B)] == [43]
    of_one, withheld = published(two, tmp_path, NOVEMBER, B)
    assert withheld
    assert ",37" not in of_one


CLAIMS = ("2025年10月，乙社区接案30例。", "2025年10月至11月，乙社区接案37例。")


def reported(build: Build, data: Path, text: str, k: int = 10) -> list[tuple[str, float | None]]:
    """Carry away a report of a text's claims; return the verdict and the number of each."""
    guard = SendingGuard.of(data, k)
    report = check(build, text, B, guard=guard)
    guard.write_log(data)
    return [(claim.verdict, claim.computed) for claim in report.claims]


@pytest.fixture
def one(tmp_path: Path) -> Build:
    """乙社区 alone: whoever hides below ten shows what was opened in October and November together, and October never."""
    return loaded(tmp_path, *cases(B, 30, "2025-10-05"), *cases(B, 7, "2025-11-05"))


def test_what_a_report_of_claims_says_is_remembered(one: Build, tmp_path: Path) -> None:
    assert reported(one, tmp_path, CLAIMS[1]) == [("相符", 37)]
    assert published(one, tmp_path, OCTOBER, B)[1]


def test_a_report_of_claims_does_not_tell_of_few_beside_a_pack(one: Build, tmp_path: Path) -> None:
    published(one, tmp_path, OCTOBER, B)
    assert reported(one, tmp_path, CLAIMS[1]) == [("已隐藏", None)]


def test_two_claims_of_one_report_do_not_tell_of_few_beside_each_other(one: Build, tmp_path: Path) -> None:
    text = CLAIMS[0] + CLAIMS[1].replace("10月至", "9月至")
    assert reported(one, tmp_path, text) == [("已隐藏", None), ("相符", 37)]
    assert reported(one, tmp_path, CLAIMS[0]) == [("已隐藏", None)]


def test_what_pages_hide_of_one_community_for_the_sake_of_another_no_report_shows(
    beside_few: Build, tmp_path: Path
) -> None:
    assert reported(beside_few, tmp_path, CLAIMS[0]) == [("已隐藏", None)]


def test_what_pages_hide_of_one_community_for_the_sake_of_another_no_pack_shows(
    beside_few: Build, tmp_path: Path
) -> None:
    assert ",30" not in published(beside_few, tmp_path, OCTOBER, B)[0]
