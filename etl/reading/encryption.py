"""Opens workbooks that have a password: decrypts them in memory, so that nothing without a password reaches the disk."""

import struct
from io import BytesIO
from pathlib import Path

from etl.reading.grid import Unreadable

_OTHER_WAY = "或用 Excel、WPS 打开文件，取消密码并保存后再导入。"
NEEDS_PASSWORD = f"文件有密码，没有读取。密码不会存下，请再导入一次并写明打开密码（命令行加 --password），{_OTHER_WAY}"
WRONG_PASSWORD = f"文件有密码，输入的密码不对。请核对大小写后再输一次，{_OTHER_WAY}"
UNKNOWN_CIPHER = "文件有密码，加密方式不认识。请用 Excel、WPS 打开文件，取消密码并保存后再导入。"


class Locked(Unreadable):
    """A file that opens only with a password which is not known here. Carries a Chinese sentence."""


def decrypt(path: Path, password: str) -> BytesIO:
    """Return the content of a locked workbook (.xlsx, .xlsb, .xls) without its password; raise Locked when it does not open."""
    import msoffcrypto  # as slow to import as a small load, and few files are locked
    from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError, ParseError

    content = BytesIO()
    try:
        with path.open("rb") as file:
            office_file = msoffcrypto.OfficeFile(file)
            # .xls always verifies a password, .xlsx only when asked
            verification = {"verify_password": True} if office_file.format == "ooxml" else {}
            office_file.load_key(password=password, **verification)
            office_file.decrypt(content)
    except InvalidKeyError as error:
        raise Locked(WRONG_PASSWORD) from error
    except (DecryptionError, FileFormatError, ParseError, AssertionError, LookupError, TypeError, ValueError, struct.error) as error:  # fmt: skip
        raise Locked(UNKNOWN_CIPHER) from error
    content.seek(0)
    return content
