"""POP3 (RFC 1939, CAPA, UIDL, TOP, APOP, AUTH, STLS) over the INBOX of an account.

Several sessions may read one box at once, as in Dovecot: a script that forgot to close its connection can connect
anew. What a session sees is what was there at its log-in; RETR does not touch \\Seen.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from sandbox import sasl
from sandbox.accounts import NoSuchAccount
from sandbox.connection import Connection
from sandbox.database import StoreError
from sandbox.header_block import header_end
from sandbox.limits import Limits
from sandbox.line_reader import LineTooLong
from sandbox.records import Letter
from sandbox.store import Store
from sandbox.trouble import Refusal, Trouble

_HOST = "1cs.localhost"
_CAPABILITIES = (
    "TOP", "UIDL", "USER", "PIPELINING", "RESP-CODES", "AUTH-RESP-CODE", "EXPIRE NEVER", "IMPLEMENTATION 1cs",
)  # fmt: skip


class _Refused(Exception):
    """Becomes -ERR; the text is for the client."""


class Drop:
    """The letters of a session: numbered from 1, some marked for removal."""

    def __init__(self, letters: list[Letter], uidvalidity: int) -> None:
        self.letters = letters
        self.marked: set[int] = set()
        self._uidvalidity = uidvalidity

    def letter(self, number: int) -> Letter:
        if not 1 <= number <= len(self.letters) or number in self.marked:
            raise _Refused("no such message")
        return self.letters[number - 1]

    def live(self) -> list[tuple[int, Letter]]:
        return [(number, letter) for number, letter in enumerate(self.letters, 1) if number not in self.marked]

    def unique_id(self, letter: Letter) -> str:
        return f"{self._uidvalidity:x}.{letter.uid}"


class Pop3Session:
    """One client from the greeting to QUIT."""

    def __init__(self, store: Store, connection: Connection, limits: Limits) -> None:
        self._store = store
        self._connection = connection
        self._limits = limits
        self._trouble = Trouble(store.faults, connection)
        self._challenge_of_greeting = sasl.new_challenge(_HOST)
        self._user = ""
        self._failed_logins = 0
        self._drop: Drop | None = None
        self._open = True

    async def run(self) -> None:
        self._connection.seconds = self._limits.seconds_before_login
        self._connection.line_limit = self._limits.line_before_login
        try:
            await self._greet()
            while self._open:
                await self._command(await self._connection.line())
        except LineTooLong:
            self._error("line too long")
        await self._connection.part()

    async def _greet(self) -> None:
        try:
            await self._trouble.meet("CONNECT")
            self._ok("1cs ready " + self._challenge_of_greeting)
        except Refusal as refusal:
            self._error(str(refusal))
            self._open = False

    async def _command(self, line: bytes) -> None:
        verb, _, argument = line.decode("utf-8", "replace").partition(" ")
        verb = verb.upper()
        try:
            await self._trouble.meet(verb, self._user)
            if verb in _ANY_TIME:
                await _ANY_TIME[verb](self, argument)
            elif self._drop is None and verb in _BEFORE_LOGIN:
                await _BEFORE_LOGIN[verb](self, argument)
            elif self._drop is not None and verb in _AFTER_LOGIN:
                _AFTER_LOGIN[verb](self, self._drop, argument)
            else:
                raise _Refused("unknown command, or not now")
        except Refusal as refusal:
            self._error(str(refusal))
            self._open = not refusal.parting
        except (_Refused, sasl.SaslError) as refusal:
            self._error(str(refusal))
        except StoreError:
            self._error("[SYS/TEMP] the mail store is not available")

    def _ok(self, text: str = "") -> None:
        self._connection.write(f"+OK {text}".rstrip().encode() + b"\r\n")

    def _error(self, text: str) -> None:
        self._connection.write(f"-ERR {text}\r\n".encode())

    def _lines(self, lines: list[str]) -> None:
        self._connection.write("".join(f"{line}\r\n" for line in (*lines, ".")).encode())

    # Any time.

    async def _capa(self, _: str) -> None:
        self._ok("capabilities")
        offered = [*_CAPABILITIES, "SASL " + " ".join(self._trouble.offered(sasl.MECHANISMS))]
        if self._connection.offers_tls and self._drop is None:
            offered.append("STLS")
        self._lines(self._trouble.offered(offered))

    async def _quit(self, _: str) -> None:
        if self._drop is not None and self._drop.marked:
            # Only here: a connection that breaks leaves every letter in its place (RFC 1939, 6).
            self._store.letters.remove([self._drop.letters[number - 1] for number in sorted(self._drop.marked)])
        self._ok("bye")
        self._open = False

    # Before log-in.

    async def _user_name(self, argument: str) -> None:
        if not argument.strip():
            raise _Refused("USER name")
        self._user = argument.strip()
        self._ok("send PASS")

    async def _password(self, password: str) -> None:
        if not self._user:
            raise _Refused("USER first")
        user, self._user = self._user, ""
        await self._enter(sasl.password_proof(user, password.encode("utf-8", "replace")))

    async def _apop(self, argument: str) -> None:
        user, _, digest = argument.strip().rpartition(" ")
        if not user or not digest:
            raise _Refused("APOP name digest")
        await self._enter(sasl.apop_proof(user, digest, self._challenge_of_greeting))

    async def _auth(self, argument: str) -> None:
        if not argument.strip():
            self._ok()
            self._lines(list(sasl.MECHANISMS))
            return
        mechanism, _, initial = argument.strip().partition(" ")
        await self._enter(await sasl.exchange(mechanism.upper(), initial or None, self._challenge, _HOST))

    async def _start_tls(self, _: str) -> None:
        if not self._connection.offers_tls:
            raise _Refused("TLS is not available")
        if not await self._connection.nothing_sent_ahead():
            self._open = False
            raise _Refused("commands were sent ahead of TLS")
        self._ok("begin TLS")
        await self._connection.start_tls()
        self._user = ""

    async def _challenge(self, digits: bytes) -> bytes:
        self._connection.write(b"+ " + digits + b"\r\n")
        return await self._connection.line(secret=True)

    async def _enter(self, proof: sasl.Proof) -> None:
        await self._trouble.meet("LOGIN", proof.user)
        try:
            account = self._store.accounts.log_in(proof)
        except NoSuchAccount as error:
            await sasl.tell_failure(proof, self._challenge)
            self._failed_logins += 1
            self._open = self._failed_logins < self._limits.failed_logins
            raise _Refused("[AUTH] authentication failed") from error
        except ValueError as error:
            raise _Refused("[AUTH] not a user name") from error
        self._user = self._connection.transcript.user = proof.user
        inbox = self._store.folders.inbox(account)
        self._drop = Drop(self._store.letters.of_box(inbox.id), inbox.uidvalidity)
        self._connection.seconds = self._limits.pop3_seconds
        self._ok(f"{len(self._drop.letters)} messages")

    # After log-in.

    def _stat(self, drop: Drop, _: str) -> None:
        live = drop.live()
        self._ok(f"{len(live)} {sum(letter.size for _, letter in live)}")

    def _list(self, drop: Drop, argument: str) -> None:
        self._listing(drop, argument, lambda letter: str(letter.size))

    def _uidl(self, drop: Drop, argument: str) -> None:
        self._listing(drop, argument, drop.unique_id)

    def _listing(self, drop: Drop, argument: str, show: Callable[[Letter], str]) -> None:
        if argument.strip():
            number = _number(argument)
            self._ok(f"{number} {show(drop.letter(number))}")
            return
        live = drop.live()
        self._ok(f"{len(live)} messages")
        self._lines([f"{number} {show(letter)}" for number, letter in live])

    def _retr(self, drop: Drop, argument: str) -> None:
        raw = self._raw(drop, _number(argument))
        self._ok(f"{len(raw)} octets")
        self._connection.write(stuffed(raw))

    def _top(self, drop: Drop, argument: str) -> None:
        number, _, count = argument.strip().partition(" ")
        lines = _number(count)
        raw = self._raw(drop, _number(number))
        self._ok()
        self._connection.write(stuffed(first_lines(raw, lines)))

    def _raw(self, drop: Drop, number: int) -> bytes:
        raw = self._store.letters.raw(drop.letter(number))
        if raw is None:
            raise _Refused("the message was removed by another session")
        return raw

    def _dele(self, drop: Drop, argument: str) -> None:
        number = _number(argument)
        drop.letter(number)
        drop.marked.add(number)
        self._ok("marked")

    def _rset(self, drop: Drop, _: str) -> None:
        drop.marked.clear()
        self._ok()

    def _noop(self, _drop: Drop, _: str) -> None:
        self._ok()


_ANY_TIME: dict[str, Callable[[Pop3Session, str], Awaitable[None]]] = {
    "CAPA": Pop3Session._capa,
    "QUIT": Pop3Session._quit,
}
_BEFORE_LOGIN: dict[str, Callable[[Pop3Session, str], Awaitable[None]]] = {
    "USER": Pop3Session._user_name,
    "PASS": Pop3Session._password,
    "APOP": Pop3Session._apop,
    "AUTH": Pop3Session._auth,
    "STLS": Pop3Session._start_tls,
}
_AFTER_LOGIN: dict[str, Callable[[Pop3Session, Drop, str], None]] = {
    "STAT": Pop3Session._stat,
    "LIST": Pop3Session._list,
    "UIDL": Pop3Session._uidl,
    "RETR": Pop3Session._retr,
    "TOP": Pop3Session._top,
    "DELE": Pop3Session._dele,
    "RSET": Pop3Session._rset,
    "NOOP": Pop3Session._noop,
}


def stuffed(raw: bytes) -> bytes:
    """A letter as a multi-line answer: a dot before every dot that begins a line, a lone dot at the end."""
    body = raw.replace(b"\r\n.", b"\r\n..")
    if body.startswith(b"."):
        body = b"." + body
    return body + (b".\r\n" if body.endswith(b"\r\n") else b"\r\n.\r\n")


def first_lines(raw: bytes, count: int) -> bytes:
    """The header and the first lines of the body."""
    end = header_end(raw, 0, len(raw))
    for _ in range(count):
        next_line = raw.find(b"\n", end) + 1
        if not next_line:
            return raw
        end = next_line
    return raw[:end]


def _number(text: str) -> int:
    text = text.strip()
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise _Refused("a number is expected")
    return int(text)
