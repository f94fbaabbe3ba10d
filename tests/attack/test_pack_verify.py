"""A changed pack is found out: by its bytes, by its own numbers, by the records, by writing its documents again."""

import csv
import hashlib
import io
import json
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from documents.csv_file import csv_for_excel
from documents.reproducible_zip import bundled
from evidence.pack import pack_verification
from evidence.pack.manifest import MANIFEST, PackError, read_files
from evidence.pack.pack_verification import KEY, PackReport, hidden_since, verify_pack
from tests.support.pack_request import FENGER
from warehouse.build import Build


def resealed(path: Path, changes: dict[str, Callable[[bytes], bytes]], **inputs: object) -> Path:
    """Change files of a pack and make its manifest agree, as a forger would who reads how it is made."""
    files = read_files(path)
    manifest = json.loads(files[MANIFEST])
    manifest["inputs"] |= inputs
    files |= {name: change(files[name]) for name, change in changes.items()}
    for entry in manifest["files"]:
        entry |= {"size": len(files[entry["name"]]), "sha256": hashlib.sha256(files[entry["name"]]).hexdigest()}
    del manifest["seal"]
    seal = hashlib.sha256(json.dumps(manifest, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
    files[MANIFEST] = json.dumps({**manifest, "seal": seal}, ensure_ascii=False, indent=1).encode()
    changed = path.with_name("改过.zip")
    changed.write_bytes(bundled(files, datetime.fromisoformat(manifest["built_at"])))
    return changed


def differences(report: PackReport, name: str) -> str:
    return "\n".join(next(check.differences for check in report.checks if check.name == name))


def test_an_untouched_pack_is_the_same_to_the_last_byte(zipped: Path, sample_folder: Path) -> None:
    report = verify_pack(zipped, sample_folder)
    assert [(check.name, check.differences) for check in report.checks] == [
        (name, ()) for name in ("文件", "数字与自身", "数字与记录", "口径", "文档")
    ]


@pytest.mark.parametrize("place", [0.1, 0.5, 0.9])
def test_one_changed_byte_is_noticed(small: Path, sample_folder: Path, tmp_path: Path, place: float) -> None:
    content = bytearray(small.read_bytes())
    content[int(len(content) * place)] ^= 1
    (tmp_path / "坏.zip").write_bytes(content)
    assert not verify_pack(tmp_path / "坏.zip", sample_folder).is_same


def hours_more(content: bytes) -> bytes:
    line = next(line for line in content.split(b"\r\n") if b"volunteer_hours" in line and FENGER.encode() in line)
    cells = line.split(b",")
    return content.replace(line, b",".join([*cells[:8], b"99999", *cells[9:]]))


def test_a_figure_changed_under_a_new_seal_is_found_by_its_own_sides(zipped: Path, tmp_path: Path) -> None:
    report = verify_pack(resealed(zipped, {"数据.csv": hours_more}), tmp_path)
    assert not report.checks[0].differences
    assert "志愿服务时间（凤二村（演示），" in differences(report, "数字与自身")
    assert "没有可用的数据批次" in report.checks[-1].how
    assert report.verdict.endswith("没有核对：数字与记录。")


def test_a_figure_changed_with_both_sides_is_found_by_the_records(zipped: Path, sample_folder: Path) -> None:
    def both(content: bytes) -> bytes:
        changed = hours_more(content)
        line = next(line for line in changed.split(b"\r\n") if b",99999," in line)
        cells = line.split(b",")
        return changed.replace(line, b",".join([*cells[:11], b"99999", *cells[12:]]))

    report = verify_pack(resealed(zipped, {"数据.csv": both}), sample_folder)
    assert "数值99999，按记录是" in differences(report, "数字与记录")
    assert "“数据.csv”与“数据.xlsx”不同" in differences(report, "数字与自身")


def test_a_pack_made_before_its_data_told_of_reports_agrees_with_the_records(small: Path, sample_folder: Path) -> None:
    def without_reports(body: bytes) -> bytes:
        rows = [row[:-2] for row in csv.reader(io.StringIO(body.decode("utf-8-sig"), newline=""))]
        return csv_for_excel(rows[0], rows[1:])

    report = verify_pack(resealed(small, {"数据.csv": without_reports}), sample_folder)
    assert differences(report, "数字与记录") == ""


def test_a_sentence_changed_in_word_is_found_by_writing_it_again(zipped: Path, sample_folder: Path) -> None:
    def reworded(content: bytes) -> bytes:
        with ZipFile(io.BytesIO(content)) as old:
            parts = {name: old.read(name).replace("万余人".encode(), "万多人".encode()) for name in old.namelist()}
        return bundled(parts, datetime(2026, 1, 1))

    report = verify_pack(resealed(zipped, {"佐证材料.docx": reworded}), sample_folder)
    assert differences(report, "文档") == "佐证材料.docx：与按记录重新生成的不同"


def test_a_pack_of_a_build_that_is_gone_is_checked_against_the_present_one(
    small: Path, build: Build, tmp_path: Path
) -> None:
    (tmp_path / "builds").mkdir()
    shutil.copy(build.path, tmp_path / "builds" / "later.duckdb")
    (tmp_path / "builds" / "CURRENT").write_text("later.duckdb")
    report = verify_pack(small, tmp_path)
    assert f"原批次{build.name}不在这里，按现在的批次later重新计算" in [c.how for c in report.checks][2]
    assert report.is_same


@pytest.mark.parametrize(
    "inputs",
    [
        {"communities": []},
        {"communities": [1]},
        {"from": "gestern"},
        {"questions": [{"by": ["drop table activity"], "indicators": ["activities"]}]},
        {"questions": [{"by": [], "indicators": ["none"]}]},
        {"questions": None},
        {"chosen": ["none"]},
        {"template": "none"},
        {"k": float("inf")},
    ],
    ids=str,
)
def test_a_manifest_that_asks_for_nonsense_gets_an_answer(
    small: Path, sample_folder: Path, inputs: dict[str, object]
) -> None:
    report = verify_pack(resealed(small, {}, **inputs), sample_folder)
    assert report.checks[0].name == "文件"
    assert len(report.checks) > 1


def test_a_pack_without_its_data_says_what_cannot_be_checked(zipped: Path, sample_folder: Path) -> None:
    report = verify_pack(resealed(zipped, {"数据.csv": lambda _: b""}), sample_folder)
    assert "“数据.csv”" in differences(report, "数字")


def rebuilt(change: Callable[[str, bytes], bytes]) -> Callable[[bytes], bytes]:
    """Return what changes the parts of a workbook, each given with its name."""

    def changed(workbook: bytes) -> bytes:
        stream = io.BytesIO()
        with ZipFile(io.BytesIO(workbook)) as old, ZipFile(stream, "w", ZIP_DEFLATED, compresslevel=1) as new:
            for name in old.namelist():
                new.writestr(name, change(name, old.read(name)))
        return stream.getvalue()

    return changed


def bomb(name: str, part: bytes) -> bytes:
    """A sheet of 510 MB that packs into less than one."""
    return part + b" " * 510_000_000 if name == "xl/worksheets/sheet2.xml" else part


def broken_xml(name: str, part: bytes) -> bytes:
    return part[: len(part) // 2] + b"<" if name == "xl/worksheets/sheet2.xml" else part


def entities(name: str, part: bytes) -> bytes:
    """Ten entities, each ten times the one before: 10 GB of text where they are expanded."""
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    doctype = f'<!DOCTYPE sst [<!ENTITY e0 "laughter">{levels}]>'.encode()
    if name != "xl/sharedStrings.xml":
        return part
    return part.replace(b"?>", b"?>" + doctype, 1).replace(b"<t>", b"<t>&e9;")


@pytest.mark.parametrize("change", [bomb, broken_xml, entities])
def test_a_workbook_made_to_do_harm_is_a_sentence(
    small: Path, tmp_path: Path, change: Callable[[str, bytes], bytes]
) -> None:
    report = verify_pack(resealed(small, {"数据.xlsx": rebuilt(change)}), tmp_path)
    assert differences(report, "数字与自身") == "“数据.xlsx”缺少或读不出来，没有与“数据.csv”对照。"


@pytest.mark.parametrize(
    "manifest",
    [b"[" * 100_000, b'{"format": 1}', b'{"format": 1, "files": [1]}', b'{"format": 1, "files": {"name": 1}}'],
)
def test_a_manifest_that_is_none_is_a_sentence(tmp_path: Path, manifest: bytes) -> None:
    path = tmp_path / "包.zip"
    path.write_bytes(bundled({MANIFEST: manifest}, datetime(2026, 1, 1)))
    with pytest.raises(PackError, match="没有可读的"):
        verify_pack(path, tmp_path)


@pytest.mark.parametrize("built_at", ["", "gestern", "0001-01-01", "9999-01-01"])
def test_a_manifest_with_an_impossible_time_gets_an_answer(tmp_path: Path, built_at: str) -> None:
    contents = {"format": 1, "files": [], "built_at": built_at}
    seal = hashlib.sha256(json.dumps(contents, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
    sealed = json.dumps({**contents, "seal": seal}, ensure_ascii=False, indent=1).encode()
    (tmp_path / "包.zip").write_bytes(bundled({MANIFEST: sealed}, datetime(2026, 1, 1)))
    assert "压缩包的外壳被改动" in differences(verify_pack(tmp_path / "包.zip", tmp_path), "文件")


@pytest.mark.parametrize(
    ("then", "now"),
    [
        ("2023年1月至2023年8月", "2023年1月至8月"),
        ("2023-01-01至2023-09-08", "2023年1月1日至2023年9月8日"),
        ("2024年", "2024年"),
        ("2023年12月至2024年2月", "2023年12月至2024年2月"),
    ],
)
def test_a_window_of_a_pack_made_before_is_read_in_the_words_of_today(then: str, now: str):
    reworded = pack_verification._in_present_words({"统计期": then})["统计期"]

    assert reworded == pack_verification._in_present_words({"统计期": now})["统计期"]


def test_a_number_that_would_be_hidden_today_is_no_difference_if_it_is_that_of_the_records() -> None:
    key = dict.fromkeys(KEY, "同")
    in_pack = [{**key, "社区": "甲", "数值": "88"}, {**key, "社区": "乙", "数值": "89"}]
    exact = [{**key, "社区": "甲", "数值": "88"}, {**key, "社区": "乙", "数值": "88"}]
    expected = [{**row, "数值": ""} for row in exact]
    assert {name[1] for name in hidden_since(in_pack, exact, expected)} == {"甲"}
