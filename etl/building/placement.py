"""Says whose the rows of each part of a clean file are, by the spelling in a row or else by the title of its table."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from etl.building.register import Register
from etl.cleaning import clean_files
from etl.cleaning.cleaned_ledger import TableReport
from etl.cleaning.community_part import CommunityPart
from etl.cleaning.file_report import FileReport
from etl.cleaning.job import Job
from etl.parse import COMMUNITY_MARK_LENGTH

BESIDE = "标题、工作表名和文件名里也没有写明"  # where else a community may be named than in the rows
BESIDE_UNREGISTERED = "还没有社区名册，标题、工作表名和文件名里写的社区也不能作准"


@dataclass(frozen=True)
class Placement:
    """A part of a clean file and its community; where that is None, `message` says why.

    `is_nowhere` marks a part of a sheet that names no community in any row; `remembered` is then the community settled for the
    layout before. `checksum` is that of the clean file at `path`.
    """

    path: str
    file: str
    checksum: str
    part: CommunityPart
    community: str | None
    message: str | None
    is_nowhere: bool
    remembered: str | None

    @property
    def record(self) -> str:
        return self.part.record

    @property
    def prefix(self) -> str:
        """Return what stands before the keys of a community's people: the same name in two communities is two persons."""
        return hashlib.sha256((self.community or "").encode()).hexdigest()[:COMMUNITY_MARK_LENGTH]


def placements(distinct: Sequence[tuple[Job, FileReport]], register: Register) -> list[Placement]:
    """Return the placement of every part of these files."""
    return [placement for job, report in distinct for placement in _of_file(job, report, register)]


def _of_file(job: Job, report: FileReport, register: Register) -> Iterator[Placement]:
    tables = {(table.record, table.sheet, table.table_no): table for table in report.tables}
    spelt = defaultdict[tuple[str, str], set[str]](set)
    for part in report.parts:
        spelt[part.record, part.sheet] |= {part.spelling} if part.spelling else set()
    for part in report.parts:
        table, names = tables[part.record, part.sheet, part.table_no], spelt[part.record, part.sheet]
        community = register.find(part.spelling) if part.spelling else register.beside(table.context, names)
        yield Placement(
            path=str(clean_files.parquet_path(job, part.record)),
            file=report.file,
            checksum=report.checksums[part.record],
            part=part,
            community=community,
            message=None if community else _advice(register, part.spelling),
            is_nowhere=community is None and not names,
            remembered=_remembered(register, table),
        )


def _remembered(register: Register, table: TableReport) -> str | None:
    return register.find(table.remembered_community) if table.remembered_community else None


def _advice(register: Register, spelling: str | None) -> str:
    return register.advice(spelling) if spelling else unnamed_row_advice(register)


def unnamed_row_advice(register: Register) -> str:
    """Say of a row that names no community, beside others that do, what to write."""
    beside = BESIDE_UNREGISTERED if register.is_open else BESIDE
    return f"不知道是哪个社区：这一行没有写，{beside}。请补上。空着的都与上面一行相同的，加 --set 社区=同上。整份是一个社区的，加 --set 社区=社区名。"
