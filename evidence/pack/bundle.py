"""Writes a pack as one zip: its documents, the attachments, and a manifest by which every byte of it can be checked."""

from collections.abc import Callable
from pathlib import Path

from documents.csv_file import csv_for_excel
from documents.reproducible_zip import bundled
from evidence.pack import tables
from evidence.pack.content import Attachment, Pack
from evidence.pack.html_page import html_page
from evidence.pack.manifest import MANIFEST, PackError, manifest
from evidence.pack.pack_workbook import workbook
from evidence.pack.word_report import word_report

WORKBOOK, DATA_CSV = "数据.xlsx", "数据.csv"


def figures_csv(pack: Pack) -> bytes:
    table = tables.figures(pack)
    return csv_for_excel(table.header, table.rows)


DOCUMENTS: dict[str, Callable[[Pack], bytes]] = {
    "佐证材料.docx": word_report,
    WORKBOOK: workbook,
    "图表.html": html_page,
    DATA_CSV: figures_csv,
}


def zip_pack(pack: Pack, begin: Callable[[str], None] = lambda name: None) -> bytes:
    """Return the zip; the same pack gives the same bytes. `begin` is called with each file's name before it is written.

    Raises PackError when an attachment has vanished or two of them have one name.
    """
    attached = _attached(pack)  # first: a missing photo should not cost the time of writing everything else
    files = {}
    for name, write in DOCUMENTS.items():
        begin(name)
        files[name] = write(pack)
    files.update(attached)
    return bundled({**files, MANIFEST: manifest(pack, files)}, pack.built_at)


def _attached(pack: Pack) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for attachment in pack.attachments:
        if attachment.path is None:
            continue
        place = tables.place(attachment)
        if place in files:
            raise PackError(f"有两个附件都叫“{attachment.name}”，请给其中一个改名后再生成材料包。")
        files[place] = _content(attachment, attachment.path)
    return files


def _content(attachment: Attachment, path: Path) -> bytes:
    if {"/", "\\"} & set(attachment.name) or attachment.name in ("", ".", ".."):
        raise PackError(f"附件文件名“{attachment.name}”不能用，请去掉其中的斜杠。")
    try:
        return path.read_bytes()
    except OSError as error:
        raise PackError(
            f"附件“{attachment.caption}”的文件“{attachment.name}”找不到或读不了，请重新上传，或把它移出材料包。"
        ) from error
