"""The example of the guide "Add an indicator" counts what its sentence says, on activities with empty cells."""

import ast
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from indicators.engine import figures_of
from indicators.model import Indicator
from tests.support.builds import year
from warehouse.build import Build

GUIDE = Path(__file__).parents[2] / "docs/how-to/add-an-indicator.md"
METHODS = ["小组", "走访", None, None]


def example() -> Indicator:
    """Return the indicator that the Python block of the guide declares."""
    (source,) = re.findall(r"^```python [^\n]*\n(.*?)^```", GUIDE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    module: dict[str, Indicator] = {}
    exec(compile(source, str(GUIDE), "exec"), module)
    return replace(module["INDICATOR"], id="group_session_share", words=ast.get_docstring(ast.parse(source)) or "")


def test_the_example_counts_activities_that_state_no_method(make_build: Callable[..., Build]) -> None:
    activities = [{"title": "活动", "held_on": "2025-03-01", "method": method} for method in METHODS]
    (figure,) = figures_of(make_build({"activity": activities}), [example()], year(2025))
    assert (figure.numerator, figure.denominator) == (1, 3)  # one group session of all but the visit
    assert figure.value == pytest.approx(100 / 3)
