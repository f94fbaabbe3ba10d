"""Numbers by day as whole ones, so that sums are exact, as far as whole ones hold them."""

import numpy as np
import pytest

from indicators.cells.day_cells import whole_numbers


@pytest.mark.filterwarnings("error")
def test_numbers_are_whole_where_their_sum_can_be_held():
    cents, scale = whole_numbers(np.array([0.1, 0.25]))
    assert (cents.tolist(), scale) == ([10, 25], 100)
    squares = np.array([13987651111.0**2, 4.0])
    assert whole_numbers(squares) == (pytest.approx(squares), 1)
