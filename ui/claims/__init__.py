"""口径核对 on screen."""
