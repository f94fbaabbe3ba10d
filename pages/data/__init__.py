"""The pages of the menu section 数据: one file a page."""
