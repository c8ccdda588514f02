"""What a function says of a word is kept, and says the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checker.text.remembered import Remembered


@given(st.lists(st.text("abc", max_size=2)), st.integers(1, 4))
def test_it_says_what_the_function_says_and_asks_once(words: list[str], most: int) -> None:
    """However little is kept, the answer is the function's; what is kept is not asked for again."""
    asked: list[str] = []

    def tell(word: str) -> str:
        asked.append(word)
        return word.upper()

    remembered = Remembered(tell, most)
    for word in words:
        known, before = word in remembered, len(asked)
        assert remembered[word] == word.upper()
        assert len(asked) - before == (not known)
        assert len(remembered) <= most
