"""Takes what the boxes of the sheets of one file say, all of it at once, so that nothing typed beside the one pressed is passed over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from streamlit.delta_generator import DeltaGenerator

from etl.inbox.settings import Settings
from ui.intake import dropped_files
from ui.intake.dropped_files import DroppedFile


@dataclass(frozen=True)
class SheetAnswer:
    """What the boxes of one table say: `before` is stated for its sheet, `after` would be."""

    sheet: str
    before: Settings
    after: Settings
    is_touched: bool  # a box says something else than it was drawn with
    is_pressed: bool  # the button beneath these boxes
    is_due: bool  # the file is to be looked at again: by the button, or by a box that holds as soon as it is answered
    is_wrong: bool  # a box holds what cannot be read; it says so, and is not taken
    place: DeltaGenerator  # beneath the button, where it is said that the file is looked at

    def applied_to(self, own: Settings) -> Settings:
        """Return settings with what these boxes change: another table of the same sheet may have changed others."""
        return replace(
            own,
            record=self.after.record if self.after.record != self.before.record else own.record,
            constants=_changed(own.constants, self.before.constants, self.after.constants),
            columns=_changed(own.columns, self.before.columns, self.after.columns),
            only=_changed(own.only, self.before.only, self.after.only),
        )


def take(dropped: DroppedFile, answers: Sequence[SheetAnswer]) -> bool:
    """Look at a file again where an answer asks for it; a press takes what is written for every sheet. Note and tell whether any waits for one."""
    if due := [answer for answer in answers if answer.is_due]:
        takes_all = any(answer.is_pressed for answer in due)
        waiting = (answer for answer in answers if takes_all and answer.is_touched and not answer.is_wrong)
        settings = dropped.settings
        for answer in {id(answer): answer for answer in (*due, *waiting)}.values():
            settings = with_own(dropped, settings, answer.sheet, answer.applied_to(settings.of_sheet(answer.sheet)))
        with due[0].place:
            dropped_files.look_again(replace(dropped, settings=settings))
    for answer in answers:
        if answer.is_touched:
            dropped_files.note_unapplied(dropped, answer.sheet)
    return any(answer.is_touched for answer in answers)


def with_own(dropped: DroppedFile, settings: Settings, sheet: str, own: Settings) -> Settings:
    """Return settings of a file with others for one of its sheets; those of its only sheet are those of the file."""
    names = dropped.sheet_names
    return settings.with_sheet(sheet, own, names) if len(names) > 1 else replace(own, sheets=settings.sheets)


def _changed(own: Mapping[str, str], before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str]:
    kept = {name: text for name, text in own.items() if name in after or name not in before}
    return kept | {name: text for name, text in after.items() if before.get(name) != text}
