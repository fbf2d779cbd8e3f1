"""Ends of lines as mail wants them: CR LF, each."""

from __future__ import annotations


def with_crlf(data: bytes) -> bytes:
    """The text with CRLF at the end of every line; the very same bytes when it is so already."""
    breaks = data.count(b"\r\n")
    if data.count(b"\n") == breaks and data.count(b"\r") == breaks:
        return data
    # Not by an expression: that one takes several times the size of a big letter.
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").replace(b"\n", b"\r\n")
