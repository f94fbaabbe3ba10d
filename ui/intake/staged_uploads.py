"""Writes what was dropped on the page to the staging of its session, apart from the inbox: zips unpacked, no two files of one name."""

from collections.abc import Iterator
from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from etl.inbox import archive
from etl.inbox.archive import BadZip
from etl.inbox.staging import Staging

COUNT = "intake-count"  # session state


def stage(
    own: Staging, upload: UploadedFile, taken: set[str], refused: list[tuple[str, str]]
) -> Iterator[tuple[str, str, Path]]:
    """Write an upload, unpacked where it is a zip; yield (upload, name, folder) of each file."""
    number = st.session_state[COUNT] = st.session_state.get(COUNT, 0) + 1
    path = own.add(str(number), upload.name, upload.getbuffer())
    if not archive.is_archive(path):
        yield upload.file_id, *_renamed(own.own_folder(str(number)), path, taken)
        return
    unpacked = own.own_folder(f"{number}-zip")
    try:
        members = archive.unpack(path, unpacked / path.stem, own.room)
    except BadZip as fault:
        refused.append((upload.name, str(fault)))
        return
    for place, member in enumerate(members):
        folder = own.own_folder(f"{number}-{place}")
        target = folder / member.relative_to(unpacked)
        target.parent.mkdir(parents=True)
        yield upload.file_id, *_renamed(folder, member.rename(target), taken)


def _renamed(folder: Path, path: Path, taken: set[str]) -> tuple[str, Path]:
    """Return the name of a file and its folder; the second file of one name gets a number, so that both are taken in."""
    name = path.relative_to(folder).as_posix()
    number = 2
    while name in taken:
        numbered = path.with_name(f"{path.stem}-{number}{path.suffix}")
        name, number = numbered.relative_to(folder).as_posix(), number + 1
    if name != path.relative_to(folder).as_posix():
        path.rename(folder / name)
    taken.add(name)
    return name, folder
