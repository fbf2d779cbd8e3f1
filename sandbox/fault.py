"""A fault on demand, as one line of text: what a test, `1cs mail` and the page write, and what the store keeps.

    ПРОТОКОЛ КОМАНДА [for АДРЕС] [times N] [chance ПРОЦЕНТ] ДЕЙСТВИЕ

    smtp RCPT for ivan@* refuse 550 5.1.1 Нет такого ящика
    any LOGIN times 2 refuse
    imap FETCH delay 3
    pop3 RETR drop
    smtp DATA chance 30 bye 421 4.3.2 Перегрузка
    smtp RCPT for ivan@example.com full
    smtp RCPT greylist 60
    any CONNECT slow 200
    pop3 CAPA hide UIDL SASL

Protocol: smtp, imap, pop3, any. Command: one of the protocol, in any case; `*` is all of them but the farewells QUIT
and LOGOUT. These are points, not commands, and `*` does not mean them:
  CONNECT   before the greeting
  LOGIN     whatever way of logging in, when the user's name is known
  BODY      (smtp) the letter has come and would be accepted
Address: with `*` and `?`; of the recipient (RCPT, BODY), the sender (MAIL), else of who logs in or is logged in.
Action:
  refuse [КОД] [ТЕКСТ]   answer so instead of doing it; the code (three digits) counts in SMTP only
  bye [КОД] [ТЕКСТ]      answer so and close the connection
  drop                   close the connection without a word, as a cable that is pulled
  delay СЕКУНДЫ          wait, then go on
  slow ОКТЕТЫ            from now on this connection gets so many octets a second
  full                   the mailbox is full: refuse in the words of the protocol
  greylist СЕКУНДЫ       refuse for now; the same letter's sender may try again after so many seconds
  hide СЛОВО…            leave these out of what the server says it can do (EHLO, CAPABILITY, CAPA): extensions, ways to
                         log in; always and for everybody, the command does not matter
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

PROTOCOLS = ("smtp", "imap", "pop3", "any")
ACTIONS = ("refuse", "bye", "drop", "delay", "slow", "full", "greylist", "hide")
_REFUSING = frozenset(("refuse", "bye"))
_MEASURED = frozenset(("delay", "slow", "greylist"))
_NOT_ALL = frozenset(("CONNECT", "LOGIN", "BODY", "QUIT", "LOGOUT"))
"""Points and farewells."""
_SENSIBLE = {"full": frozenset(("RCPT", "APPEND", "COPY", "MOVE")), "greylist": frozenset(("RCPT",))}
"""Where these make sense."""
_LONGEST_WAIT = 3600.0
_LONGEST_TEXT = 400


class FaultError(ValueError):
    """The line describes no fault; the text is for the user."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong, where, for whom and how often."""

    protocol: str
    command: str
    action: str
    address: str = ""
    """A pattern; empty: anybody."""
    times: int = 0
    """How often it happens before it is over; 0: always."""
    chance: int = 100
    """Percent."""
    code: int = 0
    """Of SMTP; 0: whatever fits the command."""
    text: str = ""
    amount: float = 0.0
    """Seconds, or octets a second."""

    def concerns(self, protocol: str, command: str, who: Sequence[str]) -> bool:
        """Whether it may happen at this command; `who` are the addresses that the command is about."""
        return (
            self.protocol in (protocol, "any")
            and (self.command == command or (self.command == "*" and self._is_meant(command)))
            and (not self.address or self._names_one_of(who))
        )

    def _is_meant(self, command: str) -> bool:
        """Whether `*` means this command."""
        if self.action in _SENSIBLE:
            return command in _SENSIBLE[self.action]
        return command not in _NOT_ALL

    def _names_one_of(self, who: Sequence[str]) -> bool:
        from fnmatch import fnmatchcase

        return any(fnmatchcase(one.lower(), self.address) for one in who)

    def line(self) -> str:
        """The line that parse_fault reads back."""
        words = [self.protocol, self.command]
        for name, value in (("for", self.address), ("times", self.times), ("chance", self.chance % 100)):
            if value:
                words += [name, str(value)]
        words.append(self.action)
        if self.action in _MEASURED:
            words.append(f"{self.amount:g}")
        words += [str(piece) for piece in (self.code, self.text) if piece]
        return " ".join(words)


def parse_fault(line: str) -> Fault:
    """Raises FaultError."""
    words = line.split()
    if len(words) < 3:
        raise FaultError("Сбой описывают так: ПРОТОКОЛ КОМАНДА ДЕЙСТВИЕ, например: smtp RCPT refuse 550")
    protocol = _one_of(words[0], PROTOCOLS, "протокол")
    command = words[1].upper()
    if not (command.isascii() and command.isalnum()) and command != "*":
        raise FaultError(f"Не команда протокола: {words[1]}")
    address, times, chance, rest = _conditions(words[2:])
    if not rest:
        raise FaultError(f"Не указано действие: {', '.join(ACTIONS)}")
    action = _one_of(rest[0], ACTIONS, "действие")
    code, text, amount = _arguments(action, rest[1:])
    return Fault(protocol, command, action, address, times, chance, code, text, amount)


def _conditions(words: list[str]) -> tuple[str, int, int, list[str]]:
    address, times, chance = "", 0, 100
    while words and words[0].lower() in ("for", "times", "chance"):
        name, value = words[0].lower(), words[1] if len(words) > 1 else ""
        if name == "for":
            address = value.lower()
        elif name == "times":
            times = int(_number(value, "сколько раз", 1, 1_000_000))
        else:
            chance = int(_number(value, "вероятность в процентах", 1, 100))
        words = words[2:]
    return address, times, chance, words


def _arguments(action: str, words: list[str]) -> tuple[int, str, float]:
    """Code, text, amount."""
    if action in _MEASURED:
        least, most = (1.0, 1e9) if action == "slow" else (0.0, _LONGEST_WAIT)
        what = "октетов в секунду" if action == "slow" else "секунд"
        return 0, "", _number(words[0] if words else "", what, least, most)
    if action == "hide":
        text = " ".join(words).upper()
        if not text or len(text) > _LONGEST_TEXT or not (text.isascii() and text.isprintable()):
            raise FaultError("Не указано, что скрыть, например: smtp EHLO hide SIZE CRAM-MD5")
        return 0, text, 0.0
    if action not in _REFUSING:
        return 0, "", 0.0
    code = 0
    if words and words[0].isdecimal() and words[0].isascii():
        code = int(_number(words[0], "код ответа", 400, 599))
        words = words[1:]
    text = " ".join(words)
    if len(text) > _LONGEST_TEXT or not text.isprintable():
        raise FaultError(f"Текст ответа длиннее {_LONGEST_TEXT} знаков или не печатается")
    return code, text, 0.0


def _one_of(word: str, known: Sequence[str], what: str) -> str:
    if word.lower() not in known:
        raise FaultError(f"Неизвестно: {what} {word}; есть {', '.join(known)}")
    return word.lower()


def _number(word: str, what: str, least: float, most: float) -> float:
    try:
        found = float(word)
    except ValueError:
        found = -1.0
    if not least <= found <= most:
        raise FaultError(f"Ожидается число, {what}: от {least:g} до {most:g}")
    return found
