"""Recognises files downloaded from here: records say from which ledgers they come, other tables are no ledgers at all."""

from collections.abc import Collection, Sequence

from etl.columns import LINEAGE
from etl.reading.grid import HEAD_ROWS, Reading, Sheet
from etl.reading.pattern_matches import match_texts
from etl.schema import BUILD_NOTE

TITLE_NOTE = "内容："  # how the note begins that names a download


def download_title(reading: Reading) -> str:
    """Return what a download of ours calls itself, "" for any other file."""
    if not _notes(reading, BUILD_NOTE):
        return ""
    return next(iter(_notes(reading, TITLE_NOTE)), "")


def _notes(reading: Reading, opening: str) -> list[str]:
    """Return what follows an opening in the texts of first columns: in a CSV for programs a note begins with #."""
    pattern = f"^(# )?{opening}"
    firsts = [sheet.columns[0].dictionary for sheet in reading.sheets if sheet.columns]
    texts = [text for column in firsts for text in column.filter(match_texts(column, pattern)).to_pylist()]
    return [text.partition(opening)[2] for text in texts]


def source_files(reading: Reading) -> tuple[str, ...]:
    """Return the ledgers from which the rows of a download of records come; none for any other file."""
    if not download_title(reading):
        return ()
    return tuple(dict.fromkeys(name for sheet in reading.sheets for name in _sources(sheet)))


def _sources(sheet: Sheet) -> list[str]:
    for row in range(min(sheet.height, HEAD_ROWS)):
        headers = sheet.row(row)
        if all(header in headers for header in LINEAGE.values()):
            below = sheet.columns[headers.index(LINEAGE["source_file"])].slice(row + 1).unique().drop_null()
            return [str(name) for name in below.to_pylist()]
    return []


def why_no_ledger(title: str) -> str:
    """Return why a download that is no list of records is not taken."""
    return f"这是从这里下载的“{title}”，不是台账，没有入库；里面的数由台账算出，不用再导入。"


def why_taken_already(sources: Sequence[str], received: Collection[str]) -> str:
    """Return why a download of records is not taken, "" unless all ledgers from which it comes are among those received."""
    if not sources or not {*sources} <= {*received}:
        return ""
    first, more = sources[0], f"等{len(sources)}份" if len(sources) > 1 else ""
    return (
        f"这是从这里下载的记录，原来的台账（{first}{more}）已经在这里，没有再入库；要改其中的行，请改原来的台账再导入。"
    )
