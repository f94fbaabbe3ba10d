"""Turns people into keys by HMAC-SHA256 with a secret stored outside the build, so that no name leaves the reading.

Plain hashes of names or phone numbers can be enumerated; a keyed one cannot without the secret.
"""

import hashlib
import hmac
import os
import secrets
from pathlib import Path

KEY_LENGTH = 24  # hex characters = 96 bits, no collisions among any number of residents


def secret(folder: Path) -> bytes:
    """Return the office's secret: PERSON_KEY from the environment, else the file beside the data, made once."""
    if secret_of_environment := os.environ.get("PERSON_KEY"):
        return secret_of_environment.encode()
    path = folder / "person.key"
    if not path.exists():
        _create(path)
    return path.read_bytes().strip()


def _create(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_hex(32) + "\n")


def secret_id(key: bytes) -> str:
    """Return a short name of the secret, to be stored with what it made."""
    return hashlib.sha256(b"key id" + key).hexdigest()[:12]


def person_key(name: str, key: bytes) -> str:
    """Return the key of a normalised name: 24 hexadecimal characters."""
    return hmac.new(key, name.encode(), hashlib.sha256).hexdigest()[:KEY_LENGTH]
