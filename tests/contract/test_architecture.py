"""The shape of the house, read from the source: imports run one way, pages stay thin, rooms stay small."""

import ast
import re
import shutil
import subprocess
import sys
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
VAGUE = {
    "one",
    "found",
    "said",
    "asked",
    "given",
    "kept",
    "told",
    "plain",
    "thing",
}  # a value has a type, and its name says which
MOST_VAGUE = 1  # a thousand lines
TYPE_NAME = re.compile(r"[A-Z][a-z]\w+")
SQL_WORDS = ("select ", "from ", "group by", "insert into", "create table")


def sources(root: Path) -> Iterator[tuple[str, str]]:
    """Yield (path from the root, text) of every Python file of ours."""
    places = [place for place in root.iterdir() if not place.name.startswith(".")]
    for path in sorted([*root.glob("*.py"), *(path for place in places for path in place.rglob("*.py"))]):
        yield path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")


def program(root: Path) -> Iterator[tuple[str, str]]:
    """Yield (path from the root, text) of every file that runs for a reader: neither tests nor benchmarks nor the sample."""
    return ((name, text) for name, text in sources(root) if room(name) in ROOMS | ROOT_MODULES_MAY_IMPORT.keys())


def room(name: str) -> str:
    """Return the first part of the path."""
    return name.split("/")[0].removesuffix(".py")


def imported(text: str, name: str) -> set[str]:
    """Return the dotted names a file imports, wherever in it; an import of a name counts with it: `etl.schema`."""
    package = name.split("/")[:-1]
    names = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            origin = package[: len(package) - node.level + 1] if node.level else []
            base = ".".join([*origin, *filter(None, [node.module])])
            names |= {f"{base}.{alias.name}" for alias in node.names}
    return names


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


def vague_names(root: Path) -> list[str]:
    """The share of variables, loop variables and parameters whose name tells nothing, if it is above the limit."""
    lines, vague = 0, []
    for name, text in program(root):
        lines += text.count("\n")
        vague += [f"{name}:{node.lineno}" for node in ast.walk(ast.parse(text)) if _new_name(node) in VAGUE]
    share = 1000 * len(vague) / max(lines, 1)
    return [f"{share:.1f} vague names a thousand lines, the last in {vague[-1]}"] if share > MOST_VAGUE else []


def _new_name(node: ast.AST) -> str | None:
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        return node.id
    return node.arg if isinstance(node, ast.arg) else None


def shared_types(root: Path) -> list[str]:
    """Classes and named types that bear one name in two files of the program."""
    places: dict[str, list[str]] = {}
    for name, text in program(root):
        for type_name in _types_of(ast.parse(text)):
            places.setdefault(type_name, []).append(name)
    return [f"{name} in {' and '.join(files)}" for name, files in places.items() if len(files) > 1]


def _types_of(module: ast.Module) -> Iterator[str]:
    for node in module.body:
        if isinstance(node, ast.ClassDef):
            yield node.name
        targets = node.targets if isinstance(node, ast.Assign) else []
        yield from (target.id for target in targets if isinstance(target, ast.Name) and TYPE_NAME.fullmatch(target.id))


# Each rule, and what it must see.
OFFENCES = {
    root_modules_that_know_too_much: [("registry.py", "def f():\n    from etl import schema\n")],
    shared_names: [("etl/cleaning/again.py", ""), ("etl/building/again.py", ""), ("ui/charts/again.py", "")],
    loose_pages: [("pages/overview.py", "")],
    grown: [("pages/outcomes/overview.py", "x = 1\n" * 46)],
    homeless: [("etl/utils.py", "")],
    stray_state: [("evidence/extracts.py", "import state\nstate.session_state['a'] = 1\n")],
    sql_in_pages: [("pages/outcomes/funds.py", 'Q = "SELECT x FROM donation"\n')],
    vague_names: [("etl/load.py", "def f(given):\n    return [one for one in given]\n")],
    shared_types: [("etl/load.py", "class Again: ...\n"), ("ui/load.py", "Again = dict[str, str]\n")],
}
RULES = list(OFFENCES)

# Each contract of import-linter, and an import it must see.
SMUGGLED = {
    "Imports run one way": ("etl/inbox/smuggled.py", "import etl.building"),
    "Above the ETL only its declarations are known": ("warehouse/smuggled.py", "import etl.cleaning"),
    "Streamlit is known to screens only": ("documents/smuggled.py", "import streamlit"),
    "Declarations and figures need no data frames": ("indicators/smuggled.py", "import pandas"),
    "An engine of a cluster is known to its own module only": ("indicators/smuggled.py", "import sqlglot"),
    "A page asks no query": ("pages/data/smuggled.py", "import duckdb"),
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


@pytest.fixture(scope="module")
def house(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program to do wrong in."""
    copy = tmp_path_factory.mktemp("house")
    for path in [root / "pyproject.toml", *(root / name for name, _ in program(root))]:
        target = copy / path.relative_to(root)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
    return copy


def broken_contracts(house: Path) -> list[str]:
    command = [Path(sys.executable).with_name("lint-imports"), "--cache-dir", "import-cache"]
    report = subprocess.run(command, cwd=house, capture_output=True, text=True, check=False).stdout
    return [line.split(" BROKEN")[0] for line in report.splitlines() if " BROKEN" in line]


def test_every_contract_is_tried_and_kept(root: Path, house: Path):
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]

    assert [contract["name"] for contract in settings["contracts"]] == list(SMUGGLED)
    assert broken_contracts(house) == []


def test_every_module_of_the_etl_has_its_floor(root: Path):
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    floors = {name for layer in settings["contracts"][0]["layers"] for name in re.split(r" [|:] ", layer)}

    assert {f"etl.{path.stem}" for path in (root / "etl").glob("[!_]*")} - floors == set()


@pytest.mark.parametrize("contract", SMUGGLED)
def test_each_contract_sees_its_offence(contract: str, house: Path):
    place, line = SMUGGLED[contract]
    (house / place).write_text(f"{line}\n", encoding="utf-8")
    broken = broken_contracts(house)
    (house / place).unlink()

    assert contract in broken
