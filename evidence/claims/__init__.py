"""口径核对: each claim of a draft detected, bound to an indicator, computed and judged."""
