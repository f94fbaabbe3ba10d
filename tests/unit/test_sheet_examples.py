"""The values shown beneath an unread header hide what looks like a name, and show what is an answer."""

from pathlib import Path

from etl.cleaning.sheet_report import HIDDEN_CONTENT, HIDDEN_NAME
from tests.support.cleaned_files import clean_text


def test_a_word_of_satisfaction_is_nobodys_name(tmp_path: Path):
    text = "活动名称,活动日期,参加人数,对服务怎么看,由谁填,出生日期\n讲座,2024-03-01,20,满意,王小明,1950-03-04\n"
    ledger = clean_text(tmp_path, text, name="问卷.csv")
    examples = {match["header"]: match["examples"] for match in ledger.sheets[0].matches}

    assert (examples["对服务怎么看"], examples["由谁填"]) == (["满意"], [HIDDEN_NAME])
    assert examples["出生日期"] == [HIDDEN_CONTENT]
