"""The other pages of evidence: one module per page."""
