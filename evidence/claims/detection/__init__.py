"""From a text to its claims: figures and trends with unit, qualifier and window."""
