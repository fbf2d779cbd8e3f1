"""Which way to log in: exactly one mechanism is chosen and tried once, since failures lock accounts."""

from __future__ import annotations

import hmac
from collections.abc import Collection

from stdlib.mail.accounts import Mechanism, ServerAccount
from stdlib.mail.diagnosis import failure
from stdlib.mail.errors import MailError

_READABLE = frozenset(("plain", "login", "xoauth2"))
_GUESSED = "по тому, что ушло бы по сети, пароль можно подобрать"
PROTECT_IT = "Включите SSL или выберите порт, на котором сервер предлагает STARTTLS"
_SURROGATES = range(0xD800, 0xE000)
_SHOWN = {"plain": "PLAIN", "login": "LOGIN", "cram-md5": "CRAM-MD5", "xoauth2": "XOAUTH2", "apop": "APOP"}


def choose_mechanism(account: ServerAccount, offered: Collection[str], encrypted: bool) -> Mechanism:
    """The one mechanism to try; MailError when none suits. `offered` are names in lower case ("cram-md5", "plain"…)."""
    wanted = account.credentials.mechanism
    readable_allowed = encrypted or account.endpoint.is_loopback or account.clear_text_login
    if wanted == "auto":
        mechanism = _automatic(account, offered)
    elif wanted in offered:
        mechanism = wanted
    elif wanted == "plain" and "login" in offered:
        # Both are "the password as it is"; servers of Microsoft offer LOGIN only.
        mechanism = "login"
    else:
        raise _not_offered(account, _SHOWN.get(wanted, wanted.upper()), offered)
    # From a digest that was overheard a password can be guessed at leisure: it goes only where the script named it.
    if (mechanism in _READABLE or wanted == "auto") and not readable_allowed:
        raise clear_text_refused(account, mechanism in _READABLE)
    return mechanism


def _automatic(account: ServerAccount, offered: Collection[str]) -> Mechanism:
    if account.credentials.token and "xoauth2" in offered:
        return "xoauth2"
    if "cram-md5" in offered:
        return "cram-md5"
    if "plain" in offered:
        return "plain"
    if "login" in offered:
        return "login"
    raise _not_offered(account, "", offered)


def _not_offered(account: ServerAccount, wanted: str, offered: Collection[str]) -> MailError:
    shown = ", ".join(sorted(name.upper() for name in offered))
    if not shown:
        hint = "Часто вход предлагают только в защищённом соединении; серверу без входа пользователь не нужен"
        return failure(account, "login", "сервер не предлагает вход", hint)
    way = f"вход способом {wanted}" if wanted else "ни один из известных способов входа"
    return failure(account, "login", f"сервер не предлагает {way} (есть: {shown})")


def clear_text_refused(account: ServerAccount, readable: bool) -> MailError:
    """The error for a password that would travel readable, or as a digest, to another machine."""
    return failure(
        account,
        "login",
        f"соединение не защищено, и {'пароль ушёл бы по сети открытым текстом' if readable else _GUESSED}",
        PROTECT_IT,
    )


def check_credentials(account: ServerAccount) -> None:
    """MailError for a user name or password with control characters: they would become commands of the protocol.

    So for halves of characters (surrogates), which have no bytes to be sent as.
    """
    credentials = account.credentials
    for text in (credentials.user, credentials.password, credentials.token):
        if any(char < " " or char == "\x7f" for char in text):
            raise failure(account, "login", "имя пользователя или пароль содержат управляющие символы")
        if any(ord(char) in _SURROGATES for char in text):
            raise failure(account, "login", "имя пользователя или пароль содержат недопустимые символы")


def plain_response(account: ServerAccount) -> bytes:
    """Answer of PLAIN (RFC 4616)."""
    return f"\0{account.credentials.user}\0{account.credentials.password}".encode()


def cram_md5_response(account: ServerAccount, challenge: bytes) -> bytes:
    """Answer of CRAM-MD5 (RFC 2195) to a decoded challenge."""
    digest = hmac.new(account.credentials.password.encode(), challenge, "md5").hexdigest()
    return f"{account.credentials.user} {digest}".encode()


def xoauth2_response(account: ServerAccount) -> bytes:
    """Answer of XOAUTH2 (developers.google.com/gmail/imap/xoauth2-protocol)."""
    return f"user={account.credentials.user}\x01auth=Bearer {account.credentials.token}\x01\x01".encode()
