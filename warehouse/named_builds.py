"""Tells which builds something outside names: figures archived from them, and packs that left the office."""

import json
from pathlib import Path

PACKS = Path("packs", "builds.txt")  # the build of each pack, a name a line


def note_pack(data: Path, build: str) -> None:
    """Note that a pack was made from a build, so that it stays where the pack can be held against it."""
    path = data / PACKS
    if build not in _packs(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as file:
            file.write(f"{build}\n")


def named_builds(data: Path) -> dict[str, str]:
    """Return {the name of a build: what names it}: 存档的数, 送出的材料包."""
    packs = dict.fromkeys(_packs(data / PACKS), "送出的材料包")
    archived = (_build_of(path) for path in (data / "kept").glob("*/figure.json"))
    return packs | dict.fromkeys(filter(None, archived), "存档的数")


def _packs(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8", errors="replace").split() if path.is_file() else []


def _build_of(path: Path) -> str:
    """Return the build that an archived figure was taken from; nothing of one that cannot be read."""
    try:
        return str(json.loads(path.read_text(encoding="utf-8")).get("build", ""))
    except (OSError, ValueError, AttributeError):
        return ""
