"""The pages of the menu section 说明: one file a page."""
