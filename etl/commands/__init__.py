"""The commands of `python -m etl` that are more than a call: what they take, and what they say."""
