"""Draws the files dropped in: those that need a person one by one, the others in one list of which any can be opened."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import streamlit as st

from etl.inbox.settings import Settings
from ui.frame import data_table
from ui.frame.escape import md_escape
from ui.intake import dropped_files, remarks, settings_form, shared_owner, sheet_answer, sheet_report
from ui.intake.dropped_files import DroppedFile
from warehouse.load_reasons import pattern

LOCKED = "密码"  # in the sentence of a workbook that does not open without one
MOST_DRAWN = 10  # files with all their boxes at a time: three hundred of them would make a page nobody can use
MOST_DRAWN_SHUT = (
    20  # sheets of a file that are drawn whether they are open or not; of more each is drawn once it was opened
)
WAITING = (
    "intake-waiting"  # session state: names of files in which something waits for a press, drawn until it was made
)
OPENED = "intake-opened"  # session state: keys of such sheets. What was chosen in one must not be lost, nor unsaid, when it is shut.


def draw(files: Sequence[DroppedFile]) -> None:
    """Draw what every file was taken for."""
    for name, sentence in dropped_files.refusals():
        st.warning(md_escape(f"{name}：{sentence}"), icon=":material/block:")
    doubtful = [dropped for dropped in files if is_doubtful(dropped)]
    clear = [dropped for dropped in files if not is_doubtful(dropped)]
    shared_owner.draw(files)
    if doubtful:
        st.html(f'<h2 class="headline">{len(doubtful)}份要您看一下</h2>')
        for dropped in doubtful[:MOST_DRAWN]:
            _draw_file(dropped)
        if len(doubtful) > MOST_DRAWN:
            st.caption(f"还有{len(doubtful) - MOST_DRAWN}份，处理好上面的就会列出来；也可以先不导入它们。")
    if clear:
        title = remarks.title(f"{len(clear)}份", [sheet for dropped in clear for sheet in dropped.sheets])
        st.html(f'<h2 class="headline">{title}</h2>')
        _draw_list(clear, is_only=len(files) == 1)


def is_doubtful(dropped: DroppedFile) -> bool:
    """Whether a person should look at a file: at what it holds, or at what was stated for it just now."""
    return not dropped.is_taken or any(map(sheet_report.is_doubtful, dropped.sheets))


def _draw_file(dropped: DroppedFile) -> bool:
    """Draw a file with its boxes; return whether anything in them waits for a press."""
    with st.container(border=True, key=f"file-{dropped.key}"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{md_escape(dropped.name)}**")
            if st.button("不导入这一份", key=f"leave-{dropped.key}", icon=":material/close:", type="tertiary"):
                dropped_files.leave_out(dropped)
                st.rerun()
        if any(LOCKED in (sheet["error"] or "") for sheet in dropped.sheets):
            settings_form.draw_password(dropped)
        is_correction = any(sheet["corrects"] for sheet in dropped.sheets)  # what is stated for its ledger holds
        if not is_correction and (any(sheet["matches"] for sheet in dropped.sheets) or dropped.settings != Settings()):
            settings_form.draw(dropped)
        faults_shown: set[str] = set()  # sheets with the same fault or remarks are not all opened
        tables: Counter[str] = Counter()  # of each sheet, drawn so far
        answers = []
        for number, sheet in enumerate(dropped.sheets):
            is_doubtful = sheet_report.is_doubtful(sheet)
            remarked = "" if is_doubtful else "".join(reason["sentence"] for reason in remarks.of_sheet(sheet))
            fault = pattern(sheet["error"] or remarked)
            is_single = len(dropped.sheets) == 1  # a file that is drawn is there to be looked at
            is_open = (is_doubtful or is_single or bool(remarked)) and (not fault or fault not in faults_shown)
            faults_shown.add(fault)
            with _sheet_box(dropped, number, is_open=is_open) as is_drawn:
                if is_drawn:
                    sheet_report.draw(sheet, f"{dropped.key}-{number}")
                if is_drawn and not is_correction:
                    place = f"{dropped.key}-{sheet['sheet']}-{tables[sheet['sheet']]}"
                    answers.append(settings_form.draw_sheet(dropped, sheet, place))
            tables[sheet["sheet"]] += 1
        return sheet_answer.take(dropped, list(filter(None, answers)))


@contextmanager
def _sheet_box(dropped: DroppedFile, number: int, *, is_open: bool) -> Iterator[bool]:
    """Give the box of a sheet, and whether to draw what is in it: of a file with many sheets not before it was opened."""
    sheet = dropped.sheets[number]
    label = md_escape(f"{sheet_report.place(sheet)}：{sheet_report.counts(sheet)}")
    if len(dropped.sheets) <= MOST_DRAWN_SHUT:
        with st.expander(label, expanded=is_open):
            yield True
        return
    key = f"sheet-{dropped.key}-{number}"
    opened: set[str] = st.session_state.setdefault(OPENED, set())
    box = st.expander(label, expanded=is_open, key=key, on_change="rerun")
    if box.open:
        opened.add(key)
    with box:
        yield key in opened


def _draw_list(files: Sequence[DroppedFile], *, is_only: bool) -> None:
    """Draw a line a sheet, what is remarked, and one of the files in full: the only one that was dropped, else what the reader asks for."""
    sheets = [sheet for dropped in files for sheet in dropped.sheets]
    rows = [
        (
            dropped.name,
            sheet["sheet"],
            sheet_report.counts(sheet),
            f"按上次的对应（{sheet['recipe']}）" if sheet["recipe"] else "",
        )
        for dropped in files
        for sheet in dropped.sheets
    ]
    table = data_table.of_rows(("文件", "工作表", "认作", "依据"), rows)
    data_table.draw(table, name="clear-files", alt="没有疑问的台账")
    if not is_only:  # else it stands beneath, with its remarks and its first rows
        remarks.draw(sheets)
    names = [dropped.name for dropped in files]
    first = 0 if is_only else None
    name = st.selectbox("看其中一份，或改它的对应", names, first, placeholder="选一份", key="intake-open")
    waiting: set[str] = st.session_state.setdefault(WAITING, set())
    for dropped in [dropped for dropped in files if dropped.name == name or dropped.name in waiting]:
        if _draw_file(dropped):
            waiting.add(dropped.name)
        else:
            waiting.discard(dropped.name)
