"""Recipes: what a clerk settled for one layout of a ledger, kept as a small readable file and used next time without asking.

A layout is the header of a table: its texts in order, as spellings are compared. `data/recipes/<fingerprint>.toml` holds one.
"""

import hashlib
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import tomli_w

from documents.day_text import short_day_text
from documents.stored_file import stored_toml
from documents.whole_file import durably_replacing
from etl.inbox.moved_files import clear_way
from etl.parse import DateOrder

FINGERPRINT_LENGTH = 16  # hex characters = 64 bits: an office has hundreds of layouts, not billions
DATE_ORDERS: dict[str, DateOrder] = {"日月": "day-month", "月日": "month-day"}


class BadRecipe(ValueError):
    """A recipe file that cannot be used. Carries a Chinese sentence: which file, and what is wrong with it."""


@dataclass(frozen=True)
class Recipe:
    """What was settled for a layout: the record type, what its headers mean, and what holds for all its rows.

    `columns` maps a header text to the id of a declared column, or to "" for a column that is left out. `constants` maps the
    id of a column to the text that stands for empty cells; dates and years are never kept, since next month has others.
    """

    header: tuple[str, ...]
    record: str
    columns: Mapping[str, str] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    date_order: DateOrder | None = None
    only: Mapping[str, str] = field(default_factory=dict)  # header → text beneath it in the rows that are taken
    settled_on: date = date.min
    settled_by: str = ""
    file: str = ""  # the ledger for which it was settled

    @property
    def fingerprint(self) -> str:
        """Return the name under which the recipe is kept: that of its layout."""
        return fingerprint(self.header)

    @property
    def settled_words(self) -> str:
        """Return the day on which it was settled, as a report says it: 11月25日."""
        return short_day_text(self.settled_on)

    @property
    def digest(self) -> str:
        """Return what changes whenever the recipe would read a ledger differently."""
        settled = (self.record, sorted(self.columns.items()), sorted(self.constants.items()), self.date_order)
        only = (sorted(self.only.items()),) if self.only else ()
        return hashlib.sha256(repr((*settled, *only)).encode()).hexdigest()[:FINGERPRINT_LENGTH]


def fingerprint(header: Sequence[str]) -> str:
    """Return the fingerprint of a layout: the same for the same header texts in the same order, whatever lies beneath."""
    return hashlib.sha256("\n".join(header).encode()).hexdigest()[:FINGERPRINT_LENGTH]


def read_all(folder: Path) -> tuple[dict[str, Recipe], list[str]]:
    """Return {fingerprint: recipe} of a recipes folder, and one sentence for each file in it that cannot be used."""
    recipes: dict[str, Recipe] = {}
    sentences: list[str] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            recipe = read(path)
            recipes[recipe.fingerprint] = recipe
        except BadRecipe as fault:
            sentences.append(str(fault))
    return recipes, sentences


def read(path: Path) -> Recipe:
    """Return the recipe in a file. Raises BadRecipe with a sentence."""
    try:
        stored = stored_toml(path)
        return _recipe(stored)
    except (OSError, UnicodeError, tomllib.TOMLDecodeError) as fault:
        raise BadRecipe(f"记下的对应“{path.name}”读不出来，已忽略：请重新设定一次，或删除这个文件。") from fault
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise BadRecipe(f"记下的对应“{path.name}”内容不全，已忽略：请重新设定一次，或删除这个文件。") from fault


def _recipe(stored: Mapping[str, Any]) -> Recipe:
    return Recipe(
        header=tuple(map(str, stored["表头"])),
        record=str(stored["记录类型"]),
        columns={str(header): str(column) for header, column in stored.get("对应", {}).items()},
        constants={str(column): str(text) for column, text in stored.get("整份相同", {}).items()},
        date_order=DATE_ORDERS[stored["日期顺序"]] if "日期顺序" in stored else None,
        only={str(header): str(text) for header, text in stored.get("只取", {}).items()},
        settled_on=date.fromisoformat(str(stored["设定日期"])),
        settled_by=str(stored.get("设定人", "")),
        file=str(stored.get("设定时的台账", "")),
    )


def write(folder: Path, recipe: Recipe) -> Path:
    """Write a recipe aside, then in the place of a former one for the same layout; return its path."""
    order = {text: name for name, text in DATE_ORDERS.items()}
    stored: dict[str, Any] = {
        "设定日期": recipe.settled_on.isoformat(),
        "设定人": recipe.settled_by,
        "设定时的台账": recipe.file,
        "记录类型": recipe.record,
        "表头": list(recipe.header),
        **({"日期顺序": order[recipe.date_order]} if recipe.date_order else {}),
        "对应": dict(recipe.columns),
        "整份相同": dict(recipe.constants),
        **({"只取": dict(recipe.only)} if recipe.only else {}),
    }
    path = folder / f"{recipe.fingerprint}.toml"
    clear_way(folder.parent, path)
    with durably_replacing(path) as partial:
        partial.write_text(tomli_w.dumps(stored, multiline_strings=False), encoding="utf-8")
    return path
