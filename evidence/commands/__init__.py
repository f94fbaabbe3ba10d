"""The commands of `python -m evidence`: one file is one command, named like the file, its docstring the help."""
