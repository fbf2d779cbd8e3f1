"""Letters that break the rules are read as people would read them."""

from __future__ import annotations

import pytest

from stdlib.mail.mime.read import ParsedLetter, read_letter
from support.ugly_letters import UGLY_LETTERS


def _inner(letter: ParsedLetter) -> list[str]:
    """Subjects of the innermost letters within."""
    subjects = []
    for item in letter.attachments:
        if item.letter is not None:
            subjects += _inner(item.letter) or [item.letter.head.subject]
    return subjects


@pytest.mark.parametrize("name", UGLY_LETTERS)
def test_ugly_letter_is_read(name: str) -> None:
    ugly = UGLY_LETTERS[name]
    letter = read_letter(ugly.raw)
    head = letter.head
    found = {
        "subject": head.subject,
        "sender": (head.sender.name, head.sender.address) if head.sender else None,
        "to": [(one.name, one.address) for one in head.to],
        "text": text.strip() if (text := letter.text()) is not None else None,
        "html": text.strip() if (text := letter.text("text/html")) is not None else None,
        "files": [(item.name, item.data.rstrip(b"\r\n")) for item in letter.attachments],
    }
    wanted = {key: value for key in found if (value := getattr(ugly, key)) is not None}
    if ugly.files is not None:
        wanted["files"] = [(file, data.rstrip(b"\r\n")) for file, data in ugly.files]
    assert {key: found[key] for key in wanted} == wanted
    assert letter.defects is not ugly.sound
    if ugly.inner:
        assert _inner(letter) == ugly.inner
    assert letter.raw == ugly.raw
