"""Whether a name that is passed in one look is read as it would be by all patterns: a space in front of it has all of them asked."""

import random

import pytest

from etl import parse
from etl.parse.doubtful_people import FIRMS_LIKE_NAMES
from etl.parse.name_characters import EVERYDAY, GIVEN_NAME, SURNAMES
from etl.parse.people import is_plain_name

SPEAKING = "甲某人等们名位户口全体家长老小阿姐哥叔伯姨婆嫂妈爸先生女士同志志愿者居民村民群众党员职工员工一二三0123456789X*（）、 於乾後國"


def _read(text: str) -> tuple[str | None, ...]:
    """Return what is read of a cell as a person and as a party: the value, or the sentence that refuses it."""
    values = []
    for read in (parse.person, parse.party):
        try:
            values.append(read(text))
        except ValueError as refusal:
            values.append(str(refusal))
    return tuple(values)


def _names(letters: str, seed: int) -> list[str]:
    dice = random.Random(seed)
    return ["".join(dice.choices(letters, k=dice.randint(1, 8))) for _ in range(20_000)]


@pytest.mark.parametrize("letters", [SURNAMES + GIVEN_NAME, SURNAMES + EVERYDAY + SPEAKING, GIVEN_NAME + "0123456789"])
def test_plain_names_are_read_as_all_patterns_would(letters: str) -> None:
    plain = [name for name in _names(letters, 7) if is_plain_name(name)]
    assert len(plain) > 500
    for name in plain:
        longer = f" {name}"
        assert not is_plain_name(longer)
        assert _read(name) == _read(longer) == (name, name)
        assert (parse.is_masked_name(name), parse.are_several_people(name)) == (False, False)
        assert (parse.is_masked_name(longer), parse.are_several_people(longer)) == (False, False)


@pytest.mark.parametrize(
    "name", ["李某", "王姐", "小王", "李女士", "张三等5人", "全体居民", "無名", "陳國會", "张", "张三(女)", "无"]
)
def test_what_a_pattern_speaks_of_is_not_plain(name: str) -> None:
    assert not is_plain_name(name)


def test_most_names_are_passed_in_one_look() -> None:
    dice = random.Random(3)
    names = [dice.choice(SURNAMES) + "".join(dice.choices(GIVEN_NAME, k=2)) for _ in range(1000)]
    assert sum(map(is_plain_name, names)) > 600


def test_plain_names_are_as_doubtful_as_all_patterns_say() -> None:
    letters = SURNAMES[:200] + GIVEN_NAME + EVERYDAY + "队班组店厂站局处室部铺坊团格友学第届级中公司"
    names = [*_names(letters, 11), *FIRMS_LIKE_NAMES]
    assert [parse.is_doubtful_person(name) for name in names] == [
        parse.is_doubtful_person(f" {name}") for name in names
    ]
