"""What a build remembers: each answer asked for once, and those forgotten first that nobody wants any more."""

from itertools import count

from warehouse.build import MOST_ANSWERS, build_in_memory


def test_an_answer_that_is_asked_for_again_and_again_outlasts_those_asked_for_once() -> None:
    build, number = build_in_memory("b", {}), count()

    for other in range(3 * MOST_ANSWERS):
        assert build.remembered("often", lambda: next(number)) == 0
        build.remembered(other, lambda: None)

    assert build.remembered(other, lambda: "asked anew") is None
    assert build.remembered(0, lambda: "asked anew") == "asked anew"
