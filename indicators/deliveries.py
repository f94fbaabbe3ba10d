"""What offices say that they wrote to a lake: without it a lake that is still being copied would give a smaller figure and no word.

Each office has a file in the table `delivery`, a line a table: how many rows it wrote, and the SHA-256 of its file. It is written
last, and goes before anything is written again.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from command_line import UserError
from documents.whole_file import replacing
from warehouse.row_engine import RowEngine

TABLE = "delivery"
MOST_NAMED = 3
_SCHEMA = pa.schema({"office": pa.string(), "table_name": pa.string(), "row_count": pa.int64(), "digest": pa.string()})
_ADVICE = "还没有复制完，或写到一半：请等复制完再算，或请那个单位再交一次（python -m indicators export）。"


def note(folder: Path, office: str, files: Mapping[str, Path]) -> None:
    """Write what an office has written to a lake, given as {table: file}."""
    lines = [
        {"office": office, "table_name": table, "row_count": pq.read_metadata(path).num_rows, "digest": _digest(path)}
        for table, path in files.items()
    ]
    with replacing(path_of(folder, office)) as partial:
        pq.write_table(pa.Table.from_pylist(lines, _SCHEMA), partial)


def path_of(folder: Path, office: str) -> Path:
    """Return the file in which an office notes what it has written."""
    return folder / TABLE / f"{office}.parquet"


def check_files(folder: Path, tables: Sequence[str]) -> None:
    """Raise UserError unless all files in a folder of this machine are those which offices say that they wrote."""
    noted = {(line["table_name"], line["office"]): line["digest"] for line in _lines(folder)}
    present = {(table, path.stem): path for table in tables for path in (folder / table).glob("*.parquet")}
    wrong = {
        office
        for table, office in noted.keys() | present.keys()
        if (table, office) not in present or _digest(present[table, office]) != noted.get((table, office))
    }
    if wrong:
        raise UserError(f"“{folder}”里{named(sorted(wrong))}的数据和交来时写明的不一样：{_ADVICE}")


def check_counts(engine: RowEngine, tables: Sequence[str]) -> None:
    """Raise UserError unless each table has as many rows as all offices together say that they wrote."""
    counts = " union all ".join(
        f"select '{table}' as table_name, count(*) as row_count from {table}" for table in tables
    )
    noted = f"select table_name, sum(row_count) as row_count from {TABLE} group by table_name"
    wrong = dict(engine.rows(counts)).items() ^ {(name, int(count)) for name, count in engine.rows(noted)}
    if wrong:
        raise UserError(f"{named(sorted({name for name, _ in wrong}))} 的行数和各单位交来时写明的不一样：{_ADVICE}")


def named(names: Sequence[str]) -> str:
    """Return some names as a sentence gives them: activity、coverage、place等12个."""
    return "、".join(names[:MOST_NAMED]) + (f"等{len(names)}个" if len(names) > MOST_NAMED else "")


def _lines(folder: Path) -> Iterator[dict[str, str]]:
    for path in (folder / TABLE).glob("*.parquet"):
        try:
            yield from pq.read_table(path, schema=_SCHEMA).to_pylist()
        except (pa.ArrowException, OSError):
            raise UserError(f"“{folder}”里{path.stem}交来时写明的清单读不出来：{_ADVICE}") from None


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
