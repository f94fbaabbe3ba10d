"""Declares facts: tables a build derives from record tables, so that indicators stay simple sums. One file each."""
