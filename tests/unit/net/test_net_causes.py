"""What the operating system says of a connection, in words of ours."""

from __future__ import annotations

import errno
import os

import pytest

from stdlib.net.causes import cause_of


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (errno.ENETUNREACH, "сеть недоступна"),
        (errno.EHOSTUNREACH, "сервер недоступен"),
        (errno.EADDRNOTAVAIL, "адрес недоступен"),
        (errno.ECONNREFUSED, "в соединении отказано"),
    ],
)
def test_errors_of_sockets_are_told_in_russian(number: int, text: str) -> None:
    cause = cause_of(OSError(number, os.strerror(number)), "mail.1c.ru")
    assert cause is not None
    assert cause.text == text


def test_what_has_no_words_of_ours_keeps_those_of_the_system() -> None:
    cause = cause_of(OSError(errno.EXDEV, "Other words"), "mail.1c.ru")
    assert cause is not None
    assert (cause.kind, cause.text) == ("system", "Other words")
