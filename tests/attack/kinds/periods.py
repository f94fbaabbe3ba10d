"""Every page in every period on data of a day, a month, a year and five years: none shows an incident."""

import os
import random as randoms
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from streamlit.testing.v1 import AppTest

from tests.screen.conftest import ROOT
from tests.screen.test_short_data import FILTERED, SPANS, assert_opens, fill
from tests.support.attacks import SURVIVED, Attack
from ui.frame.filters import PERIODS


def attempt(random: randoms.Random, folder: Path) -> Iterator[str]:
    folders = {span: folder / span for span in SPANS}
    for span, data in folders.items():
        fill(data, span)
    choices = [*product(SPANS, FILTERED, PERIODS)]
    for span, page, period in random.sample(choices, len(choices)):
        os.environ["DATA_DIR"] = str(folders[span])
        tester = AppTest.from_file(str(ROOT / "ui" / "frame" / "navigation.py"), default_timeout=300)
        tester.query_params["period"] = period
        tester.switch_page(f"../../pages/{page}").run()
        try:
            assert_opens(tester, span, period)
            yield SURVIVED
        except AssertionError as loss:
            yield f"{page} {loss}"


ATTACK = Attack(attempt, 1)
