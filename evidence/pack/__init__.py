"""The evidence pack (佐证材料包): from a request to a zip that anyone can check."""
