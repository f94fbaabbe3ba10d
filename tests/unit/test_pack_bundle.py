"""The zip that is handed in: the same inputs give the same bytes, and no byte changes unnoticed."""

import hashlib
import io
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from documents.reproducible_zip import bundled
from evidence.pack.bundle import DOCUMENTS, zip_pack
from evidence.pack.content import Attachment, Pack
from evidence.pack.manifest import FORMAT, FileChange, PackError, changed_files, manifest_of, read_files
from tests.support.pack_example import BUILT_AT, example, photo


@pytest.fixture(scope="module")
def content() -> bytes:
    return zip_pack(example())


@pytest.fixture
def file(content, tmp_path) -> Path:
    path = tmp_path / "材料包.zip"
    path.write_bytes(content)
    return path


def repacked(file: Path, **changed: bytes | None) -> None:
    """Write the zip again with some files replaced (by bytes), added, or left out (None)."""
    with ZipFile(file) as old:
        files = {name: old.read(name) for name in old.namelist()} | changed
    file.write_bytes(bundled({name: body for name, body in files.items() if body is not None}, BUILT_AT))


def inside(content: bytes) -> list[tuple[str, bytes, tuple]]:
    """Every file of a zip and of the zips in it, with its date."""
    entries = []
    with ZipFile(io.BytesIO(content)) as opened:
        for entry in opened.infolist():
            body = opened.read(entry)
            entries.append((entry.filename, body, entry.date_time))
            entries += inside(body) if entry.filename.endswith(("docx", "xlsx")) else []
    return entries


def test_other_processes_in_other_time_zones_write_the_same_bytes(content, root):
    program = (
        "import hashlib; from tests.support.pack_example import example; from evidence.pack.bundle import zip_pack; "
    )
    program += "print(hashlib.sha256(zip_pack(example())).hexdigest())"
    for seed, zone in (("1", "Asia/Shanghai"), ("2", "America/New_York")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        child = subprocess.run(
            [sys.executable, "-c", program], env=environment, cwd=root, check=True, capture_output=True
        )
        assert child.stdout.decode().strip() == hashlib.sha256(content).hexdigest()


def test_no_clock_but_the_builds_is_in_any_file(content):
    files = inside(content)
    outer = [date for name, _, date in files if name in {*DOCUMENTS, "manifest.json"}]
    made = [body.decode() for name, body, _ in files if name == "docProps/core.xml"]
    assert outer == [BUILT_AT.timetuple()[:6]] * 5
    assert len(made) == 6 and all(core.count("2026-11-22T20:10:30Z</dcterms:") == 2 for core in made)


def test_the_manifest_gives_size_and_checksum_of_every_file(file):
    with ZipFile(file) as pack:
        bodies = {name: pack.read(name) for name in pack.namelist() if name != "manifest.json"}
    entries = {
        entry["name"]: (entry["size"], entry["sha256"]) for entry in manifest_of(read_files(file), file)["files"]
    }
    assert entries == {name: (len(body), hashlib.sha256(body).hexdigest()) for name, body in bodies.items()}


def test_the_manifest_says_what_was_asked_and_from_which_ledgers(file):
    stored, pack = manifest_of(read_files(file), file), example()
    assert (stored["build"], stored["inputs"], stored["format"]) == (pack.build, pack.inputs, FORMAT)
    assert stored["sources"] == [{"file": "活动台账.xlsx", "sha256": "ab" * 32}]


def test_an_untouched_pack_has_no_changes(file):
    assert changed_files(read_files(file), file) == []


def test_a_changed_figure_names_its_file(file):
    with ZipFile(file) as pack:
        body = pack.read("数据.csv")
    repacked(file, **{"数据.csv": body.replace(b"1204", b"1304")})
    assert changed_files(read_files(file), file) == [FileChange("数据.csv", "内容已改变")]


def test_a_byte_changed_inside_a_document_names_it(file):
    body = bytearray(file.read_bytes())
    body[body.index(b"<title>") + 10] ^= 1
    file.write_bytes(body)
    assert changed_files(read_files(file), file) == [FileChange("图表.html", "内容已改变")]


def test_missing_and_added_files_are_named(file):
    repacked(file, **{"图表.html": None, "附件/多出.txt": b"x"})
    assert changed_files(read_files(file), file) == [
        FileChange("图表.html", "缺少"),
        FileChange("附件/多出.txt", "清单外多出"),
    ]


def test_a_changed_manifest_is_noticed(file):
    with ZipFile(file) as pack:
        body = pack.read("manifest.json").decode()
    repacked(file, **{"manifest.json": body.replace("20261122", "20261123").encode()})
    assert changed_files(read_files(file), file) == [FileChange("manifest.json", "清单本身被改动")]


def test_no_byte_anywhere_can_change_unnoticed(file, content):
    for place in [*range(0, len(content), len(content) // 150), *range(len(content) - 300, len(content))]:
        body = bytearray(content)
        body[place] ^= 0x11
        file.write_bytes(body)
        try:
            assert changed_files(read_files(file), file), f"byte {place}"
        except PackError:
            continue


@pytest.mark.parametrize("body", [b"", b"no zip", b"PK\x03\x04" + bytes(40)])
def test_a_damaged_zip_is_a_sentence(file, body):
    file.write_bytes(body)
    with pytest.raises(PackError, match=r"材料包[.]zip”不是完好的zip文件"):
        manifest_of(read_files(file), file)


def test_a_truncated_zip_is_a_sentence(file, content):
    file.write_bytes(content[: len(content) // 2])
    with pytest.raises(PackError, match="下载不完整"):
        changed_files(read_files(file), file)


def test_a_zip_of_someone_else_is_a_sentence(file):
    repacked(file, **{"manifest.json": None})
    with pytest.raises(PackError, match="不是本系统生成的材料包"):
        manifest_of(read_files(file), file)


def test_a_pack_of_another_version_is_a_sentence(file):
    repacked(file, **{"manifest.json": json.dumps({"format": 99}).encode()})
    with pytest.raises(PackError, match="格式是第99版，本系统只能核对第1版"):
        changed_files(read_files(file), file)


def test_a_pack_that_is_gone_is_a_sentence(tmp_path):
    with pytest.raises(PackError, match="请检查文件是否还在"):
        manifest_of(read_files(tmp_path / "没有.zip"), tmp_path / "没有.zip")


def with_attachments(*attachments: Attachment) -> Pack:
    return example(attachments)


def test_attachments_go_in_unchanged_and_links_are_listed(tmp_path):
    (tmp_path / "1.jpg").write_bytes(b"\xff\xd8photo")
    link = Attachment("报道", "活动参与人次", "媒体报道", link="https://news.example/1")
    content = zip_pack(with_attachments(photo(tmp_path / "1.jpg"), link))
    assert ZipFile(io.BytesIO(content)).read("附件/合影.jpg") == b"\xff\xd8photo"
    assert "https://news.example/1" in ZipFile(io.BytesIO(content)).read("图表.html").decode()


def test_an_attachment_that_vanished_is_a_sentence(tmp_path):
    with pytest.raises(PackError, match=r"附件“邻里节合影”的文件“合影[.]jpg”找不到"):
        zip_pack(with_attachments(photo(tmp_path / "gone.jpg")))


def test_two_attachments_of_one_name_are_a_sentence(tmp_path):
    (tmp_path / "1.jpg").write_bytes(b"x")
    with pytest.raises(PackError, match=r"有两个附件都叫“合影[.]jpg”"):
        zip_pack(with_attachments(photo(tmp_path / "1.jpg"), photo(tmp_path / "1.jpg")))


@pytest.mark.parametrize("name", ["../合影.jpg", "a\\b.jpg", "..", ""])
def test_an_attachment_cannot_leave_its_folder(tmp_path, name):
    (tmp_path / "1.jpg").write_bytes(b"x")
    with pytest.raises(PackError, match="不能用"):
        zip_pack(with_attachments(photo(tmp_path / "1.jpg", name)))


def test_progress_is_told_before_each_document():
    documents = []
    zip_pack(replace(example(), sections=()), documents.append)
    assert documents == ["佐证材料.docx", "数据.xlsx", "图表.html", "数据.csv"]
