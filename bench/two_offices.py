"""The two offices that are compared: one of many sign-ins, and the sample; each is loaded once for all measurements."""

import resource
import shutil
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

import duckdb

from bench.loading import cpu_seconds, load
from bench.office import community, write_office, write_one_row
from bench.served_app import Opened, ServedApp
from etl.inbox.folder import SAMPLE
from warehouse.build import Build
from warehouse.build_in_use import current

BLOCK = 512  # bytes, of what the system counts as written
OF_SAMPLE = "凤二村（演示）"


@dataclass(frozen=True)
class FirstLoad:
    """What a first load took: processor time, bytes written, and the most memory of a process in GB."""

    cpu: float
    written: int
    peak: float


class TwoOffices:
    """Data folders below a folder: `large` with so many sign-ins of so many communities, and `sample`."""

    def __init__(self, folder: Path, sign_ins: int, communities: int) -> None:
        self.folder, self.sign_ins, self.communities = folder, sign_ins, communities
        self.large = folder / "large"
        self._first_opened: dict[tuple[Path | str, ...], Opened] = {}

    @cached_property
    def ledgers(self) -> list[Path]:
        """The ledgers of the large office: register, activities, sign-ins."""
        return write_office(self.folder / "ledgers", self.sign_ins, self.communities)

    @property
    def sign_in_ledgers(self) -> list[Path]:
        """The ledgers of sign-ins alone."""
        return self.ledgers[2:]

    @cached_property
    def first_load(self) -> FirstLoad:
        """What the first load of the large office took."""
        folder = self.ledgers[0].parent
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_oublock
        cpu = cpu_seconds(partial(load, folder, self.large))
        self._must_hold_all_sign_ins()
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return FirstLoad(cpu, (used.ru_oublock - before) * BLOCK, used.ru_maxrss / 1e6)

    def _must_hold_all_sign_ins(self) -> None:
        """Raise where the load left any out: an office without them opens fast, and says nothing of one with them."""
        files = len(self.sign_in_ledgers)
        ((loaded,),) = Build(current(self.large)).rows("select count(*) from attendance")
        if loaded != (expected := self.sign_ins // files * files):
            raise RuntimeError(f"{loaded:,} of {expected:,} sign-ins were loaded")

    @cached_property
    def sample(self) -> Path:
        """The data folder of the sample."""
        load(SAMPLE, self.folder / "sample")
        return self.folder / "sample"

    @property
    def build(self) -> Build:
        """The build of the large office, opened anew."""
        assert self.first_load
        return Build(current(self.large))

    def one_row_more(self) -> tuple[float, float]:
        """Return the processor time of one row more, of copies of the large office and of the sample."""
        assert self.first_load
        large = self._one_row_more(self.large, community(1))
        return large, self._one_row_more(self.sample, OF_SAMPLE)

    def _one_row_more(self, data: Path, name: str) -> float:
        copy = self.folder / f"copy of {data.name}"
        shutil.copytree(data, copy)
        seconds = cpu_seconds(partial(load, write_one_row(self.folder / "一行签到.csv", name), copy))
        shutil.rmtree(copy)
        return seconds

    def first_opened(self, data: Path, page: str, **choice: str) -> Opened:
        """Return what a page took that was the first one opened in a process; measured once."""
        assert self.first_load
        key: tuple[Path | str, ...] = (data, page, *choice.values())
        if key not in self._first_opened:
            with ServedApp(data) as app:
                self._first_opened[key] = app.open(page, **choice)
        return self._first_opened[key]

    @cached_property
    def one_file(self) -> Path:
        """One Parquet file with the participation of the large office, as whoever has only DuckDB would keep it."""
        path = self.folder / "participation.parquet"
        files = [str(file) for file in sorted((self.large / "shards").rglob("participation.parquet"))]
        duckdb.execute(f"copy (from read_parquet({files}) order by community, held_on) to '{path}'")
        return path
