"""Says how large a file is, as file managers of the readers do: in steps of a thousand."""

KILOBYTE = 1_000
MEGABYTE = 1_000_000


def size_text(size: int) -> str:
    """Return bytes as 84 KB, 5.8 MB or 2,100 MB."""
    if size < MEGABYTE:
        return f"{-(-size // KILOBYTE):,} KB"
    megabytes = size / MEGABYTE
    return (
        f"{megabytes:,.0f} MB" if megabytes >= 10 or size % MEGABYTE == 0 else f"{megabytes:,.1f} MB"
    )  # 4 MB, not 4.0 MB
