"""Many places of points are written for Plotly in as few bytes as hold them, and are the same places when they are read."""

from base64 import b64decode

import numpy as np
import pytest

from ui.charts.picture import plain_places


@pytest.mark.parametrize(("last", "dtype"), [(0, "i1"), (127, "i1"), (128, "i2"), (700, "i2")])
def test_places_are_read_back_as_they_were(last: int, dtype: str):
    places = [*range(last + 1), 0, 3]
    written = plain_places(places)

    assert written["dtype"] == dtype
    assert np.frombuffer(b64decode(written["bdata"]), dtype=f"<{dtype}").tolist() == places
