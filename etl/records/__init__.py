"""Declares record types: one file each, found by the registry."""
