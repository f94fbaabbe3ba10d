"""Remembers answers for all readers, those asked for last: each is worked out once, however many ask for it at the same time."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from threading import Lock
from typing import Any, TypeVar

SharedAnswer = TypeVar("SharedAnswer")
SharedQuestion = TypeVar("SharedQuestion", bound=Hashable)


class RememberedAnswers:
    """Answers by their question. They are handed out as they are, not as copies: no reader may change one."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._answers: OrderedDict[Hashable, _AwaitedAnswers] = OrderedDict()
        self._lock = Lock()

    def answer(self, question: Hashable, ask: Callable[[], SharedAnswer]) -> SharedAnswer:
        """Return the answer to a question, asked unless it is remembered."""
        return self.answers([question], lambda _: {question: ask()})[question]

    def answers(
        self,
        questions: Iterable[SharedQuestion],
        ask: Callable[[Sequence[SharedQuestion]], Mapping[SharedQuestion, SharedAnswer]],
    ) -> dict[SharedQuestion, SharedAnswer]:
        """Return the answers to several questions, those that are not remembered asked together; who asks while another does waits for it."""
        wanted = list(dict.fromkeys(questions))
        with self._lock:
            unknown = [question for question in wanted if question not in self._answers]
            own = _AwaitedAnswers(lambda: ask(unknown))
            self._answers.update(dict.fromkeys(unknown, own))
            awaited = {question: self._answers[question] for question in wanted}
            for question in wanted:
                self._answers.move_to_end(question)
            while len(self._answers) > self._most:
                self._answers.popitem(last=False)
        try:
            return {question: answers.get()[question] for question, answers in awaited.items()}
        except BaseException:
            self._forget_unknown(awaited)
            raise

    def _forget_unknown(self, awaited: "Mapping[Any, _AwaitedAnswers]") -> None:
        """Forget what was asked in vain, so that whoever is next asks again, and for nothing else with it."""
        with self._lock:
            for question, answers in awaited.items():
                if not answers.are_known and self._answers.get(question) is answers:
                    del self._answers[question]


class _AwaitedAnswers:
    """Answers to come, which are asked for together."""

    def __init__(self, ask: Callable[[], Mapping[Any, Any]]) -> None:
        self._ask = ask
        self._lock = Lock()
        self._answers: Mapping[Any, Any] | None = None

    @property
    def are_known(self) -> bool:
        return self._answers is not None

    def get(self) -> Mapping[Any, Any]:
        if self._answers is None:
            with self._lock:
                if self._answers is None:
                    self._answers = self._ask()
                    del self._ask  # which holds a build that may be withdrawn
        return self._answers
