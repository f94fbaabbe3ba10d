"""Asks about what a report doubts: whether a person has checked it, and which of two kinds of rows are to be taken."""

from collections.abc import Mapping

import streamlit as st

from etl.inbox.settings import Settings
from etl.recognition.meanings import CHECKED
from etl.reporting.load_report import SheetSummary
from ui.intake.sheet_report import CHECKED_BOX, CHOSEN_BOX, TO_CHECK, TO_CHOOSE

YES = "是"


def is_checked(settings: Settings) -> bool:
    """Tell whether a person has said that what is doubtful is right."""
    return settings.constants.get(CHECKED) == YES


def ask_checked(sheet: SheetSummary, settings: Settings, key: str) -> bool:
    """Ask whether what the report doubts was checked, where it says that this may be said; else return what was said."""
    before = is_checked(settings)
    return st.checkbox(CHECKED_BOX, before, key=f"checked-{key}") if before or _is_told(sheet, TO_CHECK) else before


def ask_chosen(sheet: SheetSummary, settings: Settings, key: str) -> Mapping[str, str]:
    """Ask which rows are to be taken where the report doubts that all are of one kind: {header: text beneath it}."""
    if not settings.only and not _is_told(sheet, TO_CHOOSE):
        return settings.only
    before = "，".join(f"{header}={text}" for header, text in settings.only.items())
    written = st.text_input(CHOSEN_BOX, before, placeholder="如 收支=负数", key=f"only-{key}")
    pairs = (part.partition("=") for part in written.replace("＝", "=").replace(",", "，").split("，"))
    return {header.strip(): text.strip() for header, sign, text in pairs if sign and header.strip() and text.strip()}


def with_checked(constants: Mapping[str, str], has_checked: bool) -> dict[str, str]:
    """Return constants that say whether what is doubtful was checked."""
    others = {name: text for name, text in constants.items() if name != CHECKED}
    return {**others, CHECKED: YES} if has_checked else others


def _is_told(sheet: SheetSummary, words: str) -> bool:
    return any(words in sentence for sentence in (sheet["error"] or "", *(r["sentence"] for r in sheet["reasons"])))
