"""How well claims are found: passages we wrote, annotated by hand, and the measurement over them."""
