"""No file goes without a reason, not even one read by another version of the program than the one that asked for it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from etl.cleaning.cleaned_inbox import clean_all
from etl.cleaning.job import Job
from etl.inbox.folder import Ledger, file_sha256
from etl.inbox.settings import Settings


def test_a_file_read_by_an_updated_program_is_named_with_what_to_do(tmp_path: Path):
    path = tmp_path / "台账.csv"
    path.write_text("活动名称,活动日期,参加人数\n下午茶,2024-03-11,20\n", encoding="utf-8")
    job = Job(Ledger(path.name, path, file_sha256(path), Settings()), tmp_path, b"0" * 32)

    def by_another_version(work: Any, jobs: Any) -> Iterator[tuple[Any, Any]]:
        yield from ((job, replace(work(job), fingerprint="of another version")) for job in jobs)

    cleaned = clean_all([job], by_another_version, lambda done, of, name: None)

    assert [sentence for _, sentence in cleaned.failed] == [
        "程序在看板运行时更新过，这一份没有读入。请重新启动看板（或命令），再导入一次。"
    ]
