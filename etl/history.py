"""Keeps the history of what was taken in, taken back and decided: data/history.jsonl, a line an act, only ever added to."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal

from command_line import DONE, UserError
from documents.stored_file import parsed_json
from etl.inbox.write_lock import write_lock

FILE = "history.jsonl"
Act = Literal["导入", "撤回", "仍然采用", "恢复", "合并机构", "机构不同", "撤销机构"]


@dataclass(frozen=True)
class HistoryEntry:
    """Who did what to which files (or names of organisations), when, by which remembered layouts, and which build came of it ("" when none did)."""

    at: str  # ISO time with the zone of the machine
    who: str
    act: Act
    files: tuple[str, ...]
    build: str
    loaded: int = 0
    refused: int = 0
    recipes: tuple[str, ...] = field(default=())  # 志愿服务（11月25日）


class NotNoted(UserError):
    """What was done is done and only not in the history. Carries a Chinese sentence that says so."""

    exit_code = DONE

    def __init__(self, entry: HistoryEntry) -> None:
        outcome = f"现在用的批次是 {entry.build}" if entry.build else "没有新批次"
        super().__init__(
            f"“{entry.act}”已经完成（{outcome}），只是没有记进历史：{FILE} 写不进去。请检查这个文件的权限和磁盘。"
        )


def now() -> str:
    """Return the present time as entries hold it."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


def add(folder: Path, entry: HistoryEntry) -> None:
    """Add a line to the history of a data folder. Raises NotNoted where the line cannot be written: what it tells has happened."""
    line = json.dumps(asdict(entry), ensure_ascii=False)
    with write_lock(folder):
        try:
            with (folder / FILE).open("a", encoding="utf-8") as file:
                file.write(f"{line}\n")
        except OSError as error:
            raise NotNoted(entry) from error


def entries(folder: Path) -> list[HistoryEntry]:
    """Return the history of a data folder, newest first; a line that cannot be read is left out."""
    try:
        lines: Sequence[str] = (folder / FILE).read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return []
    return [entry for line in reversed(lines) if (entry := _entry(line))]


def _entry(line: str) -> HistoryEntry | None:
    try:
        stored = parsed_json(line)
        datetime.fromisoformat(stored["at"])
        return HistoryEntry(**{**stored, "files": tuple(stored["files"]), "recipes": tuple(stored["recipes"])})
    except (ValueError, TypeError, KeyError):
        return None
