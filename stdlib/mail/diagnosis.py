"""What went wrong and how to mend it: exceptions of sockets and TLS -> MailError."""

from __future__ import annotations

import re
import ssl
from ast import literal_eval

from stdlib.mail.accounts import ServerAccount
from stdlib.mail.errors import MailError, Step
from stdlib.mail.mime.charsets import guess_text
from stdlib.net.causes import CHECK_PORT, cause_of, innermost

_IMPLICIT_TLS = {465: "SMTP", 993: "IMAP", 995: "POP3"}
_STARTTLS_PORTS = {25: 465, 587: 465, 2525: 465, 143: 993, 110: 995}
_USUAL_PORTS = {"SMTP": "25, 465, 587", "IMAP": "143, 993", "POP3": "110, 995"}
_BYTES_REPR = re.compile(r"\bb(['\"])(.*?)\1")
_LIBRARY_PREFIX = re.compile(r"^[a-zA-Z ]+ (?:failed|command error): ", re.IGNORECASE)

_STEP_NAMES: dict[Step, str] = {
    "connect": "подключиться к серверу",
    "tls": "установить защищённое соединение с сервером",
    "login": "войти на сервер",
    "send": "отправить письмо через сервер",
    "fetch": "получить письма с сервера",
    "search": "найти письма на сервере",
    "folder": "выполнить действие с каталогом на сервере",
    "store": "изменить письма на сервере",
    "command": "выполнить команду на сервере",
    "close": "закрыть соединение с сервером",
}
# A server on a port of its own choice, to which TLS cannot be told from the number.
_SILENT = "Если сервер ждёт на этом порту TLS с первого байта, включите SSL"
# What may have been done although nobody heard of it: a caller that tries again must know.
_DOUBTS: dict[Step, str] = {
    "send": "письмо он мог успеть принять",
    "store": "команду он мог успеть выполнить",
    "close": "помеченные письма он мог успеть удалить",
}
# A server that is none may say anything.
_LONGEST_REPLY = 500
# It may also try to drive the terminal that shows the error, or to turn its text round.
_TURNING = (0x61C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A))
_UNSEEN = dict.fromkeys((*range(10), *range(11, 32), *range(127, 160), *_TURNING), "\ufffd") | {9: " "}
_SANDBOX_LOGIN = (
    "Почта отведена в песочницу: кто и с каким паролем в неё входит, записано в файле, который назван "
    "в --sandbox=…; если файла нет, отказ заказан: 1cs mail fault"
)
_APP_PASSWORDS = (
    (
        ("yandex", "ya.ru"),
        "Яндекс Почта принимает не пароль аккаунта, а пароль приложения: создайте его в Яндекс ID (Безопасность, "
        "Пароли приложений) и разрешите доступ почтовым программам в настройках почты",
    ),
    (
        ("mail.ru", "inbox.ru", "list.ru", "bk.ru"),
        "Почта Mail принимает не пароль аккаунта, а пароль для внешнего приложения: создайте его в настройках ящика "
        "(Безопасность, Пароли для внешних приложений)",
    ),
    (
        ("gmail", "googlemail", "google.com"),
        "Gmail принимает не пароль аккаунта, а пароль приложения (нужна двухэтапная проверка) или токен OAuth 2.0",
    ),
    (
        ("outlook", "office365", "hotmail"),
        "Outlook и Microsoft 365 не принимают пароль аккаунта: нужен токен OAuth 2.0 или пароль приложения",
    ),
)


def failure(
    account: ServerAccount, step: Step, error: BaseException | str, hint: str = "", *, in_doubt: bool = False
) -> MailError:
    """MailError for an error of a socket, of TLS or for a plain reason; the cause is left to `raise … from`.

    `in_doubt`: the server was asked and its answer was not heard.
    """
    server = account.endpoint.name
    doubt = f" ({_DOUBTS[step]})" if in_doubt and step in _DOUBTS else ""
    if isinstance(error, str):
        return MailError(step, server, f"Не удалось {_STEP_NAMES[step]} {server}: {error}{doubt}", hint=hint)
    reason, advice, step = _reason(account, step, innermost(error))
    return MailError(step, server, f"Не удалось {_STEP_NAMES[step]} {server}: {reason}{doubt}", hint=hint or advice)


def closed(account: ServerAccount, step: Step) -> MailError:
    """MailError for what is asked of a connection that has ended."""
    return failure(account, step, "соединение закрыто", "Связь уже прервалась раньше: подключитесь заново")


def unruly(account: ServerAccount, step: Step, protocol: str, *, in_doubt: bool = False) -> MailError:
    """MailError for an answer that is none in this protocol."""
    port, usual = account.endpoint.port, _USUAL_PORTS.get(protocol, "")
    expected = next((name for name, ports in _USUAL_PORTS.items() if str(port) in ports.split(", ")), protocol)
    hint = f"Порт {port} – обычный для {expected}; {protocol} обычно на портах {usual}" if expected != protocol else ""
    return failure(account, step, f"сервер ответил не по правилам {protocol}", hint, in_doubt=in_doubt)


def refusal(
    account: ServerAccount, step: Step, reply: str | bytes, code: int | None = None, hint: str = ""
) -> MailError:
    """MailError for an answer by which the server refused."""
    server = account.endpoint.name
    text = account.credentials.redact(clean_reply(reply))
    return MailError(step, server, f"Не удалось {_STEP_NAMES[step]} {server}", reply=text, code=code, hint=hint)


def clean_reply(reply: str | bytes) -> str:
    """The server's words without what the libraries wrapped them in (b'…', "LOGIN failed: …"), surrogates, controls."""
    if isinstance(reply, bytes):
        text = guess_text(reply).strip()
    else:
        text = _LIBRARY_PREFIX.sub("", _BYTES_REPR.sub(_bytes_shown, reply)).strip()
        if not text.isprintable():
            text = guess_text(text.encode("utf-8", "surrogateescape"))
    text = text.translate(_UNSEEN)
    return text if len(text) <= _LONGEST_REPLY else text[: _LONGEST_REPLY - 1] + "…"


def _bytes_shown(match: re.Match[str]) -> str:
    try:
        return guess_text(literal_eval(match[0]))
    except (ValueError, SyntaxError):
        return match[2]


def login_hint(account: ServerAccount, *, is_led: bool = False) -> str:
    """Advice for a refused login at this server; `is_led`: another one plays it, which has users of its own."""
    if not (account.credentials.password or account.credentials.token):
        return "Пароль не заполнен; для отправки и для получения он указывается отдельно"
    if is_led:
        return _SANDBOX_LOGIN
    host = account.endpoint.host.lower()
    for marks, advice in _APP_PASSWORDS:
        if any(mark in host for mark in marks):
            return advice
    return "Проверьте имя пользователя и пароль; многие серверы ждут полный адрес ящика в качестве имени"


def _reason(account: ServerAccount, step: Step, error: BaseException) -> tuple[str, str, Step]:
    """(what happened, advice, the step it really belongs to)."""
    cause = cause_of(error, account.endpoint.host)
    if cause is None:
        return account.credentials.redact(clean_reply(str(error))) or type(error).__name__, "", step
    if isinstance(error, ssl.SSLError):
        return cause.text, _tls_hint(account) if cause.kind == "protocol" else cause.hint, "tls"
    if cause.kind == "refused":
        return cause.text, _refused_hint(account), step
    port, security = account.endpoint.port, account.endpoint.security
    if cause.kind in ("timeout", "closed") and port in _IMPLICIT_TLS and security != "tls":
        return cause.text, _implicit_tls_hint(port), step
    if cause.kind == "timeout" and step == "connect":
        return cause.text, CHECK_PORT if security == "tls" else f"{CHECK_PORT}. {_SILENT}", step
    return cause.text, cause.hint, step


def _tls_hint(account: ServerAccount) -> str:
    """Advice for a server that does not begin with TLS."""
    endpoint = account.endpoint
    if endpoint.security != "tls":
        return ""
    other = _STARTTLS_PORTS.get(endpoint.port)
    hint = f"Сервер на порту {endpoint.port} не начинает разговор с TLS: выключите SSL (соединение защитит STARTTLS)"
    return f"{hint} или укажите порт {other}" if other else hint


def _refused_hint(account: ServerAccount) -> str:
    if account.endpoint.is_loopback:
        return f"На этом компьютере никто не слушает порт {account.endpoint.port}: запущен ли почтовый сервер?"
    return f"Проверьте порт ({account.endpoint.port}): обычные порты SMTP 465 и 587, IMAP 993, POP3 995"


def _implicit_tls_hint(port: int) -> str:
    other = {465: 587, 993: 143, 995: 110}[port]
    advice = f"включите SSL для {_IMPLICIT_TLS[port]} или укажите порт {other}"
    return f"Порт {port} ждёт TLS с первого байта: {advice}"
