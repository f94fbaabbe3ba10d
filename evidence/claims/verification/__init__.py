"""The figures a claim is held against, and its verdict with a reason."""
