"""Compares a build that is about to be published with the one in use: what was there and is gone, though nobody took it back."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import duckdb

from documents.whole_file import durably_replacing
from etl import declarations, disk_errors
from etl.inbox import taken_back
from etl.inbox.moved_files import REMOVED, clear_way
from warehouse.build import HARDENED
from warehouse.build_in_use import readable_build
from warehouse.ledgers import Rows

WITHHELD_FILE = "WITHHELD"  # in the builds folder: a line for each loss, while a build is held back
LEAST_LOST = 5  # rows: a file that shrinks by fewer is no loss to ask about
MOST_NAMED = 3  # files named in a sentence
_ROWS_ELSEWHERE = "select distinct file from problem where code in ('sent_twice', 'repeated_row', 'edited_row')"  # another file has them
_KEY_ID = "select value from build_info where key = 'secret_id'"
_OTHER_KEY = (
    "人员密钥（secret/person.key）和原来批次用的不是同一个：以前存档和送出的数里的人，在新批次里认不出是同一个人。"
    "请从备份恢复原来的密钥文件再导入；确实要换时再采用新批次"
)
_ACCOUNTS = "select file, sha256, record, loaded, error, is_demo from source_file order by file"

AccountRow = tuple[str, str, str | None, int, str | None, bool]  # as _ACCOUNTS has it
FindLosses = Callable[
    [Rows | None, Path], Sequence[str]
]  # (the new build, None for the sample; the data folder) → sentences


@dataclass
class FileAccount:
    """What became of a file in a build: rows loaded by record type."""

    sha256: str
    error: str | None = None
    loaded: Counter[str] = field(default_factory=Counter)

    @property
    def rows(self) -> int:
        return self.loaded.total()


Accounts = Mapping[str, FileAccount]  # by file


def losses(build: Rows | None, folder: Path) -> tuple[str, ...]:
    """Return a sentence for each loss against the build in use; none where that is the sample, or cannot be read.

    None stands for the sample before it is read: all that was there is gone then.
    """
    former, former_secret = _former_accounts(folder)
    released = taken_back.names_in(folder)
    before = {file: account for file, account in former.items() if account.rows and file not in released}
    if build is None:
        return tuple(_vanished(before))
    now = _accounts(build.rows(_ACCOUNTS))
    elsewhere = {file for (file,) in build.rows(_ROWS_ELSEWHERE)}
    is_same_secret = former_secret in ([], build.rows(_KEY_ID))  # builds of before do not tell theirs
    return (*_losses(before, now, elsewhere), *(() if is_same_secret else (_OTHER_KEY,)))


def no_losses(_build: Rows | None, _folder: Path) -> tuple[str, ...]:
    """Return no loss: a person has accepted what is gone."""
    return ()


def withheld(folder: Path) -> tuple[str, ...]:
    """Return why a build is held back; nothing where none is."""
    try:
        return tuple((folder / "builds" / WITHHELD_FILE).read_text(encoding="utf-8").splitlines())
    except (OSError, UnicodeError):
        return ()


def note_withheld(folder: Path, sentences: Sequence[str]) -> None:
    """Note why a build is held back, or with no sentences that none is any more."""
    path = folder / "builds" / WITHHELD_FILE
    clear_way(folder, path)
    if sentences:
        with durably_replacing(path) as partial:
            partial.write_text("\n".join(sentences), encoding="utf-8")
    else:
        path.unlink(missing_ok=True)


def _former_accounts(folder: Path) -> tuple[dict[str, FileAccount], list[tuple[str]]]:
    """Return the accounts of the build in use, none of the sample, and the row that names its secret.

    Where that build cannot be read, the newest that can stands for it, without what was taken back or replaced at any time.
    """
    chosen = readable_build(folder, _has_accounts)
    if chosen is None:
        return {}, []
    rows, secret = _stored_accounts(chosen.path)
    if rows and rows[0][-1]:
        return {}, []
    removed = _removed(folder) if chosen.note else frozenset[str]()
    return {file: account for file, account in _accounts(rows).items() if file not in removed}, secret


def _has_accounts(path: Path) -> bool:
    """Tell whether the accounts of a build can be read, of whatever format it is."""
    try:
        _stored_accounts(path)
    except disk_errors.DAMAGE:
        return False
    return True


def _stored_accounts(path: Path) -> tuple[list[AccountRow], list[tuple[str]]]:
    with duckdb.connect(str(path), read_only=True, config=HARDENED) as connection:
        return connection.execute(_ACCOUNTS).fetchall(), connection.execute(_KEY_ID).fetchall()


def _removed(folder: Path) -> frozenset[str]:
    """Return the names of all ledgers that were ever taken back or replaced."""
    removed = folder / REMOVED
    return frozenset(path.relative_to(removed).as_posix() for path in removed.rglob("*") if path.is_file())


def _accounts(rows: Sequence[AccountRow]) -> dict[str, FileAccount]:
    accounts: dict[str, FileAccount] = {}
    for file, sha256, record, loaded, error, _ in rows:
        account = accounts.setdefault(file, FileAccount(sha256))
        account.error = account.error or error
        account.loaded[record or ""] += loaded
    return accounts


def _vanished(before: Accounts) -> Iterator[str]:
    """Yield the one loss of an inbox that is empty though nobody emptied it."""
    if before:
        yield f"inbox 里的{len(before)}份台账都不见了（{_names(list(before))}），没有人撤回；没有用演示台账顶替它们"


def _losses(before: Accounts, now: Accounts, elsewhere: Collection[str]) -> Iterator[str]:
    whole = {account.sha256 for account in now.values() if account.rows}
    moved = {file for file, account in before.items() if account.sha256 in whole and not _rows(now, file)}
    lost = [file for file in before if file not in now and file not in moved]
    failed = [file for file in before if file in now and not _rows(now, file) and file not in {*moved, *elsewhere}]
    totals, former_totals = _totals(now), _totals(before)
    fell = {record for record, rows in former_totals.items() if totals[record] < rows}
    shrunk = [file for file, account in before.items() if _is_shrunk(account, now.get(file), fell)]
    if lost:
        yield f"{_names(lost)}不在 inbox 里了，没有人撤回（原有{sum(before[file].rows for file in lost)}行）"
    for file in failed:
        reason = f"：{now[file].error}" if now[file].error else ""
        yield f"“{file}”这次一行也没有入库，原有{before[file].rows}行{reason.rstrip('。')}"
    for file in shrunk:
        yield f"“{file}”这次只入库{now[file].rows}行，原有{before[file].rows}行"
    if not (lost or failed or shrunk):
        changed = {name: each for name, each in before.items() if name in now and now[name].sha256 != each.sha256}
        for record, rows in sorted(_totals(changed).items()):  # the same bytes may be stated to be of another type
            if not totals[record]:
                yield f"“{declarations.record_types()[record].label}”一行也没有了，原有{rows}行"


def _is_shrunk(before: FileAccount, now: FileAccount | None, fell: Collection[str]) -> bool:
    """Tell whether a file lost more than half its rows, and no other file has them instead."""
    if now is None or not now.rows or not set(before.loaded) & set(fell):
        return False
    return now.rows * 2 < before.rows and before.rows - now.rows >= LEAST_LOST


def _rows(accounts: Accounts, file: str) -> int:
    return accounts[file].rows if file in accounts else 0


def _totals(accounts: Accounts) -> Counter[str]:
    return sum((account.loaded for account in accounts.values()), Counter[str]())


def _names(files: Sequence[str]) -> str:
    named = "、".join(f"“{file}”" for file in files[:MOST_NAMED])
    return f"{named}等{len(files)}份" if len(files) > MOST_NAMED else named
