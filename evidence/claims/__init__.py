"""口径核对: detects the claims of a draft, binds each to an indicator, computes it from the records and judges it."""
