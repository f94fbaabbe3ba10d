"""The pages of the menu section 申报: one file a page."""
