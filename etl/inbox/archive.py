"""Unpacks a zip of ledgers with limits, so that no member lands outside its folder and no bomb fills the disk."""

import stat
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path, PurePosixPath, PureWindowsPath
from shutil import copyfileobj
from tempfile import TemporaryDirectory

from command_line import UserError
from documents.file_size import size_text

UNPACKED_BYTES = 2_000_000_000  # four times the largest ledger
MEMBERS = 2_000
NAME_BYTES = 255  # of one part of a path: the bound of every usual file system
SCRATCH = ".unpacking-"  # how the names of folders begin that hold members until they are in the inbox
_ENCRYPTED = 0x1
_UTF8 = 0x800
_OFFICE_PARTS = {"[Content_Types].xml", "mimetype"}  # a workbook or document is a zip, too
_UNPACK = "请先自己解压，再导入里面的表格。"


class BadZip(UserError):
    """An archive that is not unpacked. Carries one Chinese sentence: which, why, and what to do."""


def is_archive(path: Path) -> bool:
    """Tell whether a file is a zip that is no Office file."""
    if not path.is_file() or not zipfile.is_zipfile(path):
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            return not _OFFICE_PARTS & set(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return path.suffix.lower() == ".zip"


@contextmanager
def unpacked(paths: Sequence[Path], scratch: Path | None = None) -> Iterator[list[Path]]:
    """Give the paths with a folder in the place of each archive, which holds one of the archive's name; removed at the end.

    The folders lie in `scratch`, or where the system keeps what is temporary. Raises BadZip.
    """
    with ExitStack() as stack:
        yield [_folder_of(path, scratch, stack) if is_archive(path) else path for path in paths]


def _folder_of(path: Path, scratch: Path | None, stack: ExitStack) -> Path:
    folder = Path(stack.enter_context(TemporaryDirectory(prefix=SCRATCH, dir=scratch)))
    unpack(path, folder / path.stem)
    return folder


def unpack(path: Path, target: Path, room: int = UNPACKED_BYTES) -> list[Path]:
    """Write the members of a zip into a folder, keeping its inner folders, and return their paths. Raises BadZip, as for more bytes than `room`.

    Nothing is written unless all names and sizes are in order. A zip inside the zip is not unpacked.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            _check_size(path, members, min(room, UNPACKED_BYTES))
            places = {_place(path, member): member for member in members}
            if len(places) < len(members):
                raise BadZip(f"压缩包“{path.name}”里有两个文件同名。{_UNPACK}")
            return [_write(archive, member, target / place) for place, member in places.items()]
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        raise BadZip(f"压缩包“{path.name}”已损坏，或压缩方式不认识。{_UNPACK}") from error


def _check_size(path: Path, members: Sequence[zipfile.ZipInfo], most: int) -> None:
    """Refuse too many or too large members. The sizes stated hold: zipfile reads no byte beyond them."""
    size = sum(member.file_size for member in members)
    if size > most or len(members) > MEMBERS:
        raise BadZip(
            f"压缩包“{path.name}”解压后有 {size_text(size)}、{len(members):,} 个文件，"
            f"超过上限（{size_text(most)}、{MEMBERS:,} 个）。请分几次导入。"
        )


def _place(path: Path, member: zipfile.ZipInfo) -> PurePosixPath:
    """Return where a member goes inside the folder; raise BadZip for what is no file of a ledger's kind of name."""
    name = _name(member).replace("\\", "/")
    place = PurePosixPath(name)
    if place.is_absolute() or PureWindowsPath(name).drive or ".." in place.parts or not place.parts:
        raise BadZip(f"压缩包“{path.name}”里的“{name}”指向文件夹之外，没有解压。{_UNPACK}")
    if stat.S_ISLNK(member.external_attr >> 16):
        raise BadZip(f"压缩包“{path.name}”里的“{name}”是链接，不是文件，没有解压。{_UNPACK}")
    if member.flag_bits & _ENCRYPTED:
        raise BadZip(f"压缩包“{path.name}”有密码，没有解压。{_UNPACK}")
    if any(len(part.encode()) > NAME_BYTES for part in place.parts):
        raise BadZip(f"压缩包“{path.name}”里有文件名超过 {NAME_BYTES} 字节，没有解压。请改短后再压缩。")
    return place


def _name(member: zipfile.ZipInfo) -> str:
    """Return a member's name. Without the mark of UTF-8, zipfile takes it for the letters of DOS; Windows in China wrote GBK."""
    if member.flag_bits & _UTF8:
        return member.filename
    written = member.filename.encode("cp437")
    for encoding in ("utf-8", "gb18030"):
        try:
            return written.decode(encoding)
        except UnicodeDecodeError:
            continue
    return member.filename


def _write(archive: zipfile.ZipFile, member: zipfile.ZipInfo, path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(member) as packed, path.open("wb") as file:
        copyfileobj(packed, file)
    return path
