"""The page 口径核对: a draft entered, its claims checked and marked, one looked into and bound otherwise."""
