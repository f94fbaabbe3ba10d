"""What only the rules of a row look at leaves the reading with no trace, not even in the hash that tells equal rows."""

from pathlib import Path

from etl.cleaning.job import Job, read_and_clean
from etl.inbox.folder import Ledger
from etl.inbox.settings import Settings


def test_a_year_of_birth_is_in_no_clean_row(tmp_path: Path):
    path = tmp_path / "社工名册.csv"
    person = "凤二社工站,李例云,{},中级,2019-09-01,2018-03-01\n"
    head = "单位,姓名,出生年月,证书,取证日期,入职日期\n"
    path.write_text(head + person.format("1990-03") + person.format("1991-05"), encoding="utf-8")
    _, ledger = read_and_clean(Job(Ledger(path.name, path, "", Settings()), tmp_path, b"0" * 32))

    assert "birth_year" not in ledger.tables["staff"][0].column_names
    assert len(set(ledger.hashes["staff"][0].tolist())) == 1
