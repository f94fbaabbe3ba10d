"""What only the rules of a row look at leaves the reading with no trace, not even in the hash that tells equal rows."""

from pathlib import Path

from tests.support.cleaned_files import clean_text


def test_a_year_of_birth_is_in_no_clean_row(tmp_path: Path):
    person = "凤二社工站,李例云,{},中级,2019-09-01,2018-03-01\n"
    head = "单位,姓名,出生年月,证书,取证日期,入职日期\n"
    text = head + person.format("1990-03") + person.format("1991-05")
    ledger = clean_text(tmp_path, text, name="社工名册.csv")

    assert "birth_year" not in ledger.tables["staff"][0].column_names
    assert len(set(ledger.hashes["staff"][0].tolist())) == 1
