"""Takes in what is dropped on the page: staged apart from the inbox, zips unpacked, every file looked at with progress."""

import secrets
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

import warehouse.build
from etl import inspection
from etl.inbox import staging
from etl.inbox.folder import Inbox
from etl.inbox.settings import Settings
from etl.inbox.staging import Staging
from ui.frame.escape import md_escape
from ui.intake import owners, staged_uploads

SESSION, ROUND = "intake-session", "intake-round"  # session state
FILES, REFUSALS, PRESENT, CHANGED = "intake-files", "intake-refusals", "intake-present", "intake-changed"
UNAPPLIED = "intake-unapplied"  # places whose boxes say something that was not yet looked at
REPLACED = "intake-replaced"  # names that the reader was told will be replaced
Refusals = dict[str, list[tuple[str, str]]]  # id of an upload → (name, sentence) of what is not taken from it
UNSAVED = "unsaved"  # element; while it is drawn the browser asks before the window is closed (ui/frame/unsaved.js)
SINGLE, FOLDER = "文件或压缩包", "整个文件夹"


@dataclass(frozen=True)
class DroppedFile:
    """A file that was dropped in and is not stored yet. `sheets` says for each of its sheets what it would give."""

    upload: str  # id of the upload it came with
    name: str  # as the inbox will name it
    folder: Path  # holds this file alone, below its name
    settings: Settings
    sheets: tuple[dict[str, Any], ...]
    password: str = field(default="", repr=False)  # of a locked workbook; never stored
    is_beside_register: bool = False  # whose its rows are was not asked: a register lay among the files

    @property
    def is_taken(self) -> bool:
        """Whether at least one sheet was taken for a ledger."""
        return any(sheet["record"] for sheet in self.sheets)

    @property
    def sheet_names(self) -> list[str]:
        """The names of its sheets, each once: one may hold tables of several record types."""
        return list(dict.fromkeys(sheet["sheet"] for sheet in self.sheets))

    @property
    def key(self) -> str:
        """What tells its widgets from those of other files."""
        return (
            self.folder.name if self.folder.parent.name == "files" else f"{self.folder.parent.name}-{self.folder.name}"
        )


def current_staging() -> Staging:
    """Return the staging of this session, touched so that it does not go stale."""
    session = st.session_state.setdefault(SESSION, secrets.token_hex(8))
    own = Staging.of(warehouse.build.data_folder(), session)
    own.touch()
    return own


def draw_uploader() -> list[UploadedFile]:
    """Draw where files are dropped, and return those that lie there."""
    number = st.session_state.setdefault(ROUND, 0)
    kind = st.segmented_control(
        "拖入什么", [SINGLE, FOLDER], default=SINGLE, required=True, label_visibility="collapsed", key="intake-kind"
    )
    if kind == FOLDER:
        return st.file_uploader(
            "把整个文件夹拖到这里，里面的台账一次看完",
            accept_multiple_files="directory",
            key=f"intake-folder-{number}",
            on_change=_note_change,
        )
    return st.file_uploader(
        "把台账拖到这里：可以一次多份，也可以是压缩包（.zip）",
        accept_multiple_files=True,
        key=f"intake-upload-{number}",
        on_change=_note_change,
    )


def _note_change() -> None:
    """Note that the reader changed the list: an uploader that is empty because the page was left says nothing."""
    st.session_state[CHANGED] = True


def bring_in(uploads: Sequence[UploadedFile]) -> list[DroppedFile]:
    """Stage and look at what is new, let go of what was taken out of the uploader, and return all files dropped in."""
    files, refused = _files(), st.session_state.setdefault(REFUSALS, {})
    present = {upload.file_id for upload in uploads}
    gone = st.session_state.get(PRESENT, set()) - present if st.session_state.pop(CHANGED, False) else set()
    st.session_state[PRESENT] = present
    for dropped in [dropped for dropped in files.values() if dropped.upload in gone]:
        shutil.rmtree(dropped.folder, ignore_errors=True)
        del files[dropped.name]
    for upload_id in gone:
        refused.pop(upload_id, None)
    if fresh := [upload for upload in uploads if upload.file_id not in refused]:
        _take(fresh, files, refused)
    _look_again_after_register()
    return list(files.values())


def _look_again_after_register() -> None:
    """Look again at files that were looked at beside a register that is gone, or before it came."""
    has_register = owners.lists_communities(_sheets())
    for dropped in [dropped for dropped in _files().values() if dropped.is_beside_register != has_register]:
        with st.spinner(f"正在重新看“{md_escape(dropped.name)}”……"):
            _files()[dropped.name] = _looked_at(dropped)


def _sheets() -> list[dict[str, Any]]:
    return [sheet for dropped in _files().values() for sheet in dropped.sheets]


def _take(fresh: Sequence[UploadedFile], files: dict[str, DroppedFile], refused: Refusals) -> None:
    """Stage and look at uploads; noted as taken at the very end, so that a click meanwhile only makes it begin anew."""
    staging.remove_stale(warehouse.build.data_folder())
    own, taken = current_staging(), set(files)
    bar = st.progress(0.0, f"收到{len(fresh)}份，正在看……")
    refused_now: Refusals = {upload.file_id: [] for upload in fresh}
    staged = [
        line for upload in fresh for line in staged_uploads.stage(own, upload, taken, refused_now[upload.file_id])
    ]
    looked_at = _look_at(staged, refused_now, bar)
    files.update(looked_at)
    refused.update(refused_now)
    bar.empty()


def refusals() -> list[tuple[str, str]]:
    """Return (name, sentence) of what was dropped in and cannot be taken: no ledger, or not unpacked."""
    return [line for lines in st.session_state.get(REFUSALS, {}).values() for line in lines]


def note_unapplied(dropped: DroppedFile, sheet: str) -> None:
    """Note for the confirmation below that boxes of a sheet say what was not yet looked at."""
    place = f"{dropped.name}的工作表“{sheet}”" if len(dropped.sheet_names) > 1 else dropped.name
    st.session_state.setdefault(UNAPPLIED, {})[place] = None


def unapplied() -> list[str]:
    """Return the places noted since the page began to draw, and forget them."""
    return list(st.session_state.pop(UNAPPLIED, ()))


def look_again(dropped: DroppedFile) -> None:
    """Look at a file again, now that its settings or password are others, and run the page again."""
    look_at_all_again([dropped])


def look_at_all_again(files: Sequence[DroppedFile]) -> None:
    """Look at several files again, now that their settings are others, and run the page again."""
    for dropped in files:
        with st.spinner(f"正在重新看“{md_escape(dropped.name)}”……"):
            _files()[dropped.name] = _looked_at(dropped)
    st.rerun()


def _looked_at(dropped: DroppedFile) -> DroppedFile:
    data = warehouse.build.data_folder()
    inspections = inspection.inspect(data, [dropped.folder], dropped.settings, lambda _: dropped.password)
    known = owners.after(inspections, _sheets())
    sheets = tuple(owners.reports(inspections, dropped.settings, known))
    settings = owners.with_assumed(dropped.settings, sheets)
    return replace(dropped, settings=settings, sheets=sheets, is_beside_register=known is None)


def leave_out(dropped: DroppedFile) -> None:
    """Leave one file out of what will be taken in."""
    shutil.rmtree(dropped.folder, ignore_errors=True)
    _files().pop(dropped.name, None)


def forget() -> None:
    """Let go of everything dropped in, with its folder."""
    current_staging().clear()
    begin_anew()


def begin_anew() -> None:
    """Let go of what was dropped in, but leave its folder to the work that takes it in; the uploader and the session begin anew."""
    for key in (SESSION, FILES, REFUSALS, PRESENT, REPLACED, UNAPPLIED):
        st.session_state.pop(key, None)
    st.session_state[ROUND] += 1


def _files() -> dict[str, DroppedFile]:
    return st.session_state.setdefault(FILES, {})


def _look_at(staged: Sequence[tuple[str, str, Path]], refused: Refusals, bar: Any) -> dict[str, DroppedFile]:
    """Look at files under what was stated for their names before; most were never here."""
    data = warehouse.build.data_folder()
    settings = {name: Inbox(data).settings_of(name) for _, name, _ in staged}

    def advance(count: int, total: int, name: str) -> None:
        bar.progress(count / total, f"看过{count}份，共{total}份：{md_escape(name)}")

    new = [folder for _, name, folder in staged if settings[name].is_empty]
    inspections = inspection.inspect(data, new, Settings(), progress=advance) if new else []
    for _, name, folder in staged:
        if not settings[name].is_empty:
            inspections += inspection.inspect(data, [folder], settings[name])
    known = owners.after(inspections, _sheets())
    sheets = {
        looked_at.report.file: owners.reports([looked_at], settings[looked_at.report.file], known)
        for looked_at in inspections
    }
    for upload_id, name, _ in staged:
        if name not in sheets:
            refused[upload_id].append((name, "不是台账（系统文件、说明或程序），已略过。"))
    return {
        name: DroppedFile(
            upload_id,
            name,
            folder,
            owners.with_assumed(settings[name], sheets[name]),
            tuple(sheets[name]),
            is_beside_register=known is None,
        )
        for upload_id, name, folder in staged
        if name in sheets
    }
