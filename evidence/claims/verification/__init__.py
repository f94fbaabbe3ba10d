"""Computes the figures a claim is compared with, and gives its verdict with a reason."""
