"""Turns people into keys by HMAC-SHA256 with a secret stored outside the build, so that no name leaves the reading.

Plain hashes of names or phone numbers can be enumerated; a keyed one cannot without the secret.
"""

import base64
import hashlib
import hmac
import os
import secrets
from functools import lru_cache
from pathlib import Path

from command_line import UserError
from documents.whole_file import durably_replacing
from etl import parse
from etl.inbox.moved_files import is_no_file

KEY_FILE = "secret/person.key"  # apart from the ledgers, so that whoever copies those does not copy it along
FORMER_KEY_FILE = "person.key"  # of data folders of before
TAG_LENGTH = 4  # of 32 characters: a million tags, while texts that are masked alike are some dozens
LEAST_SECRET = 16  # bytes; less can be guessed, or was cut off
TAKEN_OVER = f"人员密钥移到了自己的文件夹（{KEY_FILE}），内容没有变；单独备份它的，请改用新的位置。"


class BadSecret(UserError):
    """The secret cannot be used. Carries a Chinese sentence."""


def secret(folder: Path) -> bytes:
    """Return the office's secret: PERSON_KEY from the environment, else the file beside the data, made once."""
    if secret_of_environment := os.environ.get("PERSON_KEY"):
        return secret_of_environment.encode()
    path = folder / KEY_FILE
    _check_is_file(path)
    if not path.exists():
        _check_is_file(folder / FORMER_KEY_FILE)
        _create(path)
    key = path.read_bytes().strip()
    if len(key) < LEAST_SECRET:
        raise BadSecret(
            f"人员密钥“{path}”是空的或不完整，没有入库。请从备份恢复这个文件；"
            "确实找不回来时删除它再导入，会换新密钥，和以前的数据里就认不出是同一个人了。"
        )
    return key


def _check_is_file(path: Path) -> None:
    """Raise BadSecret where something else lies in the place of the secret: a new one would make other keys of the same people."""
    if is_no_file(path):
        raise BadSecret(
            f"人员密钥“{path}”应该是一个文件，却是文件夹，或是指不到文件的链接，没有入库。"
            "请把它移开，从备份恢复这个文件，再导入。"
        )


def take_over(folder: Path) -> list[str]:
    """Move the secret of a data folder of before to its own folder, and return a sentence that says so; the caller holds the lock.

    Raises BadSecret where another one lies there: which of the two made the keys in use, only a person can tell.
    """
    former, path = folder / FORMER_KEY_FILE, folder / KEY_FILE
    if not former.is_file():
        return []
    if path.exists() and path.read_bytes() != former.read_bytes():
        raise BadSecret(
            f"有两个不同的人员密钥：{KEY_FILE} 和 {FORMER_KEY_FILE}，没有入库。请把要用的一个放在 {KEY_FILE}，另一个移走，再导入。"
        )
    _make_own_folder(path.parent)
    former.chmod(0o600)
    former.replace(path)
    return [TAKEN_OVER]


def _create(path: Path) -> None:
    """Write a new secret aside, readable by its owner only, and give it its name once it is on the disk."""
    _make_own_folder(path.parent)
    with durably_replacing(path) as partial:
        descriptor = os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_hex(32) + "\n")


def _make_own_folder(folder: Path) -> None:
    """Make a folder that only its owner may enter."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def secret_id(key: bytes) -> str:
    """Return a short name of the secret, to be stored with what it made."""
    return hashlib.sha256(b"key id" + key).hexdigest()[:12]


def text_tag(text: str, key: bytes) -> str:
    """Return 〔k7q2〕: what tells a masked name or text from others that are masked alike, the same in every file of an office."""
    digest = hmac.digest(key, b"tag " + text.encode(), "sha256")
    return f"〔{base64.b32encode(digest)[:TAG_LENGTH].decode().lower()}〕"


def person_key(name: str, key: bytes) -> str:
    """Return the key of a normalised name: 24 hexadecimal characters are 96 bits, without collisions among any number of residents.

    A key stays the key it is.
    """
    if bare := parse.bare_key(name):
        return bare
    digest = _keyed(key).copy()  # to begin anew for each name takes half as long again
    digest.update(name.encode())
    return digest.hexdigest()[: parse.KEY_LENGTH]


@lru_cache(maxsize=2)
def _keyed(key: bytes) -> hmac.HMAC:
    return hmac.new(key, digestmod="sha256")
