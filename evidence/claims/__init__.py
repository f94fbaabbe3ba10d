"""口径核对: the figures and trends a text asserts, found and judged."""

from evidence.claims.contradictions import Contradiction, contradictions
from evidence.claims.finder import find_claims
from evidence.claims.model import Claim, Window
from evidence.claims.rules import accepts, understatement, verdict

__all__ = ["Claim", "Contradiction", "Window", "accepts", "contradictions", "find_claims", "understatement", "verdict"]
