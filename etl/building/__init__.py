"""From all clean files to one immutable build."""
