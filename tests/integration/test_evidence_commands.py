"""The command line of the evidence: files written, exit codes, and a Chinese sentence for whatever is wrong."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from evidence.__main__ import main
from evidence.pack.manifest import manifest_of, read_files

WINDOW = ("--from", "2021-01-01", "--to", "2023-08-31")


@pytest.fixture
def pack(sample_folder: Path, tmp_path: Path):
    """Return a function that runs `pack` for 凤二村 and returns its exit code."""

    def run(*more: str, places: tuple[str, ...] = ("凤二村",)) -> int:
        arguments = [
            "pack",
            "--community",
            *places,
            *WINDOW,
            "--out",
            str(tmp_path / "out.zip"),
            "--data",
            str(sample_folder),
        ]
        return main([*arguments, *more])

    return run


def test_a_pack_is_made_under_an_alias_and_verified(pack, sample_folder: Path, tmp_path: Path, capsys) -> None:
    assert pack() == 0
    assert manifest_of(read_files(tmp_path / "out.zip"), tmp_path / "out.zip")["inputs"]["communities"] == [
        "凤二村（演示）"
    ]
    assert main(["verify", str(tmp_path / "out.zip"), "--data", str(sample_folder)]) == 0
    assert capsys.readouterr().out.endswith("结论：没有发现不同。\n")


def test_the_module_runs_as_the_readme_says(sample_folder: Path, tmp_path: Path, root: Path) -> None:
    arguments = [
        "pack",
        "--community",
        "凤二村",
        *WINDOW,
        "--indicator",
        "志愿服务时间",
        "--out",
        str(tmp_path / "out.zip"),
    ]
    environment = {**os.environ, "DATA_DIR": str(sample_folder)}
    done = subprocess.run(
        [sys.executable, "-m", "evidence", *arguments], cwd=root, env=environment, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("已生成 ")


def test_photos_and_links_go_with_their_figures(pack, tmp_path: Path) -> None:
    (tmp_path / "合影.jpg").write_bytes(b"picture")
    assert (
        pack(
            "--indicator",
            "volunteer_hours",
            "--attach",
            f"{tmp_path / '合影.jpg'}=volunteer_hours",
            "https://a.example/=参与人次",
        )
        == 0
    )
    files = read_files(tmp_path / "out.zip")
    assert files["附件/合影.jpg"] == b"picture"
    assert "https://a.example/" in files["图表.html"].decode()


def test_a_changed_pack_exits_with_one_and_names_the_file(pack, sample_folder: Path, tmp_path: Path, capsys) -> None:
    pack("--indicator", "volunteer_hours")
    content = (tmp_path / "out.zip").read_bytes()
    (tmp_path / "out.zip").write_bytes(content.replace("小时".encode(), "小石".encode(), 1))
    assert main(["verify", str(tmp_path / "out.zip"), "--data", str(sample_folder)]) == 1
    assert "内容已改变" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("more", "code", "sentence"),
    [
        (["--community", "凤三村"], 2, "没有社区“凤三村”。是不是“凤二村（演示）”？"),
        (["--from", "2021-1-1"], 2, "--from “2021-1-1”不是日期"),
        (["--to", "2020-01-01"], 2, "请对调"),
        (["--from", "2031-01-01", "--to", "2031-12-31"], 1, "没有记录；现有记录从"),
        (["--template", "foo"], 2, "没有模板“foo”。现有模板：application"),
        (["--indicator", "志愿时长数"], 2, "没有指标“志愿时长数”。是不是"),
        (["--attach", "合影.jpg"], 2, "请写成 文件=指标"),
        (["--attach", "gone.jpg=volunteer_hours"], 1, "“gone.jpg”找不到或读不了"),
        (["--out", "no/such/folder/x.zip"], 2, "文件夹“no/such/folder”不存在"),
        (["--build", "README.md"], 1, "数据批次读不出来"),
    ],
)
def test_bad_input_gets_a_sentence_and_its_code(
    pack, capsys, tmp_path: Path, more: list[str], code: int, sentence: str
) -> None:
    (tmp_path / "out.zip").write_bytes(b"before")
    assert pack(*more) == code
    assert sentence in capsys.readouterr().err
    assert (tmp_path / "out.zip").read_bytes() == b"before"


@pytest.mark.parametrize("content", [None, b"", b"no zip", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_pack_is_told_so(tmp_path: Path, capsys, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "x.zip").write_bytes(content)
    assert main(["verify", str(tmp_path / "x.zip")]) == 2
    assert "“x.zip”" in capsys.readouterr().err


def test_without_a_build_no_pack_is_made(tmp_path: Path, capsys) -> None:
    arguments = ["pack", "--community", "凤二村", *WINDOW, "--out", str(tmp_path / "x.zip"), "--data", str(tmp_path)]
    assert main(arguments) == 1
    assert "还没有数据批次" in capsys.readouterr().err


def test_wrong_usage_shows_how_to_write_it(capsys) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["pack"])
    assert stopped.value.code == 2
    assert "用法不对：缺少 --community, --from, --to, --out。" in capsys.readouterr().err


@pytest.fixture
def form(sample_folder: Path, tmp_path: Path):
    """Return a function that runs `form` for 凤二村 in 2025 and returns its exit code."""

    def run(file: str, *more: str) -> int:
        window = ("--from", "2025-01-01", "--to", "2025-12-31", "--data", str(sample_folder))
        return main(["form", "--community", "凤二村", *window, "--out", str(tmp_path / file), *more])

    return run


@pytest.mark.parametrize("file", ["自评表.docx", "自评表.xlsx"])
def test_the_form_of_self_evaluation_fills_itself(form, tmp_path: Path, capsys, file: str) -> None:
    assert form(file) == 0
    assert "凤二村2025年" in (output := capsys.readouterr().out) and "67.8／70（另30分待填）" in output
    assert (tmp_path / file).read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("自评表.pdf",), "要以.docx或.xlsx结尾"),
        (("没有/自评表.docx",), "不存在"),
        (("自评表.docx", "--project", "没有的项目"), "请用 --project 写明项目"),
    ],
)
def test_a_form_that_cannot_be_made_says_why(form, capsys, arguments: tuple[str, ...], sentence: str) -> None:
    assert form(*arguments) == 2
    assert sentence in capsys.readouterr().err
