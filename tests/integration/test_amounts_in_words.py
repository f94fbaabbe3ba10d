"""An amount in words beside one in figures is read along: where they disagree, nobody knows which is right."""

from pathlib import Path

from etl.inbox.settings import Settings
from tests.support.cleaned_files import clean_text, refusals

WORDS = {
    "500": "伍佰伍拾元整",
    "550": "伍佰伍拾元整",
    "1200.5": "人民币壹仟贰佰元伍角",
    "30": "叁拾",
    "40": "",
    "50": "看不清",
    "-60": "陆拾元整",
}


def cleaned(tmp_path: Path, lines: dict[str, str], unit: str = "", **constants: str) -> tuple[list[int], list[str]]:
    """Return the rows stored of gifts, counted from 0, and why the others are not."""
    rows = [f"{2000 + day}-03-05,第{day}公司,{figure},{words}" for day, (figure, words) in enumerate(lines.items(), 1)]
    settings = Settings("donation", {"社区": "凤二村", **constants})
    ledger = clean_text(tmp_path, "\n".join([f"捐赠日期,捐赠单位,金额{unit},金额大写", *rows]), settings, "善款.csv")
    stored = [row - 2 for table in ledger.tables["donation"] for row in table["row_no"].to_pylist()]
    return stored, refusals(ledger)


def test_amounts_that_disagree_are_both_named(tmp_path: Path):
    stored, refused = cleaned(tmp_path, WORDS)

    assert stored == [1, 2, 3, 4, 5, 6]
    assert refused == [
        "“金额”写着“500”，“金额大写”写着“伍佰伍拾元整”，两个数不一样，没有入库。请改正写错的一个；确实按“金额”算的，加 --set 已核对=是。"
    ]
    assert cleaned(tmp_path, WORDS, 已核对="是")[0] == [0, 1, 2, 3, 4, 5, 6]


def test_words_are_yuan_whatever_the_header_counts_in(tmp_path: Path):
    assert cleaned(tmp_path, {"2": "贰万元整", "3": "叁元整"}, unit="（万元）")[0] == [0]


def test_many_disagreeing_rows_are_refused_too(tmp_path: Path):
    lines = {str(number): "壹元整" for number in range(1, 40)}

    assert cleaned(tmp_path, lines)[0] == [0]
