"""The attacks of `make attack`: each is declared whole, one of them is made here, and what escapes counts as a loss."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from registry import collect
from tests.attack import kinds
from tests.support.attacks import SURVIVED, Attack, tally


def test_every_kind_says_what_it_tries_and_how_often():
    attacks = collect(kinds, Attack)
    assert len(attacks) >= 10
    assert [id for id, attack in attacks.items() if attack.rounds < 1 or not attack.words.endswith(".")] == []


def test_a_damaged_file_of_our_own_is_survived_from_any_seed():
    result = tally(collect(kinds, Attack)["corruption"], seed=5, rounds=2, seconds=60)
    assert (result.tried, result.losses) == (2, [])


def test_what_escapes_an_attack_is_a_loss_named_by_its_seed_and_round():
    def attempt(random: Random, _folder: Path) -> Iterator[str]:
        yield SURVIVED if random.random() < 2 else "never"
        raise UnicodeError("乱码")

    attack = Attack(attempt, rounds=3)
    result = tally(attack, seed=7, rounds=3, seconds=60)
    assert (result.tried, result.survived, result.losses[1]) == (6, 3, "7/1: UnicodeError: 乱码")
    assert not result.holds(attack)
    assert tally(attack, seed=7, rounds=3, seconds=-1).tried == 1
    assert not tally(attack, seed=7, rounds=0, seconds=60).holds(attack)
