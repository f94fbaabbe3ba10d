"""The data in use: builds and how one is opened, names of communities, and what the bookkeeping tables hold."""
