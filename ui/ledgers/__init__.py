"""Problems, contents and dictionaries of ledgers on screen."""
