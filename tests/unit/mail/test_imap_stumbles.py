"""Answers at which the IMAP library falls are the server's fault; other mistakes are not passed off as that."""

from __future__ import annotations

import pytest
from imapclient.response_parser import parse_fetch_response  # type: ignore[import-untyped]

from stdlib.mail.accounts import Endpoint, ServerAccount
from stdlib.mail.errors import MailError
from stdlib.mail.imap_session import ImapSession


class Line:
    """A connection of which only the end matters."""

    def __init__(self) -> None:
        self.is_shut = False

    def shutdown(self) -> None:
        self.is_shut = True


def session_over(line: Line) -> ImapSession:
    session = ImapSession(ServerAccount(Endpoint("mail.test", 143, "none")))
    session._client = line
    return session


@pytest.mark.parametrize(
    "answer",
    [
        "1 (UID 4 (word) 5)",
        "1 (UID 4 NIL 5)",
        "1 (UID 4 ENVELOPE 5)",
        "1 (UID 4 ENVELOPE (1 2))",
        "1 (UID 4 BODYSTRUCTURE NIL)",
        "x (UID 4)",
        "1 (UID 4",
    ],
)
def test_an_answer_that_the_library_cannot_read_is_told_of_and_ends_the_session(answer: str) -> None:
    line = Line()
    session = session_over(line)
    with pytest.raises(MailError, match="не по правилам IMAP"):
        session.call("fetch", lambda _: parse_fetch_response([answer.encode()], False, True))
    assert line.is_shut
    assert not session.is_open


def test_a_mistake_of_ours_is_not_blamed_on_the_server() -> None:
    line = Line()
    session = session_over(line)
    with pytest.raises(AttributeError, match="no_such_command"):
        session.call("fetch", lambda client: client.no_such_command())
    assert line.is_shut
