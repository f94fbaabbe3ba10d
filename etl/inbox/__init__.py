"""Holds the files exactly as received, the options stated when they were handed in, and the lock on their folder."""
