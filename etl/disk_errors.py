"""Says in a sentence for the clerk what went wrong with a disk."""

import errno
import os
from pathlib import Path

import duckdb
import pyarrow as pa

_WORDS = {
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "磁盘配额已满",
    errno.EFBIG: "文件超过系统允许的大小",
    errno.EACCES: "没有读写权限",
    errno.EPERM: "没有读写权限",
    errno.EROFS: "磁盘是只读的",
    errno.EBUSY: "文件正被别的程序占用",
    errno.ENOENT: "文件或文件夹不见了",
    errno.ENOTDIR: "应该是文件夹的地方是一个文件",
    errno.EISDIR: "应该是文件的地方是一个文件夹",
    errno.EEXIST: "同名的文件或文件夹已经在那里",
    errno.ENOTEMPTY: "文件夹不是空的",
    errno.ELOOP: "链接绕成了圈",
    errno.EMFILE: "打开的文件太多",
    errno.ENFILE: "打开的文件太多",
    errno.ESTALE: "网络盘断开了",
    errno.ENOTCONN: "网络盘断开了",
    errno.ENXIO: "这不是普通的文件",
    errno.EINVAL: "这个名字或位置不能用",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EIO: "磁盘或网络盘读写出错",
}
_OF_DISK = {
    errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EACCES, errno.EPERM, errno.EROFS, errno.EIO, errno.ESTALE, errno.ENOTCONN,
}  # fmt: skip
_UNKNOWN = "磁盘读写失败"
_NO_TEMPORARY_FOLDER = "No usable temporary directory"  # how tempfile's FileNotFoundError begins
NO_TEMPORARY_FOLDER = (
    "没有写得进去的临时文件夹（/tmp 等都满了或不让写）。原来的数据批次没有变；"
    "请腾出磁盘空间，或把环境变量 TMPDIR 设成写得进去的文件夹，再试一次。"
)
_UNEXPECTED = "读写数据时出错（{name}），可能有文件损坏。原来的数据批次没有变，请再运行一次；仍然如此请联系维护人员。"
OUT_OF_MEMORY = "内存不够，没有做完。原来的数据批次没有变；请关闭其他程序，或换一台内存大一些的机器，再运行一次。"
DAMAGE = (
    duckdb.Error,
    UnicodeError,
    pa.ArrowException,
)  # how bytes that are not as they were written show in what is read of them
NO_DAMAGE = (duckdb.OutOfMemoryException, duckdb.InterruptException)  # of these, what tells nothing about bytes
FAULTS = (OSError, MemoryError, *DAMAGE)  # what shows that something on a disk is not as it should be


def sentence(error: BaseException) -> str:
    """Return one sentence for one of FAULTS; that of a library may repeat the system's words."""
    if _NO_TEMPORARY_FOLDER in str(error):
        return NO_TEMPORARY_FOLDER
    if _is_of_memory(error):
        return OUT_OF_MEMORY
    code = _code(error)
    if code is None and not isinstance(error, OSError | duckdb.IOException | duckdb.FatalException):
        return _UNEXPECTED.format(name=type(error).__name__)
    name = getattr(error, "filename", None)
    place = f"（{Path(os.fsdecode(name)).name}）" if isinstance(name, str | bytes) else ""
    return f"{cause(error)}{place}。原来的数据批次没有变，请处理后重试。"


def _is_of_memory(error: BaseException) -> bool:
    is_refused = isinstance(error, OSError) and error.errno == errno.ENOMEM
    return is_refused or isinstance(error, MemoryError | duckdb.OutOfMemoryException)


def cause(error: BaseException) -> str:
    """Return in a few words what is wrong with a disk: 磁盘是只读的."""
    code = _code(error)
    return _WORDS.get(code, _UNKNOWN) if code else _UNKNOWN


def _code(error: BaseException) -> int | None:
    """Return the number of a system's error, also where a library has put its words into an error of its own."""
    code: int | None = getattr(error, "errno", None)
    return code or next((code for code in _WORDS if os.strerror(code) in str(error)), None)


def is_of_disk(error: BaseException) -> bool:
    """Tell whether it is the disk and not the program that is at fault, so that `sentence` helps a reader of a page."""
    return isinstance(error, OSError) and (_NO_TEMPORARY_FOLDER in str(error) or error.errno in _OF_DISK)
