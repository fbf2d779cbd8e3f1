"""A selected box as its client knows it: the numbering it was told, and the changes it was not told of yet."""

from __future__ import annotations

from bisect import bisect_left

from sandbox.imap import output
from sandbox.letters import BoxGone, flags_text
from sandbox.records import SYSTEM_FLAGS, Letter
from sandbox.store import Store


class View:
    """Sequence numbers change only when the client is told (RFC 3501, 7.4.1); everything else is always fresh."""

    def __init__(self, store: Store, box: int, read_only: bool) -> None:
        self._store = store
        self.box = box
        self.read_only = read_only
        self.letters: dict[int, Letter] = {}
        """The letters that are there now, by UID."""
        self._modseq = 0
        self._changed: set[int] = set()
        self._keywords: set[str] = set()
        self._news = False
        self.refresh()
        self.uids: list[int] = sorted(self.letters)
        """UIDs by sequence number, as the client knows them: removed letters stay until it is told."""
        self._told_keywords = set(self._keywords)
        self._changed.clear()
        self._news = False

    def refresh(self) -> None:
        """Learn what changed; raises BoxGone when the box was deleted."""
        box = self._store.folders.reread(self.box)
        if box is None:
            raise BoxGone(self.box)
        if box.modseq == self._modseq:
            return
        for letter in self._store.letters.of_box(self.box, self._modseq):
            known = self.letters.get(letter.uid)
            if known is None or known.flags != letter.flags:
                self._changed.add(letter.uid)
            self.letters[letter.uid] = letter
            self._keywords.update(flag for flag in letter.flags if not flag.startswith("\\"))
        if box.expunged > self._modseq:
            there = self._store.letters.uids(self.box)
            self.letters = {uid: letter for uid, letter in self.letters.items() if uid in there}
        self._modseq = box.modseq
        self._news = True

    def told(self, uid: int) -> None:
        """The client knows the flags of this letter."""
        self._changed.discard(uid)

    def announce(self, expunges: bool) -> bytes:
        """Untagged responses about all that is new; removals only if they may be told now."""
        if not self._news:
            return b""
        written = []
        if self._keywords != self._told_keywords:
            self._told_keywords = set(self._keywords)
            written.append(b"* FLAGS " + output.flags(self.flags()) + b"\r\n")
        if expunges:
            written += self._removals()
        last = self.uids[-1] if self.uids else 0
        new = sorted(uid for uid in self.letters if uid > last)
        if new:
            self.uids += new
            self._changed.difference_update(new)
            written.append(b"* %d EXISTS\r\n" % len(self.uids))
        written += [self._flags_line(uid) for uid in sorted(self._changed) if uid in self.letters]
        self._changed.clear()
        self._news = len(self.uids) != len(self.letters)
        return b"".join(written)

    def flags(self) -> tuple[str, ...]:
        """Flags and keywords in use."""
        return (*SYSTEM_FLAGS, *sorted(self._keywords))

    def first_unseen(self) -> int | None:
        """Its sequence number."""
        return next(
            (number for number, uid in enumerate(self.uids, 1) if "\\Seen" not in self.letters[uid].flags), None
        )

    def number(self, uid: int) -> int:
        return bisect_left(self.uids, uid) + 1

    def _removals(self) -> list[bytes]:
        places = [place for place, uid in enumerate(self.uids) if uid not in self.letters]
        for place in reversed(places):
            del self.uids[place]
        # From the last to the first, so that a number is not shifted by those told before it.
        return [b"* %d EXPUNGE\r\n" % (place + 1) for place in reversed(places)]

    def _flags_line(self, uid: int) -> bytes:
        flags = flags_text(self.letters[uid].flags).encode()
        return b"* %d FETCH (UID %d FLAGS (%b))\r\n" % (self.number(uid), uid, flags)
