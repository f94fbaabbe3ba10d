"""Which hidden numbers follow from equations: those without which the equations have a smaller rank, as linear algebra says."""

from itertools import chain
from random import Random

import numpy as np
import pytest

from indicators.disclosure.equations import Equation
from indicators.disclosure.people_counts import CountCell
from indicators.disclosure.solving import MANY_TERMS, Terms

CELLS, BLOCKS = 12, 60  # numbers of a block, whose equations no other one shares


def block(random: Random, first: int) -> list[Equation]:
    """Return some equations between few numbers, many of them short, some said twice or with all signs turned."""
    equations: list[Equation] = []
    for _ in range(random.randint(3, 10)):
        cells = random.sample(range(first, first + CELLS), random.choice([1, 2, 2, 2, 3, 3, 4, 6]))
        equation = {(cell, 0): random.choice([1, -1]) for cell in cells}
        equations += [equation, {cell: -sign for cell, sign in equation.items()}][: random.randint(1, 2)]
    return equations


def fixed_by_rank(equations: list[Equation], hidden: set[int]) -> set[CountCell]:
    """Return the numbers without whose column the equations between hidden ones have a smaller rank."""
    cells = sorted({cell for equation in equations for cell in equation if cell[0] in hidden})
    matrix = np.array([[equation.get(cell, 0) for cell in cells] for equation in equations])
    rank = np.linalg.matrix_rank(matrix)
    without = (np.linalg.matrix_rank(np.delete(matrix, column, axis=1)) for column in range(len(cells)))
    return {cell for cell, other in zip(cells, without, strict=True) if other < rank}


@pytest.mark.parametrize("seed", range(8))
def test_equations_fix_the_cells_that_the_rank_of_their_matrix_says(seed: int) -> None:
    random = Random(seed)
    blocks = [block(random, number * CELLS) for number in range(BLOCKS)]
    hidden = {cell for cell in range(BLOCKS * CELLS) if random.random() < 0.9}
    expected = set(chain.from_iterable(fixed_by_rank(each, hidden) for each in blocks))
    equations = list(chain.from_iterable(blocks))
    assert sum(cell in hidden for equation in equations for cell, _ in equation) > MANY_TERMS
    assert Terms(equations).fixed(hidden) == expected
    for of_block in blocks[:10]:  # few terms are solved as they are
        assert Terms(of_block).fixed(hidden) == fixed_by_rank(of_block, hidden)


def test_equations_fix_nothing_where_nothing_is_hidden() -> None:
    assert Terms([{(0, 0): 1, (1, 0): -1}]).fixed(set()) == set()
    assert Terms([]).fixed({1}) == set()
