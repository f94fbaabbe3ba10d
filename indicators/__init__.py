"""What is counted: one declaration per indicator, and the figures that come of it."""
