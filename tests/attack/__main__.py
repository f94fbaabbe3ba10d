"""`make attack`: every kind of attack many times over, each try from a seed; prints how many were tried and survived.

python -m tests.attack [kind …] [--seed 1] [--times 1] [--seconds 300]
"""

import argparse
import logging
import sys
import warnings

from registry import collect
from tests.attack import kinds
from tests.support.attacks import Attack, tally

MOST_NAMED = 5


def main() -> int:
    """Try the kinds named, or all; return 1 where one is not survived as it is to be."""
    attacks = collect(kinds, Attack)
    parser = argparse.ArgumentParser(prog="python -m tests.attack", description=__doc__)
    parser.add_argument("kinds", nargs="*", choices=[*attacks, []], help="kinds to try; all unless named")
    parser.add_argument("--seed", type=int, default=1, help="another one tries other things")
    parser.add_argument("--times", type=float, default=1, help="how many times as often as usual")
    parser.add_argument("--seconds", type=float, default=300, help="after which a kind tries nothing more")
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)  # what the program logs of hostile files is no news here
    warnings.simplefilter("ignore")
    is_whole = True
    for id in options.kinds or attacks:
        attack = attacks[id]
        result = tally(attack, options.seed, max(1, round(attack.rounds * options.times)), options.seconds)
        is_whole &= result.holds(attack)
        print(
            f"{id:<12}{result.tried:>6} tried /{result.survived:>6} survived  {result.seconds:>5.0f} s   {attack.words}"
        )
        for loss in result.losses[:MOST_NAMED]:
            print(f"    {loss}")
        sys.stdout.flush()
    return 0 if is_whole else 1


if __name__ == "__main__":
    sys.exit(main())
