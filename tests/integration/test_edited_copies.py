"""A copy of a ledger in which a cell was changed: the changed row is refused beside its like, new rows are loaded."""

from pathlib import Path

from etl.building.duplicates import is_like_rows_of
from tests.support.ledgers import loaded, received
from warehouse.build import Build

ROWS = [f"凤二村,手工课{n},2024-03-{n:02},活动室,{20 + n}" for n in range(1, 6)]
HEADER = "社区,活动名称,活动日期,地点,参与人次"
COPY = "凤二村活动2024 - 副本.csv"
COUNTS = "select read, loaded, refused, skipped from source_file where record = 'activity' order by file"
REFUSED = "select row_no, message from problem where code = 'edited_row' order by row_no"


def ledger(*rows: str) -> str:
    return "\n".join([HEADER, *rows]) + "\n"


def both(office: Path, first: list[str], later: list[str]) -> Build:
    received(office, {COPY: ledger(*first), "凤二村活动2024.csv": ledger(*later)})
    return loaded(office)[1]


def test_a_row_of_a_copy_with_one_cell_changed_is_refused_and_the_sentence_names_both_values(office: Path):
    build = both(office, ROWS, [*ROWS[:-1], ROWS[-1].replace(",25", ",26")])
    ((row_no, message),) = build.rows(REFUSED)

    assert build.rows("select count(*), sum(headcount) from activity") == [(5, 115)]
    assert build.rows(COUNTS) == [(5, 5, 0, 0), (5, 0, 5, 0)]
    assert row_no == 6
    assert f"和“{COPY}”第6行像是同一条记录，只有参与人次不同（那一行“25”，这一行“26”）。" in message
    told = build.rows("select code, message from problem where code in ('edited_row', 'repeated_row')")
    assert [is_like_rows_of(COPY, *each) for each in told] == [True] * 5
    assert not any(is_like_rows_of(COPY.removeprefix("凤二村"), *each) for each in told)


def test_rows_added_to_a_later_export_are_loaded_also_those_like_a_row_that_it_repeats(office: Path):
    session, other, later = (
        "手工课5,2024-03-05,活动室,26",
        "读书会,2024-03-05,活动室,25",
        "手工课5,2024-04-05,活动室,25",
    )
    build = both(office, ROWS, [*ROWS, *(f"凤二村,{row}" for row in (session, other, later))])

    assert build.rows(COUNTS) == [(5, 5, 0, 0), (8, 3, 5, 0)]
    assert build.rows(REFUSED) == []


def test_the_changed_row_is_refused_also_of_a_community_that_has_no_other_row(office: Path):
    build = both(office, ["社东,舞会,2024-03-09,礼堂,8", *ROWS], ["社东,舞会,2024-03-09,礼堂,9", *ROWS])

    assert build.rows(COUNTS) == [(6, 6, 0, 0), (6, 0, 6, 0)]
    assert [row_no for row_no, _ in build.rows(REFUSED)] == [2]


def test_rows_that_only_one_version_has_are_named_beside_the_months_of_both(office: Path):
    """Of 手工课3 nothing is said: it stands in both; 手工课2 was struck out, a session in June came after the months of the former."""
    build = both(office, ROWS, [*ROWS[:1], *ROWS[2:], "凤二村,读书会,2024-06-01,活动室,25"])
    hints = build.rows("select file, row_no, message from problem where code = 'row_of_one_version' order by row_no")

    assert [(file, row_no) for file, row_no, _ in hints] == [(COPY, 3), ("凤二村活动2024.csv", None)]
    assert "“凤二村活动2024.csv”的另一版：同样的月份里，有1行那一份里没有" in hints[0][2]


def test_the_last_row_struck_out_of_a_copy_is_named_although_its_days_end_before(office: Path):
    build = both(office, ROWS, ROWS[:-1])
    hints = build.rows("select file, row_no from problem where code = 'row_of_one_version' order by row_no")

    assert hints == [(COPY, 6), ("凤二村活动2024.csv", None)]
