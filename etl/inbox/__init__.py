"""Files exactly as received, what was stated when they were handed in, and the lock on their folder."""
