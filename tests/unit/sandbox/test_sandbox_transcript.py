"""What is kept of a conversation."""

from __future__ import annotations

from sandbox.transcript import SERVER, Transcript


def test_an_answer_of_nothing_is_not_kept() -> None:
    transcript = Transcript("imap", "127.0.0.1")
    transcript.server(b"")
    transcript.server(b"a1 OK done\r\n")
    assert [(one.who, one.text) for one in transcript.said()] == [(SERVER, "a1 OK done")]
