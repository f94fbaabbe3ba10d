"""Synthetic sample ledgers: `stories` invents what happened, `ledgers` writes it down as untidily as communities do.

Everything is drawn from seeded generators, so that `python -m sample` writes the same bytes again.
"""
