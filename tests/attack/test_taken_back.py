"""What was taken back is nowhere but in data/removed and in builds of before: not in clean files, staging, settings or recipes."""

import os
from functools import partial
from pathlib import Path

import pytest

from etl import intake
from etl.inbox.folder import Inbox
from etl.inbox.settings import Settings
from etl.inbox.staging import Staging
from etl.inbox.taken_back import names_in
from etl.trial import loaded_on_trial
from tests.attack.test_load_mishaps import limited, linux
from tests.attack.test_planted_people import everything_written
from tests.support.ledgers import GIFTS, command, loaded, process, received
from warehouse.build_in_use import current

LEDGER, NAME = "凤二村走访.csv", "张桂芳"
VISITS = "服务日期,时长（小时）\n2024-03-01,2\n2024-03-02,3\n"


@pytest.fixture
def stated(office: Path) -> Path:
    """A loaded data folder; the person of one of its ledgers was stated beside it."""
    received(office, {LEDGER: VISITS}, Settings(record="volunteer_service", constants={"姓名": NAME}))
    loaded(office)
    return office


def clean_paths(office: Path) -> set[Path]:
    return {*(office / "clean").glob("*/*")}


def test_a_person_who_was_stated_stays_with_the_ledger_and_goes_with_it(stated: Path):
    assert Inbox(stated).settings_of(LEDGER).constants == {"姓名": NAME}
    assert [NAME in path.read_text(encoding="utf-8") for path in (stated / "recipes").iterdir()] == [False]

    assert intake.take_back(stated, LEDGER, "演示")
    assert NAME not in everything_written(stated)


def test_what_was_taken_back_leaves_no_clean_file_although_no_build_is_published(stated: Path):
    received(stated, {"社东善款.csv": GIFTS})
    before = clean_paths(stated)
    loaded(stated)
    own = clean_paths(stated) - before
    (stated / "inbox" / "凤二村志愿服务.csv").unlink()  # so that the next build is held back
    taken_back = intake.take_back(stated, "社东善款.csv", "演示")

    assert taken_back and taken_back.outcome.losses
    assert own and not own & clean_paths(stated)


@linux
@pytest.mark.parametrize("size", [0, 60], ids=["no byte", "the note alone"])
def test_a_full_disk_leaves_what_was_to_be_taken_back_and_the_next_load_is_right(size: int, stated: Path):
    received(stated, {"社东善款.csv": GIFTS}, Settings(constants={"捐赠形式": "现金"}, settled_by="演示"))
    former = loaded(stated)[1].path
    files = everything_in(stated / "inbox")
    unmeasured = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    environment = unmeasured | {"PYTHONDONTWRITEBYTECODE": "1"}  # else compiled modules would be cut off
    done = process("undo", LEDGER, "--data", stated, preexec_fn=partial(limited, size), env=environment)
    loading = command("load", "--data", stated)

    assert (done.returncode, "文件超过系统允许的大小" in done.stderr, "Traceback" in done.stderr) == (1, True, False)
    assert (everything_in(stated / "inbox"), names_in(stated), current(stated)) == (files, frozenset(), former)
    assert (loading.returncode, loading.stderr) == (0, "")
    assert command("undo", LEDGER, "--data", stated).returncode == 0


def everything_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_trial_that_was_broken_off_keeps_no_ledger_that_is_taken_back(stated: Path):
    folder = Staging.of(stated, "甲").folder / "trial-1"
    with loaded_on_trial(stated, folder, []):
        assert (folder / "inbox" / LEDGER).exists()
        intake.take_back(stated, LEDGER, "演示")
        assert not (folder / "inbox" / LEDGER).exists()


def test_a_ledger_that_comes_again_after_it_was_taken_back_is_cleaned_again(stated: Path):
    (stated / "inbox" / "凤二村志愿服务.csv").unlink()
    assert intake.take_back(stated, LEDGER, "演示")
    received(stated, {LEDGER: VISITS, "凤二村志愿服务.csv": "姓名,日期,时长（小时）\n甲演示,2024-03-01,2\n"}, None)
    outcome, build = loaded(stated)

    assert LEDGER in {file for file, _ in build.rows("select file, sheet from source_file")}
    assert outcome.losses == ()
