"""Takes ledgers in through the browser: dropped, looked at, corrected, confirmed, and taken back."""
