"""`make bench`: every measurement, one after the other."""

from bench import loading, scale
from bench.claims.__main__ import main as claims

if __name__ == "__main__":
    loading.main()
    scale.main()
    claims([])
