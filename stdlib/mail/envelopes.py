"""Letters on their way out, as plain data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from stdlib.mail.errors import MailError

# Recipient -> the server's code and text.
Refused = dict[str, tuple[int, str]]
# The code of a recipient that was not even offered to the server.
NOT_OFFERED = 0


@dataclass(frozen=True, slots=True)
class Envelope:
    """A letter to be sent; `data` may be a function, called only when the letter's turn comes (in the mail thread).

    `smtputf8` = its headers hold user parts that are not ASCII.
    """

    sender: str
    recipients: Sequence[str]
    data: bytes | Callable[[], bytes]
    smtputf8: bool = False


@dataclass(frozen=True, slots=True)
class SealedEnvelope:
    """An envelope whose letter has been made."""

    sender: str
    recipients: Sequence[str]
    data: bytes
    smtputf8: bool = False


@dataclass(frozen=True, slots=True)
class SendOutcome:
    """What became of one letter: recipients refused, or the error that stopped it."""

    refused: Refused = field(default_factory=dict)
    error: MailError | None = None
