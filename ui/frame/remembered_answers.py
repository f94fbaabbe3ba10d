"""Remembers answers for all readers, those asked for last: each is worked out once, however many ask for it at the same time."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

SharedAnswer = TypeVar("SharedAnswer")


class RememberedAnswers:
    """Answers by their question. They are handed out as they are, not as copies: no reader may change one."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._answers: OrderedDict[Hashable, _AwaitedAnswer] = OrderedDict()
        self._lock = Lock()

    def answer(self, question: Hashable, ask: Callable[[], SharedAnswer]) -> SharedAnswer:
        """Return the answer to a question, asked unless it is remembered; who asks while another does waits for that answer."""
        with self._lock:
            remembered = self._answers.setdefault(question, _AwaitedAnswer())
            self._answers.move_to_end(question)
            if len(self._answers) > self._most:
                self._answers.popitem(last=False)
        answer: SharedAnswer = remembered.get(ask)
        return answer


class _AwaitedAnswer:
    """An answer to come. Where asking fails, whoever is next asks again."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._values: list[Any] = []  # none before it is known, then one

    def get(self, ask: Callable[[], Any]) -> Any:
        if not self._values:
            with self._lock:
                if not self._values:
                    self._values.append(ask())
        return self._values[0]
