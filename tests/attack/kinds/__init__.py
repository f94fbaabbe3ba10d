"""One module a kind of attack: tried many times by `make attack`, each time from a seed of its own."""
