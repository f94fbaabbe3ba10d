"""The shape of the house, read from the source: imports run one way, pages stay thin, rooms stay small."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from wording.palette import PALETTE

# The way of the data is a contract of import-linter (pyproject.toml). What it cannot see, modules directly below the root, stands here.
ROOMS = {"documents", "etl", "evidence", "indicators", "pages", "ui", "warehouse", "wording"}
ROOT_MODULES_MAY_IMPORT = {"registry": set(), "command_line": set(), "app": {"ui"}}
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
    """Return the first part of the path."""
    return name.split("/")[0].removesuffix(".py")


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


def root_modules_that_know_too_much(root: Path) -> list[str]:
    """Modules directly below the root that import more of ours than they may."""
    return [
        f"{name} imports {other}"
        for name, text in sources(root)
        if room(name) in ROOT_MODULES_MAY_IMPORT
        for other in sorted(imported(text, name))
        if other.split(".")[0] in ROOMS - ROOT_MODULES_MAY_IMPORT[room(name)]
    ]


def shared_names(root: Path) -> list[str]:
    """Modules that share their name with another below the same package. Pages and commands bear the name of their subject."""
    places: dict[tuple[str, str], list[str]] = {}
    for name, _ in sources(root):
        path = Path(name)
        if room(name) in ROOMS - {"pages"} and "commands" not in path.parts and not path.stem.startswith("__"):
            places.setdefault((room(name), path.stem), []).append(name)
    return [" and ".join(names) for names in places.values() if len(names) > 1]


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


RULES = [root_modules_that_know_too_much, shared_names, loose_pages, grown, homeless, stray_state, sql_in_pages]

OFFENCES = {
    root_modules_that_know_too_much: [("registry.py", "def f():\n    from etl import schema\n")],
    shared_names: [("etl/cleaning/again.py", ""), ("etl/building/again.py", ""), ("ui/charts/again.py", "")],
    loose_pages: [("pages/overview.py", "")],
    grown: [("pages/outcomes/overview.py", "x = 1\n" * 46)],
    homeless: [("etl/utils.py", "")],
    stray_state: [("evidence/extracts.py", "import state\nstate.session_state['a'] = 1\n")],
    sql_in_pages: [("pages/outcomes/funds.py", 'Q = "SELECT x FROM donation"\n')],
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_house_keeps_its_shape(rule, root: Path):
    assert rule(root) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_each_rule_sees_its_offence(rule, tmp_path: Path):
    for name, text in OFFENCES[rule]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")

    assert len(rule(tmp_path)) == 1
    assert OFFENCES[rule][0][0] in rule(tmp_path)[0]


def test_screen_and_files_share_one_palette(root: Path):
    theme = tomllib.loads((root / ".streamlit/config.toml").read_text(encoding="utf-8"))["theme"]

    assert list(PALETTE) == theme["chartCategoricalColors"]
