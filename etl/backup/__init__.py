"""Puts a data folder into one file that vouches for every byte of it, and back."""
