"""The pages of the menu section 成效: one file a page."""
