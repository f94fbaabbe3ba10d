"""Questionnaires as services export them, and what the lines of a load tell of rows that are no records."""

from pathlib import Path

import pytest

from etl.inbox.settings import Settings
from etl.parse import header
from etl.reporting import load_text
from tests.support.doubtful import cleaned
from warehouse.accounts import CommunityAccount

HELD = Settings(constants={"社区": "社东社区"})


@pytest.mark.parametrize("sign", ["-", "～", "~", "—", "至"])
def test_a_range_of_scores_is_a_unit_with_any_sign(tmp_path: Path, sign: str):
    assert header(f"得分（1{sign}5分）") == ("得分", "1-5分")
    text = f"问卷编号,填写日期,得分（1{sign}5分）\n1,2025-03-01,4\n2,2025-03-01,5\n"
    assert cleaned(tmp_path, text, HELD) == (2, "")


def test_questions_that_some_skipped_are_proposed_as_ratings(tmp_path: Path):
    text = "居民满意度调查问卷,,\n序号,提交答卷时间,1、总体满意度\n1,2025-03-01,满意\n2,2025-03-01,(跳过)\n3,2025-03-02,（空）\n"

    assert "--map 1、总体满意度=得分。" in cleaned(tmp_path, text, HELD)[1]


def test_goods_of_which_none_were_given_are_told_in_a_line_of_the_load():
    reason = {
        "severity": "跳过",
        "code": "skipped",
        "count": 2,
        "sentence": "数量写着0、没有发出去的行，不是记录。",
        "rows": [3, 4],
    }
    sheet = {
        "file": "发放.csv",
        "sheet": "",
        "record": "distribution",
        "loaded": 1,
        "refused": 0,
        "error": "",
        "corrects": "",
        "reasons": [reason],
        "totals": [],
    }
    summary = {"files": [sheet], "losses": [], "build": "b", "problem_count": 0, "notes": []}
    account = CommunityAccount("社东社区", 1, 1, 0, 0)
    lines = load_text.by_community(summary, [account], "").splitlines()

    assert "－ 发放.csv：跳过2处：数量写着0、没有发出去的行，不是记录。" in lines
