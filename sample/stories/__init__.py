"""What happened in each community, month by month: invented, but adding up to what the community published."""
