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
    errno.ENAMETOOLONG: "文件名太长",
    errno.EIO: "磁盘或网络盘读写出错",
}
_UNKNOWN = "磁盘读写失败"
_UNEXPECTED = "读写数据时出错（{name}），可能有文件损坏。原来的数据批次没有变，请再运行一次；仍然如此请联系维护人员。"
FAULTS = (
    OSError,
    UnicodeError,
    duckdb.Error,
    pa.ArrowException,
)  # what shows that something on a disk is not as it should be


def sentence(error: BaseException) -> str:
    """Return one sentence for one of FAULTS; that of a library may repeat the system's words."""
    code = getattr(error, "errno", None) or next((code for code in _WORDS if os.strerror(code) in str(error)), None)
    if code is None and not isinstance(error, OSError | duckdb.IOException | duckdb.FatalException):
        return _UNEXPECTED.format(name=type(error).__name__)
    cause = _WORDS.get(code, _UNKNOWN) if code else _UNKNOWN
    name = getattr(error, "filename", None)
    place = f"（{Path(os.fsdecode(name)).name}）" if isinstance(name, str | bytes) else ""
    return f"{cause}{place}。原来的数据批次没有变，请处理后重试。"
