"""Asks about what a report doubts: whether a person has checked it, which of two kinds of rows are to be taken, what empty cells mean."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import streamlit as st

from etl.inbox.settings import Settings, rows_to_take
from etl.recognition.meanings import AS_ABOVE, CHECKED
from etl.reporting.load_report import SheetSummary
from ui.intake.constants_form import box_key
from ui.intake.sheet_report import AS_ABOVE_ARGUMENT, CHECKED_BOX, CHOSEN_BOX, TO_CHECK, TO_CHOOSE, as_above_words

YES = "是"


@dataclass(frozen=True)
class Doubts:
    """What was answered about what a report doubts. It holds as soon as it is answered."""

    has_checked: bool
    as_above: frozenset[str]  # labels of the columns
    only: Mapping[str, str]  # {header: text beneath it} of the rows to be taken

    def applied_to(self, settings: Settings) -> Settings:
        """Return settings that state these answers and no others of their kind."""
        others = {name: text for name, text in settings.constants.items() if name != CHECKED and text != AS_ABOVE}
        above = dict.fromkeys(sorted(self.as_above), AS_ABOVE)
        checked = {CHECKED: YES} if self.has_checked else {}
        return replace(settings, constants={**others, **above, **checked}, only=self.only)

    def differ_from(self, settings: Settings) -> bool:
        """Tell whether settings state anything else."""
        return self.applied_to(settings) != settings


def ask(sheet: SheetSummary, settings: Settings, key: str) -> Doubts:
    """Ask what the report of a sheet doubts."""
    has_checked = _ask_checked(sheet, settings, key)
    as_above = _ask_as_above(sheet, settings, key)
    return Doubts(has_checked, as_above, _ask_chosen(sheet, settings, key))


def _is_checked(settings: Settings) -> bool:
    """Tell whether a person has said that what is doubtful is right."""
    return settings.constants.get(CHECKED) == YES


def _ask_checked(sheet: SheetSummary, settings: Settings, key: str) -> bool:
    """Ask whether what the report doubts was checked, where it says that this may be said; else return what was said."""
    before = _is_checked(settings)
    return (
        st.checkbox(CHECKED_BOX, before, key=box_key("checked", key, before))
        if before or _is_told(sheet, TO_CHECK)
        else before
    )


def _ask_chosen(sheet: SheetSummary, settings: Settings, key: str) -> Mapping[str, str]:
    """Ask which rows are to be taken where the report doubts that all are of one kind: {header: text beneath it}."""
    if not settings.only and not _is_told(sheet, TO_CHOOSE):
        return settings.only
    before = "，".join(f"{header}={text}" for header, text in settings.only.items())
    written = st.text_input(
        CHOSEN_BOX, before, placeholder="如 收支=负数；几种都要的写 类别=购置|开销", key=box_key("only", key, before)
    )
    pairs = (part.partition("=") for part in written.replace("＝", "=").replace(",", "，").split("，"))
    return rows_to_take(
        (header.strip(), text.strip()) for header, sign, text in pairs if sign and header.strip() and text.strip()
    )


def _ask_as_above(sheet: SheetSummary, settings: Settings, key: str) -> frozenset[str]:
    """Ask of each column that seems to be written in the first row of a block only whether empty cells mean what stands above them."""
    before = {label for label, text in settings.constants.items() if text == AS_ABOVE}
    told = {label for sentence in _sentences(sheet) for label in AS_ABOVE_ARGUMENT.findall(sentence)}
    boxes = {label: as_above_words(label) for label in sorted(before | told)}
    return frozenset(
        label
        for label, box in boxes.items()
        if st.checkbox(box, label in before, key=box_key(f"above-{label}", key, label in before))
    )


def _is_told(sheet: SheetSummary, words: str) -> bool:
    return any(words in sentence for sentence in _sentences(sheet))


def _sentences(sheet: SheetSummary) -> tuple[str, ...]:
    return (sheet["error"] or "", *(reason["sentence"] for reason in sheet["reasons"]))
