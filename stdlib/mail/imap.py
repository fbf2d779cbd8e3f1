"""Letters of an IMAP mailbox: selecting, searching, fetching in bounded batches, flags, moving."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from types import TracebackType
from typing import Any

from stdlib.mail.accounts import ServerAccount
from stdlib.mail.diagnosis import failure
from stdlib.mail.errors import MailError
from stdlib.mail.imap_fetch import fetch
from stdlib.mail.imap_folders import ImapFolders
from stdlib.mail.imap_search import Criterion, plan_search
from stdlib.mail.imap_session import ImapSession, batches
from stdlib.mail.mime.line_ends import with_crlf

# A batch takes 3-4 times its size in memory.
_BATCH_BYTES = 8 * 1024 * 1024
_APPENDED = re.compile(r"APPENDUID\s+\d+\s+(\d+)", re.IGNORECASE)
_FLAG = re.compile(r"\\?[!#$&'+,./0-9:;<=>?@A-Z^_`a-z|~-]+")
_KEEP_UNSEEN = "BODY.PEEK[]"
_DELETED = "\\Deleted"


@dataclass(frozen=True, slots=True)
class FetchedMessage:
    """A letter of the selected folder; `raw` is all of it, its header alone, or b"", by what was asked for."""

    uid: int
    flags: tuple[str, ...]
    size: int
    internal_date: datetime | None
    raw: bytes


@dataclass(frozen=True, slots=True)
class Selected:
    """The folder that was selected; a changed `uidvalidity` makes all remembered uids void."""

    name: str
    messages: int
    recent: int
    uidvalidity: int
    uidnext: int
    readonly: bool
    permanent_flags: tuple[str, ...]


class ImapConnection:
    """A connection for blocking callers; it may be used by one thread at a time."""

    def __init__(self, account: ServerAccount) -> None:
        self.account = account
        self.selected: Selected | None = None
        self._session = ImapSession(account)
        self.folders = ImapFolders(self._session)

    @property
    def is_open(self) -> bool:
        """Whether commands can be given."""
        return self._session.is_open

    def open(self) -> None:
        """Connects, protects the connection and logs in unless that is done; MailError."""
        self._session.open()

    def close(self) -> None:
        """Ends the session; does nothing when there is none. Letters marked as deleted stay."""
        self.selected = None
        self._session.close()

    def abandon(self) -> None:
        """Drops the connection without a word. Never fails, never waits."""
        self.selected = None
        self._session.abandon()

    def __enter__(self) -> ImapConnection:
        self.open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def has(self, capability: str) -> bool:
        """Whether the server has an extension (UIDPLUS, MOVE, IDLE…)."""
        return self._session.has(capability)

    def noop(self) -> None:
        """Keeps the connection alive; MailError when it is dead."""
        self._session.call("command", lambda client: client.noop())

    def select(self, folder: str = "INBOX", *, readonly: bool = False) -> Selected:
        """Selects a folder for all commands on letters."""
        self.selected = None
        found: dict[bytes, Any] = self._session.call("folder", lambda client: client.select_folder(folder, readonly))
        self.selected = Selected(
            name=folder,
            messages=found.get(b"EXISTS", 0),
            recent=found.get(b"RECENT", 0),
            uidvalidity=found.get(b"UIDVALIDITY", 0),
            uidnext=found.get(b"UIDNEXT", 0),
            readonly=readonly or b"READ-ONLY" in found,
            permanent_flags=_texts(found.get(b"PERMANENTFLAGS")),
        )
        return self.selected

    def unselect(self, *, expunge: bool = False) -> None:
        """Leaves the selected folder; with `expunge` its letters marked as deleted are removed."""
        if self.selected is None:
            return
        self.selected = None
        if expunge:
            self._session.call("folder", lambda client: client.close_folder())
        elif self.has("UNSELECT"):
            self._session.call("folder", lambda client: client.unselect_folder())

    def search(self, criteria: Mapping[str, Criterion] | None = None) -> list[int]:
        """Uids of the letters that meet all criteria (see imap_search.plan_search), in rising order; none = all."""
        plan = plan_search(criteria or {})
        found: set[int] | None = None
        if plan.utf8 is not None:
            words = plan.utf8
            hint = "Возможно, сервер не умеет искать текст не на латинице"
            found = set(self._session.call("search", lambda client: client.search(words, "UTF-8"), hint))
        if plan.plain is not None:
            command = plan.plain
            plain = set(self._session.call("search", lambda client: client.search(command)))
            found = plain if found is None else found & plain
        return sorted(found or ())

    def fetch_messages(self, uids: Iterable[int], *, mark_seen: bool = False) -> Iterator[FetchedMessage]:
        """Whole letters, in the order asked for; those that are gone are skipped. Memory is bounded by the batch.

        MailError, after the letters of the portion, when the server did not give one that is still there.
        """
        for portion in batches(uids):
            missing = set(portion)
            for batch in _by_size(self._known(portion)):
                wanted = [message.uid for message in batch]
                item = "BODY[]" if mark_seen else _KEEP_UNSEEN
                bodies = self._fetch(wanted, [item])
                for message in batch:
                    raw = bodies.get(message.uid, {}).get(b"BODY[]")
                    # A server may say NIL, or a number.
                    if isinstance(raw, bytes):
                        missing.discard(message.uid)
                        yield FetchedMessage(
                            message.uid, message.flags, message.size or len(raw), message.internal_date, raw
                        )
            self._check_gone(missing)

    def fetch_headers(self, uids: Iterable[int]) -> Iterator[FetchedMessage]:
        """Letters with `raw` = their header; MailError as in fetch_messages()."""
        yield from self._fetched(uids, "BODY.PEEK[HEADER]", b"BODY[HEADER]")

    def fetch_flags(self, uids: Iterable[int]) -> dict[int, tuple[str, ...]]:
        """Flags by uid, those of letters that are gone left out."""
        flags: dict[int, tuple[str, ...]] = {}
        for batch in batches(uids):
            answers = self._fetch(batch, ["FLAGS"])
            flags.update({uid: _texts(answer.get(b"FLAGS")) for uid, answer in answers.items()})
        return flags

    def uids(self, first: int = 1, last: int | None = None) -> list[int]:
        """Uids by ordinal numbers in the folder (from 1), in the order of the folder."""
        everything = self.search()
        return everything[max(first, 1) - 1 : last]

    def append(
        self, folder: str, data: bytes, flags: Sequence[str] = (), internal_date: datetime | None = None
    ) -> int | None:
        """Puts a letter into a folder; its uid when the server tells (UIDPLUS)."""
        # Servers store bare LF as they get it, and give it back to programs that do not expect it.
        whole = with_crlf(data)
        chosen = self._checked(flags)
        reply = self._session.call("store", lambda client: client.append(folder, whole, chosen, internal_date))
        match = _APPENDED.search(reply.decode("utf-8", "replace") if isinstance(reply, bytes) else str(reply))
        return int(match[1]) if match else None

    def add_flags(self, uids: Iterable[int], flags: Sequence[str]) -> None:
        """Sets flags (\\Seen, \\Answered, \\Flagged, \\Deleted, \\Draft, own words)."""
        chosen = self._checked(flags)
        self._session.call_in_batches("store", uids, lambda client, batch: client.add_flags(batch, chosen, silent=True))

    def remove_flags(self, uids: Iterable[int], flags: Sequence[str]) -> None:
        """Clears flags."""
        chosen = self._checked(flags)
        self._session.call_in_batches(
            "store", uids, lambda client, batch: client.remove_flags(batch, chosen, silent=True)
        )

    def mark_deleted(self, uids: Iterable[int]) -> None:
        """Marks letters as deleted; expunge() removes them."""
        self.add_flags(uids, [_DELETED])

    def expunge(self, uids: Iterable[int] | None = None) -> None:
        """Removes letters marked as deleted: all of them, or only these."""
        if uids is None:
            self._session.call("store", lambda client: client.expunge())
            return
        chosen = list(uids)
        if self.has("UIDPLUS"):
            self._session.call_in_batches("store", chosen, lambda client, batch: client.uid_expunge(batch))
            return
        # Without UIDPLUS the command removes everything marked: the marks of the others are lifted meanwhile.
        others = sorted(set(self.search({"deleted": True})) - set(chosen))
        self.remove_flags(others, [_DELETED])
        try:
            self._session.call("store", lambda client: client.expunge())
        except MailError:
            # What stopped the command may stop this as well, and is what the caller has to know.
            with suppress(MailError):
                self.add_flags(others, [_DELETED])
            raise
        self.add_flags(others, [_DELETED])

    def copy(self, uids: Iterable[int], folder: str) -> None:
        """Copies letters into another folder."""
        self._session.call_in_batches("store", uids, lambda client, batch: client.copy(batch, folder))

    def move(self, uids: Iterable[int], folder: str) -> None:
        """Moves letters into another folder, by copying and deleting when the server cannot move."""
        chosen = list(uids)
        if self.has("MOVE"):
            self._session.call_in_batches("store", chosen, lambda client, batch: client.move(batch, folder))
        elif chosen:
            self.copy(chosen, folder)
            self.mark_deleted(chosen)
            self.expunge(chosen)

    def _checked(self, flags: Sequence[str]) -> list[str]:
        """The flags; MailError for one that would break the command."""
        for flag in flags:
            if not _FLAG.fullmatch(flag):
                raise failure(self.account, "store", f"недопустимый флаг «{flag}»")
        return list(flags)

    def _known(self, portion: list[int]) -> list[FetchedMessage]:
        """Of every letter, even one the server says nothing about: its body may come all the same."""
        answers = self._fetch(portion, ["FLAGS", "RFC822.SIZE", "INTERNALDATE"])
        return [_message(uid, answers.get(uid, {}), b"") for uid in portion]

    def _fetched(self, uids: Iterable[int], item: str, key: bytes) -> Iterator[FetchedMessage]:
        for batch in batches(uids):
            missing = set(batch)
            answers = self._fetch(batch, ["FLAGS", "RFC822.SIZE", "INTERNALDATE", item])
            for uid in batch:
                raw = answers.get(uid, {}).get(key)
                if isinstance(raw, bytes):
                    missing.discard(uid)
                    yield _message(uid, answers[uid], raw)
            self._check_gone(missing)

    def _check_gone(self, missing: set[int]) -> None:
        """MailError when one of the letters is there: a caller that deletes what it got must not take it for gone."""
        if not missing:
            return
        # Other programs' deletions become known.
        self.noop()
        there = missing.intersection(self.search({"uid": sorted(missing)}))
        if there:
            shown = ", ".join(str(uid) for uid in sorted(there)[:10])
            raise failure(self.account, "fetch", f"письма есть на сервере, но он их не отдал (Uid {shown})")

    def _fetch(self, uids: list[int], items: list[str]) -> dict[int, dict[bytes, Any]]:
        return self._session.call("fetch", lambda client: fetch(client, uids, items))


def _message(uid: int, answer: dict[bytes, Any], raw: bytes) -> FetchedMessage:
    size, date = answer.get(b"RFC822.SIZE"), answer.get(b"INTERNALDATE")
    return FetchedMessage(
        uid,
        _texts(answer.get(b"FLAGS")),
        size if isinstance(size, int) else 0,
        date if isinstance(date, datetime) else None,
        raw,
    )


def _by_size(messages: list[FetchedMessage]) -> Iterator[list[FetchedMessage]]:
    batch: list[FetchedMessage] = []
    size = 0
    for message in messages:
        if batch and size + message.size > _BATCH_BYTES:
            yield batch
            batch, size = [], 0
        batch.append(message)
        size += message.size
    if batch:
        yield batch


def _texts(flags: object) -> tuple[str, ...]:
    """Flags as the library read them; () when the server sent something else in their place."""
    if not isinstance(flags, tuple | list):
        return ()
    return tuple(flag.decode("utf-8", "replace") if isinstance(flag, bytes) else str(flag) for flag in flags)
