"""Ledgers of joint projects and exports head their columns in English; a few words of every list make none of ours."""

from pathlib import Path

import pytest

from etl.cleaning.cleaned_ledger import CleanedLedger
from etl.inbox.settings import Settings
from tests.support.cleaned_files import clean_text

SERVICE = ["Li Yanshi,3/1/2025,2,Patrol", "Wang Yanshi,3/25/2025,1.5,Cleaning"]
EVENTS = ["Reading,2025-03-05,Hall,25", "Singing,2025-03-06,Hall,20"]


def cleaned(tmp_path: Path, name: str, header: str, rows: list[str]) -> CleanedLedger:
    settings = Settings(None, {"社区": "凤二村"})
    return clean_text(tmp_path, "\n".join([header, *rows, ""]), settings, name)


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("volunteer log.csv", "Name,Date,Hours,Activity"),
        ("log.csv", "Volunteer Name,Service Date,Service Hours,Activity"),
        ("log.csv", "VOLUNTEER_NAME,DATE,SERVICE_HOURS,ACTIVITY"),
        ("log.csv", "volunteer,date,volunteer_hours,event"),
    ],
)
def test_hours_of_volunteers_under_english_headers(tmp_path: Path, name: str, header: str):
    table = cleaned(tmp_path, name, header, SERVICE).tables["volunteer_service"][0]

    assert table["service_hours"].to_pylist() == [2, 1.5]
    assert [str(day) for day in table["served_on"].to_pylist()] == ["2025-03-01", "2025-03-25"]
    assert len(set(table["person_key"].to_pylist())) == 2


@pytest.mark.parametrize(
    "header", ["Event Name,Event Date,Venue,Number of Participants", "activity_name,date,place,participants"]
)
def test_events_under_english_headers(tmp_path: Path, header: str):
    table = cleaned(tmp_path, "2025.csv", header, EVENTS).tables["activity"][0]

    assert (table["title"].to_pylist(), table["headcount"].to_pylist()) == (["Reading", "Singing"], [25, 20])


@pytest.mark.parametrize(
    ("header", "nearest"),
    [
        ("Name,Date,Hours,Task", "志愿服务"),
        ("Event,Date,Venue,Attendance", "活动场次"),
        ("Event,Date,Participants,Cost (CNY)", "活动场次"),
    ],
)
def test_words_of_every_list_are_asked_about_by_the_record_type_that_lacks_nothing(
    tmp_path: Path, header: str, nearest: str
):
    rows = EVENTS if "Event" in header else SERVICE

    ledger = cleaned(tmp_path, "2025.csv", header, rows)
    assert not ledger.tables
    assert f"写 --record {nearest}" in ledger.sheets[0].error


def test_a_name_a_day_and_an_amount_may_be_anything(tmp_path: Path):
    ledger = cleaned(tmp_path, "2025.csv", "Name,Date,Amount,Note", SERVICE)

    assert not ledger.tables
    assert ledger.sheets[0].error


GIFTS = ["D001,2026-05-10,Business_001,Local Business,3000,Received", "D002,2026-05-11,Li Yanshi,Family,200.5,Verified"]


@pytest.mark.parametrize(
    "header",
    [
        "donation_id,donation_date,donor,donor_type,donation_amount_cny,payment_status",
        "Receipt No,Donation Date,Donor Name,Type,Amount (RMB),Status",
    ],
)
def test_gifts_under_english_headers_that_name_yuan(tmp_path: Path, header: str):
    table = cleaned(tmp_path, "donations.csv", header, GIFTS).tables["donation"][0]
    assert [float(amount) for amount in table["amount_yuan"].to_pylist()] == [3000, 200.5]


@pytest.mark.parametrize("amount", ["Amount", "donation_amount", "Amount (USD)"])
def test_an_english_amount_without_its_money_is_not_taken_for_yuan(tmp_path: Path, amount: str):
    ledger = cleaned(tmp_path, "donations.csv", f"donation_id,donation_date,donor,donor_type,{amount},status", GIFTS)

    assert not ledger.tables
    assert "金额" in ledger.sheets[0].error


def test_requests_to_a_hotline_under_english_headers(tmp_path: Path):
    header = "Request ID,Created Date,Closed Date,Complaint Type,Agency"
    rows = ["R1,2025-03-01,2025-03-04,Noise,Police", "R2,2025-03-02,,Water leak,Water office"]

    table = cleaned(tmp_path, "311.csv", header, rows).tables["service_request"][0]
    assert [str(day) for day in table["finished_on"].to_pylist()] == ["2025-03-04", "None"]


def test_goods_handed_out_under_english_headers(tmp_path: Path):
    header = "Distribution Date,Recipient,Item,Quantity,Unit"
    rows = ["2025-03-01,Li Yanshi,Rice,2,bag", "2025-03-01,Wang Yanshi,Oil,1,bottle"]

    table = cleaned(tmp_path, "2025.csv", header, rows).tables["distribution"][0]
    assert [int(quantity) for quantity in table["quantity"].to_pylist()] == [2, 1]
