"""Record types: one file each, found by the registry."""
