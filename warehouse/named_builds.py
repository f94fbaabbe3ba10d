"""Tells which builds something outside names: figures archived from them, and packs that left the office."""

import re
from pathlib import Path

from command_line import UserError
from documents.stored_file import stored_json
from documents.whole_file import replacing

_NAME = re.compile(r"\d{8}-\d{6}(?:-\d+)?")
PACKS = Path("packs", "builds.txt")  # the build of each pack, a name a line
SENT = PACKS.with_name("figures.jsonl")  # the numbers of people that have left, each with the door by which
ARCHIVE = Path("kept")  # a folder a figure


def note_pack(data: Path, build: str) -> None:
    """Note that a pack was made from a build, so that it stays where the pack can be held against it."""
    path = data / PACKS
    if build not in (packs := _packs(path)):
        with replacing(path) as partial:  # a full disk must not leave an empty file, which would tell of no pack
            partial.write_text("".join(f"{name}\n" for name in (*packs, build)), encoding="utf-8")


def named_builds(data: Path) -> dict[str, str]:
    """Return {the name of a build: what names it}: 存档的数, 送出的材料包. Raises UserError where that cannot be told."""
    _check_packs(data)
    packs = dict.fromkeys(_packs(data / PACKS), "送出的材料包")
    archived = (_build_of(path) for path in (data / ARCHIVE).glob("*/figure.json"))
    return packs | dict.fromkeys(filter(None, archived), "存档的数")


def _packs(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8", errors="replace").split() if path.is_file() else []


def _check_packs(data: Path) -> None:
    """Raise UserError where the builds of packs are not told as written: what they rest on must not be removed for that."""
    names, sent = _packs(data / PACKS), data / SENT
    has_sent = sent.is_file() and '"door": "pack"' in sent.read_text(encoding="utf-8", errors="replace")
    is_empty = not names and (has_sent or (data / PACKS).exists())
    if is_empty or not all(map(_NAME.fullmatch, names)):
        raise UserError(
            f"说不清送出的材料包依据哪些批次（{PACKS.as_posix()} 缺失或损坏），什么也没有删。"
            "请从备份恢复这个文件；没有备份的，把每个材料包说明里的批次名写进去，一行一个。"
        )


def _build_of(path: Path) -> str:
    """Return the build that an archived figure was taken from; nothing of one that cannot be read."""
    try:
        return str(stored_json(path).get("build", ""))
    except (OSError, ValueError, AttributeError):
        return ""
