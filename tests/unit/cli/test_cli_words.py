import pytest

from interpreter.cli.words import counted


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0 писем"), (1, "1 письмо"), (2, "2 письма"), (5, "5 писем"), (11, "11 писем"), (12, "12 писем"),
     (21, "21 письмо"), (24, "24 письма"), (111, "111 писем"), (101, "101 письмо")],
)  # fmt: skip
def test_a_word_agrees_with_its_number(number: int, text: str) -> None:
    assert counted(number, "письмо", "письма", "писем") == text
