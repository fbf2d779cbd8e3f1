"""One IMAP client: reads commands, checks that their time has come, runs them, tells what changed meanwhile."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import Enum, auto

from sandbox import sasl
from sandbox.accounts import NoSuchAccount
from sandbox.connection import Connection
from sandbox.database import StoreError
from sandbox.imap.command_reader import CommandReader, LiteralTooLarge, RawCommand
from sandbox.imap.failures import BadCommand, Refused
from sandbox.imap.syntax import Arguments, parse
from sandbox.imap.view import View
from sandbox.letters import BoxGone
from sandbox.limits import Limits
from sandbox.line_reader import LineTooLong
from sandbox.store import Store
from sandbox.trouble import Refusal, Trouble

CAPABILITIES = (
    "IMAP4rev1 LITERAL+ SASL-IR IDLE UIDPLUS MOVE NAMESPACE SPECIAL-USE UNSELECT CHILDREN ID ENABLE ESEARCH SORT "
    "LIST-EXTENDED LIST-STATUS STATUS=SIZE QUOTA QUOTA=RES-STORAGE"
)


class When(Enum):
    """The state of the connection in which a command makes sense (RFC 3501, 3)."""

    ANY_TIME = auto()
    BEFORE_LOGIN = auto()
    AFTER_LOGIN = auto()
    IN_BOX = auto()


@dataclass(frozen=True, slots=True)
class Request:
    """A command with its arguments."""

    tag: str
    name: str
    arguments: Arguments
    by_uid: bool
    """It came as UID COPY, UID FETCH…"""


Run = Callable[["Session", Request], Awaitable[str]]
"""Runs a command; returns the text of its OK, which may begin with a response code."""


@dataclass(frozen=True, slots=True)
class Command:
    """How a command is run. In the `numbered` ones nobody may be told of removals: numbers would shift under them."""

    run: Run
    when: When
    has_uid_form: bool = False
    numbered: bool = False


class Session:
    """The state of one connection."""

    def __init__(self, store: Store, connection: Connection, limits: Limits, commands: dict[str, Command]) -> None:
        self.store = store
        self.connection = connection
        self.limits = limits
        self.account: int | None = None
        self.view: View | None = None
        self.open = True
        self.after_answer: Callable[[], Awaitable[None]] | None = None
        """What a command wants done when its answer is out."""
        self.trouble = Trouble(store.faults, connection)
        self.user = ""
        self._failed_logins = 0
        self._commands = commands
        self._reader = CommandReader(connection)

    async def run(self) -> None:
        """Serve the client until it leaves, is silent for too long, or cannot be understood any more."""
        self.connection.seconds = self.limits.seconds_before_login
        self.connection.line_limit = self._reader.literal_limit = self.limits.line_before_login
        try:
            await self.trouble.meet("CONNECT")
            self.untagged(f"OK [CAPABILITY {self.capabilities()}] 1cs ready")
        except Refusal as refusal:
            self.bye(str(refusal))
        while self.open:
            try:
                await self._next_command()
            except LineTooLong:
                self.bye("too much at once")
            except BoxGone:
                self.bye("the selected mailbox was deleted")
            except TimeoutError:
                self.bye("idle for too long")
        await self.connection.part()

    def capabilities(self) -> str:
        """What is offered now."""
        offered = CAPABILITIES.split()
        if self.account is None:
            offered += [f"AUTH={name}" for name in self.trouble.offered(sasl.MECHANISMS)]
            if self.connection.offers_tls:
                offered.append("STARTTLS")
        return " ".join(self.trouble.offered(offered))

    def untagged(self, text: str) -> None:
        self.connection.write(f"* {text}\r\n".encode())

    async def enter(self, proof: sasl.Proof, ask: sasl.Challenge | None = None) -> str:
        """Log in; raises Refused when there is no such user. `ask`: the way to tell more about a failure."""
        await self.trouble.meet("LOGIN", proof.user)
        try:
            self.account = self.store.accounts.log_in(proof)
        except ValueError as error:
            raise Refused("[AUTHENTICATIONFAILED] not a user name") from error
        except NoSuchAccount as error:
            if ask is not None:
                await sasl.tell_failure(proof, ask)
            self._failed_logins += 1
            if self._failed_logins >= self.limits.failed_logins:
                self.bye("too many failed log-ins")
            raise Refused("[AUTHENTICATIONFAILED] authentication failed") from error
        self.user = self.connection.transcript.user = proof.user
        self.connection.seconds = self.limits.imap_seconds
        self.connection.line_limit = self.limits.line
        self._reader.literal_limit = self.limits.letter
        return f"[CAPABILITY {self.capabilities()}] logged in"

    def announce(self, expunges: bool = True) -> None:
        """Tell what changed in the selected box; raises BoxGone."""
        if self.view is not None:
            self.view.refresh()
            self.connection.write(self.view.announce(expunges))

    async def _next_command(self) -> None:
        try:
            raw = await self._reader.command()
        except BadCommand as error:
            self.untagged(f"BAD {error}")
            return
        except LiteralTooLarge as error:
            self._tagged(str(error), "NO [TOOBIG] the literal is too large")
            return
        self._tagged(raw.tag, await self._outcome(raw))
        if self.after_answer is not None:
            deed, self.after_answer = self.after_answer, None
            await deed()

    async def _outcome(self, raw: RawCommand) -> str:
        try:
            command, request = self._understood(raw)
            # LOGIN has its point where the user's name is known.
            if request.name != "LOGIN":
                await self.trouble.meet(request.name, self.user)
            if command.when is When.IN_BOX:
                # Before it, too: a script that searches right after sending finds its letter without NOOP.
                self.announce(expunges=False)
            text = await command.run(self, request)
            self.announce(expunges=request.by_uid or not command.numbered)
            return f"OK {text}"
        except Refused as error:
            return f"NO {error}"
        except Refusal as refusal:
            if refusal.parting:
                self.bye(str(refusal))
            return f"NO {refusal}"
        except (BadCommand, sasl.SaslError) as error:
            return f"BAD {error}"
        except StoreError:
            return "NO [UNAVAILABLE] the mail store is not available"

    def _understood(self, raw: RawCommand) -> tuple[Command, Request]:
        arguments = Arguments(parse(raw.pieces))
        by_uid = raw.name == "UID"
        name = arguments.keyword() if by_uid else raw.name
        command = self._commands.get(name)
        if command is None or (by_uid and not command.has_uid_form):
            raise BadCommand("unknown command")
        if command.when is When.BEFORE_LOGIN and self.account is not None:
            raise BadCommand("you are logged in already")
        if command.when in (When.AFTER_LOGIN, When.IN_BOX) and self.account is None:
            raise BadCommand("log in first")
        if command.when is When.IN_BOX and self.view is None:
            raise BadCommand("select a mailbox first")
        return command, Request(raw.tag, name, arguments, by_uid)

    def _tagged(self, tag: str, text: str) -> None:
        self.connection.write(f"{tag} {text}\r\n".encode())

    def bye(self, reason: str) -> None:
        """Say farewell; this was the last command."""
        self.untagged(f"BYE {reason}")
        self.open = False
