"""The shape of the house, read from the source: imports run one way, pages stay thin, rooms stay small."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from evidence.palette import PALETTE

# What each room may import of ours. Lower rooms never know the higher ones. The sample is no part of the program.
ROOMS = {
    "registry": set(),
    "sample": {"registry"},
    "etl": {"registry"},
    "warehouse": {"etl", "registry"},
    "indicators": {"warehouse", "etl", "registry"},
    "evidence": {"indicators", "warehouse", "etl", "registry"},
    "ui": {"evidence", "indicators", "warehouse", "etl", "registry"},
    "pages": {"ui", "evidence", "indicators", "warehouse", "etl", "registry"},
    "app": {"ui", "evidence", "indicators", "warehouse", "etl", "registry"},
    "command line": {"sample", "evidence", "indicators", "warehouse", "etl", "registry"},
}
DECLARED = {"schema", "records", "facts"}  # all that the rooms between etl and the screens may know of etl
KNOW_DECLARATIONS_ONLY = {"warehouse", "indicators", "evidence"}
LIBRARIES_KEPT_OUT = {
    "etl/records": {"streamlit", "pandas"},
    "indicators": {"streamlit", "pandas", "plotly"},
    "evidence": {"streamlit", "plotly"},
    "etl": {"streamlit", "plotly"},
    "pages": {"duckdb", "pandas", "pyarrow"},
}
SPEAKS_STREAMLIT = {"app", "pages", "ui"}
MOST_LINES = {"pages": 45}
MOST_LINES_ANYWHERE = 250
HOMELESS = {"utils", "util", "helpers", "helper", "common", "misc"}
SQL_WORDS = ("select ", "from ", "group by", "insert into", "create table")


def sources(root: Path) -> Iterator[tuple[str, str]]:
    """Yield (path from the root, text) of every Python file of ours."""
    places = [place for place in root.iterdir() if not place.name.startswith(".")]
    for path in sorted([*root.glob("*.py"), *(path for place in places for path in place.rglob("*.py"))]):
        yield path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")


def room(name: str) -> str:
    """Return the first part of the path; a command line is a door like app.py, wherever it lies."""
    return "command line" if name.endswith("/__main__.py") else name.split("/")[0].removesuffix(".py")


def imported(text: str, name: str) -> set[str]:
    """Return the dotted names a file imports, wherever in it; an import of a name counts with it: `etl.schema`."""
    package = name.split("/")[:-1]
    found = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            origin = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*origin, *filter(None, [node.module])])
            found |= {f"{base}.{alias.name}" for alias in node.names}
    return found


def wrong_ways(root: Path) -> list[str]:
    """Imports that run up the house."""
    return [
        f"{name} imports {other}"
        for name, text in sources(root)
        if room(name) in ROOMS
        for other in sorted(imported(text, name))
        if not may_import(room(name), *other.split("."))
    ]


def may_import(here: str, target: str, part: str = "", *_: str) -> bool:
    if target == "etl" and here in KNOW_DECLARATIONS_ONLY:
        return part in DECLARED
    return target not in ROOMS or target in ROOMS[here] | {here}


def foreign_libraries(root: Path) -> list[str]:
    """Libraries in rooms that must not know them."""
    return [
        f"{name} imports {other}"
        for name, text in sources(root)
        if room(name) in ROOMS
        for other in sorted(imported(text, name))
        if other.split(".")[0] in kept_out(name)
    ]


def kept_out(name: str) -> set[str]:
    listed = (libraries for place, libraries in LIBRARIES_KEPT_OUT.items() if name.startswith(f"{place}/"))
    return set().union(*listed, set() if room(name) in SPEAKS_STREAMLIT else {"streamlit"})


def loose_pages(root: Path) -> list[str]:
    """Files directly in pages/: Streamlit would serve them without the frame, and so without its checks."""
    return [name for name, _ in sources(root) if name.startswith("pages/") and name.count("/") == 1]


def grown(root: Path) -> list[str]:
    """Files that need a second look."""
    return [
        f"{name} has {lines} lines"
        for name, text in sources(root)
        if (lines := text.count("\n")) > MOST_LINES.get(room(name), MOST_LINES_ANYWHERE)
    ]


def homeless(root: Path) -> list[str]:
    """Modules without a noun of their own."""
    return [name for name, _ in sources(root) if Path(name).stem in HOMELESS]


def stray_state(root: Path) -> list[str]:
    """Session state outside ui/: widget keys are the only state, and ui/ owns them."""
    return [
        name for name, text in sources(root) if room(name) in ROOMS and room(name) != "ui" and "session_state" in text
    ]


def sql_in_pages(root: Path) -> list[str]:
    """Texts in pages that read like a query."""
    return [
        f"{name}:{node.lineno}"
        for name, text in sources(root)
        if room(name) == "pages"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if sum(word in node.value.lower() for word in SQL_WORDS) >= 2
    ]


RULES = [wrong_ways, foreign_libraries, loose_pages, grown, homeless, stray_state, sql_in_pages]

OFFENCES = {
    wrong_ways: ("indicators/engine.py", "def f():\n    from ui import charts\n"),
    foreign_libraries: ("etl/records/activity.py", "import pandas as pd\n"),
    loose_pages: ("pages/overview.py", ""),
    grown: ("pages/outcomes/overview.py", "x = 1\n" * 46),
    homeless: ("etl/utils.py", ""),
    stray_state: ("evidence/extracts.py", "import state\nstate.session_state['a'] = 1\n"),
    sql_in_pages: ("pages/outcomes/funds.py", 'Q = "SELECT x FROM donation"\n'),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_house_keeps_its_shape(rule, root: Path):
    assert rule(root) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_each_rule_sees_its_offence(rule, tmp_path: Path):
    name, text = OFFENCES[rule]
    (tmp_path / name).parent.mkdir(parents=True)
    (tmp_path / name).write_text(text, encoding="utf-8")

    assert len(rule(tmp_path)) == 1
    assert rule(tmp_path)[0].startswith(name)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("etl/build.py", "import warehouse\n"),
        ("indicators/engine.py", "from etl.store import Job\n"),
        ("warehouse.py", "from indicators.model import Filters\n"),
        ("evidence/pack/word.py", "import streamlit as st\n"),
        ("pages/outcomes/funds.py", "import duckdb\n"),
        ("indicators/definitions/hours.py", "import streamlit\n"),
    ],
)
def test_these_imports_are_refused(name: str, text: str, tmp_path: Path):
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text(text, encoding="utf-8")

    assert wrong_ways(tmp_path) + foreign_libraries(tmp_path) != []


def test_screen_and_files_share_one_palette(root: Path):
    theme = tomllib.loads((root / ".streamlit/config.toml").read_text(encoding="utf-8"))["theme"]

    assert list(PALETTE) == theme["chartCategoricalColors"]
