"""Describes what a build is made of, so that the same inputs make no second build."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from etl import clock
from etl.cleaning.file_report import FileReport, used_recipes
from etl.cleaning.job import Job
from warehouse.build import FORMAT


@dataclass(frozen=True)
class BuildInputs:
    """What a build is made of: clean files, files that could not be read and why, and names of organisations merged to others.

    `secret_id` names the secret by which people became keys.
    """

    cleaned: Sequence[tuple[Job, FileReport]]
    failed: Sequence[tuple[Job, str]]
    is_demo: bool
    secret_id: str
    merged: Mapping[str, str] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """Return a hash of all that the rows of a build depend on; the day is among it, since dates in the future are refused."""
        files = [(report.file, report.fingerprint, sorted(used_recipes(report).items())) for _, report in self.cleaned]
        return hashlib.sha256(
            repr((FORMAT, self.is_demo, clock.today(), files, sorted(self.merged.items()))).encode()
        ).hexdigest()

    @property
    def failures(self) -> tuple[str, ...]:
        """Return a hash for each file that gives nothing and why."""
        failures = ((job.ledger.name, sentence) for job, sentence in self.failed)
        return tuple(hashlib.sha256(repr(failure).encode()).hexdigest()[:16] for failure in failures)
