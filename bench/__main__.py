"""`make bench`: every measurement, one after the other."""

from bench import loading

if __name__ == "__main__":
    loading.main()
