"""Declares intermediate tables: what several facts are derived from is worked out once, and is not stored. One file each."""
