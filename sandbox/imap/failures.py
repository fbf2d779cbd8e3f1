"""How a command fails."""

from __future__ import annotations


class BadCommand(Exception):
    """The client does not speak IMAP here: the answer is BAD."""


class Refused(Exception):
    """The command is sound but cannot be done: the answer is NO. The text may begin with a response code."""
