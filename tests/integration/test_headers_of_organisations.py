"""Donors and recipients under 捐赠单位 and 接收单位 are organisations, and no name that may be a person's is stored."""

from pathlib import Path

from etl.cleaning.cleaned_ledger import CleanedLedger
from etl.inbox.settings import Settings
from evidence.extracts import readable
from tests.support.cleaned_files import clean_text

HERE = {"社区": "凤二村"}
GIFTS = (
    "捐赠日期,捐赠单位,捐赠金额\n2024-01-15,演示慈善,50000\n2024-03-20,演示公益,25000\n2024-04-01,演示商贸公司,100\n"
    "2024-05-01,王芳,20\n2024-05-02,匿名,10\n"
)
GIVEN = "接收单位,物资,数量,发放日期\n环卫一班,矿泉水,10,2024-07-10\n困难群众,绿豆,5,2024-07-10\n"


def cleaned(tmp_path: Path, text: str, record: str) -> CleanedLedger:
    return clean_text(tmp_path, text, Settings(record, HERE))


def test_donors_under_a_header_of_organisations_are_organisations(tmp_path: Path):
    rows = cleaned(tmp_path, GIFTS, "donation").tables["donation"][0]
    assert rows["donor_type"].to_pylist() == ["单位", "单位", "单位", "个人", "个人"]
    assert rows["donor_name"].to_pylist() == [None, None, "演示商贸公司", None, None]
    assert [key is not None for key in rows["donor_key"].to_pylist()] == [True, True, True, True, False]


def test_under_a_header_of_both_names_decide_as_before(tmp_path: Path):
    rows = cleaned(tmp_path, GIFTS.replace("捐赠单位", "捐赠单位及个人"), "donation").tables["donation"][0]
    assert rows["donor_type"].to_pylist() == ["个人", "个人", "单位", "个人", "个人"]


def test_a_download_of_such_gifts_loads_back_unchanged(tmp_path: Path):
    first = cleaned(tmp_path, GIFTS, "donation").tables["donation"][0]
    rows = readable(
        "donation", first.select(["donated_on", "donor_key", "donor_name", "donor_nature", "amount_yuan"])
    ).to_pylist()
    lines = [",".join(rows[0]), *(",".join(map(str, row.values())) for row in rows)]
    again = cleaned(tmp_path, "\n".join(lines), "donation").tables["donation"][0]
    for name in ("donor_type", "donor_name", "donor_key"):
        assert again[name].to_pylist() == first[name].to_pylist()


def test_groups_of_people_are_nobody_by_name(tmp_path: Path):
    rows = cleaned(tmp_path, GIVEN, "distribution").tables["distribution"][0]
    assert rows["recipient_nature"].to_pylist() == ["单位", "个人"]
    assert rows["unnamed_people"].to_pylist() == [None, 1]
