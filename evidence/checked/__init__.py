"""口径核对: each claim of a draft bound to an indicator, computed, and judged."""

from evidence.checked.check import ALL, check
from evidence.checked.draft import BadDraft, Draft, read_file, read_text
from evidence.checked.model import Checked, Choice, Report, Span

__all__ = ["ALL", "BadDraft", "Checked", "Choice", "Draft", "Report", "Span", "check", "read_file", "read_text"]
