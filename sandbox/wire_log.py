"""The conversations of a store: those that go on now, in memory, and the last of those that ended, in its file."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from sandbox.database import Database, StoreError
from sandbox.transcript import Said, Transcript

MOST_ENDED = 200
"""Conversations kept after their end."""


@dataclass(frozen=True, slots=True)
class ConnectionSummary:
    """A line of the list of connections."""

    number: int
    protocol: str
    peer: str
    user: str
    """Who logged in; empty: nobody."""
    tls: bool
    started: datetime
    ended: datetime | None
    """None: it goes on, in this process."""


class WireLog:
    """Keeps what connections said. Those of other processes are seen when they have ended."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._live: dict[int, Transcript] = {}

    def open(self, protocol: str, peer: str) -> Transcript:
        """A new conversation."""
        made = Transcript(protocol, peer)
        self._live[made.number] = made
        return made

    def close(self, transcript: Transcript) -> None:
        """The connection is over: keep what was said."""
        transcript.ended = transcript.started + transcript.seconds()
        # Loaded when the first connection ends: the start of a script does not wait for it.
        import json

        lines = json.dumps([(one.seconds, one.who, one.text) for one in transcript.said()], ensure_ascii=False)
        values = (
            transcript.number, transcript.protocol, transcript.peer, transcript.user, transcript.tls,
            transcript.started, transcript.ended, lines,
        )  # fmt: skip
        # A log that cannot be written is no reason to trouble anybody: clients were told of the store's state already.
        with suppress(StoreError), self._database.changing(silently=True) as connection:
            connection.execute("INSERT OR IGNORE INTO conversation VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)
            connection.execute(
                "DELETE FROM conversation WHERE number<=(SELECT number FROM conversation ORDER BY number DESC "
                "LIMIT 1 OFFSET ?)",
                (MOST_ENDED,),
            )
        # Only now: whoever looks meanwhile finds it here or there.
        self._live.pop(transcript.number, None)

    def connections(self) -> list[ConnectionSummary]:
        """All that are known, the newest first."""
        found = {
            one.number: _summary(one.number, one.protocol, one.peer, one.user, one.tls, one.started, None)
            for one in tuple(self._live.values())
        }
        rows = self._database.rows(
            "SELECT number, protocol, peer, user, tls, started, ended FROM conversation ORDER BY number DESC"
        )
        found |= {row[0]: _summary(*row) for row in rows}
        return sorted(found.values(), key=lambda one: -one.number)

    def said(self, number: int) -> list[Said]:
        """A conversation; raises LookupError when there is none with that number."""
        import json

        live = self._live.get(number)
        if live is not None:
            return live.said()
        row = self._database.row("SELECT lines FROM conversation WHERE number=?", number)
        if row is None:
            raise LookupError(number)
        return [Said(*one) for one in json.loads(row[0])]

    def clear(self) -> None:
        """Forget the conversations that ended."""
        with self._database.changing(silently=True) as connection:
            connection.execute("DELETE FROM conversation")


def _summary(
    number: int, protocol: str, peer: str, user: str, tls: int, started: float, ended: float | None
) -> ConnectionSummary:
    until = None if ended is None else datetime.fromtimestamp(ended).astimezone()
    return ConnectionSummary(
        number, protocol, peer, user, bool(tls), datetime.fromtimestamp(started).astimezone(), until
    )
