"""Bounds that keep a broken or hostile client from hurting the others."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Octets and seconds. The time limits of RFC 5321, 3501 and 1939 are minima, so ours are not below them."""

    letter: int = 50 * 1024 * 1024
    line: int = 1024 * 1024
    """Longest line after log-in: a FETCH of 10,000 UIDs has 70 KB, a careless HTML letter one line for all of it."""
    line_before_login: int = 16 * 1024
    """Longest line and longest literal before log-in (an OAuth token fits)."""
    connections: int = 200
    """Open at once, for each of the three protocols."""
    recipients: int = 1000
    """Of one letter."""
    lines_per_second: int = 0
    """Commands, roughly: a client that is faster waits; 0: as fast as it likes."""
    failed_logins: int = 10
    """After so many a connection is closed."""
    seconds_before_login: float = 120.0
    imap_seconds: float = 1800.0
    pop3_seconds: float = 600.0
    smtp_seconds: float = 300.0
