"""Pages that readers ask for at once are drawn one after the other."""

from threading import Event, Thread

from ui.frame.turns import Turns

PATIENCE = 10  # seconds that nothing here takes


def drawing(turns: Turns, name: str, drawn: list[str]) -> Thread:
    """Start a thread that draws a page; return it when the page is being drawn or waits."""
    asked = Event()

    def draw() -> None:
        asked.set()
        with turns.one():
            drawn.append(name)

    thread = Thread(target=draw, daemon=True)
    thread.start()
    asked.wait(PATIENCE)
    thread.join(0.1)  # long enough to draw where nothing keeps it
    return thread


def test_pages_asked_for_while_another_is_drawn_follow_it_in_the_order_in_which_they_were_asked_for() -> None:
    turns, drawn = Turns(longest=PATIENCE), list[str]()
    with turns.one():
        waiting = [drawing(turns, name, drawn) for name in ("second", "third", "fourth")]
        drawn.append("first")
    for thread in waiting:
        thread.join(PATIENCE)
    assert drawn == ["first", "second", "third", "fourth"]


def test_a_page_that_is_drawn_for_long_holds_up_nobody() -> None:
    turns, drawn = Turns(longest=0.01), list[str]()
    with turns.one():
        for thread in [drawing(turns, name, drawn) for name in ("second", "third")]:
            thread.join(PATIENCE)
        drawn.append("first")
    assert drawn == ["second", "third", "first"]


def test_the_end_of_a_page_that_took_long_does_not_end_the_turn_of_the_page_that_is_drawn_now() -> None:
    turns, drawn = Turns(longest=PATIENCE), list[str]()
    turns.longest = 0  # for the page that takes long
    with turns.one():
        turns.longest = PATIENCE
        second = turns.one()
        second.__enter__()
    third = drawing(turns, "third", drawn)
    assert not drawn
    second.__exit__(None, None, None)
    third.join(PATIENCE)
    assert drawn == ["third"]


def test_a_page_that_fails_gives_its_turn_back() -> None:
    turns, drawn = Turns(longest=PATIENCE), list[str]()
    try:
        with turns.one():
            raise LookupError
    except LookupError:
        drawing(turns, "second", drawn).join(PATIENCE)
    assert drawn == ["second"]
