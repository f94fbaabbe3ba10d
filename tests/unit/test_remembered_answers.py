"""Answers that all readers share: worked out once, asked again after a fault, forgotten in turn."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier, BrokenBarrierError

import pytest

from ui.frame.remembered_answers import RememberedAnswers

READERS = 8


def test_readers_who_ask_at_once_share_one_answer():
    answers, asked, start, second = RememberedAnswers(4), list[int](), Barrier(READERS), Barrier(2)

    def ask() -> object:
        asked.append(1)
        with suppress(BrokenBarrierError):
            second.wait(0.1)  # for somebody who would ask as well
        return object()

    def read(_: int) -> object:
        start.wait()
        return answers.answer("question", ask)

    with ThreadPoolExecutor(READERS) as readers:
        (shared,) = set(readers.map(read, range(READERS)))

    assert asked == [1]
    assert answers.answer("question", ask) is shared


def test_a_question_that_failed_is_asked_again():
    answers = RememberedAnswers(4)

    with pytest.raises(ZeroDivisionError):
        answers.answer("question", lambda: 1 / 0)

    assert answers.answer("question", lambda: 2) == 2


def test_the_answer_not_asked_for_longest_is_forgotten_first():
    answers = RememberedAnswers(2)
    for question in ("first", "second", "first", "third"):
        answers.answer(question, lambda: "old")

    assert [answers.answer(question, lambda: "new") for question in ("first", "third", "second")] == [
        "old",
        "old",
        "new",
    ]


def test_only_what_is_not_remembered_is_asked_and_that_together():
    answers, asked = RememberedAnswers(4), list[list[str]]()

    def ask(questions: Sequence[str]) -> dict[str, str]:
        asked.append(list(questions))
        return {question: question.upper() for question in questions}

    answers.answers(["first"], ask)

    assert answers.answers(["second", "first", "third"], ask) == {
        "second": "SECOND",
        "first": "FIRST",
        "third": "THIRD",
    }
    assert asked == [["first"], ["second", "third"]]


def test_what_failed_beside_another_question_does_not_fail_by_itself():
    answers = RememberedAnswers(4)

    with pytest.raises(ZeroDivisionError):
        answers.answers(["first", "second"], lambda _: {"first": 1, "second": 1 // 0})

    assert answers.answer("first", lambda: 1) == 1
