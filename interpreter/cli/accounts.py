"""The configured mail account: servers in `account.toml` of the user's folder, the password never among them.

The password comes from the environment (ONECS_MAIL_PASSWORD, or the variable that `password_env` names), else from
the system's key ring when the extra `keyring` is installed. Without the file the built-in mail server is the account.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import Literal

from interpreter.cli.passwords import PASSWORD_ENV, has_key_ring, key_ring
from interpreter.folders import config_folder, data_folder
from runtime.errors import OnecError

Security = Literal["tls", "starttls", "none"]

PROTOCOLS = ("smtp", "imap", "pop3")
_PORTS: dict[str, int] = {"smtp": 465, "imap": 993, "pop3": 995}
_TLS_PORTS = frozenset(_PORTS.values())
_PROVIDERS = {
    "yandex.ru": "yandex.ru",
    "ya.ru": "yandex.ru",
    "yandex.com": "yandex.ru",
    "mail.ru": "mail.ru",
    "bk.ru": "mail.ru",
    "list.ru": "mail.ru",
    "inbox.ru": "mail.ru",
    "gmail.com": "gmail.com",
}
_PREFIXES = {"smtp": "smtp", "imap": "imap", "pop3": "pop"}


@dataclass(frozen=True, slots=True)
class Server:
    """One protocol's server of an account (runtime.host.MailServer)."""

    host: str
    port: int
    user: str = ""
    password: str = field(default="", repr=False)
    security: str = "tls"


class AccountError(OnecError):
    """The account's file makes no sense, or its password is nowhere to be had."""


@dataclass(frozen=True, slots=True)
class Account:
    """A default account (runtime.host.MailAccount)."""

    sender: str
    smtp: Server
    imap: Server
    pop3: Server
    verify: bool = field(default=True, kw_only=True)
    ca_file: str = field(default="", kw_only=True)

    def close(self) -> str:
        """End what the account started; a line for the user about what arrived, or nothing."""
        return ""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the file keeps. A protocol without a server is missing in `servers`.

    `verify`: are the servers' certificates verified; `ca_file`: a PEM file of authorities besides the system's, or "".
    """

    sender: str
    user: str
    servers: dict[str, tuple[str, int, str]]
    password_env: str = PASSWORD_ENV
    verify: bool = True
    ca_file: str = ""

    def account(self) -> Account:
        """With the password; raises AccountError when there is none."""
        password = find_password(self)
        if password is None:
            raise AccountError(f"Нет пароля почты ({self.user})", hint=password_advice(self))
        servers = {protocol: self._server(protocol, password) for protocol in PROTOCOLS}
        return Account(self.sender, **servers, verify=self.verify, ca_file=self.ca_file)

    def _server(self, protocol: str, password: str) -> Server:
        host, port, security = self.servers.get(protocol, ("", 0, "tls"))
        return Server(host, port, self.user, password, security)


def open_account() -> Account:
    """The configured account, else the built-in mail server, started now; raises AccountError."""
    settings = load()
    if settings is not None:
        return settings.account()
    from interpreter.cli.sandbox_account import SandboxAccount

    return SandboxAccount.start(mail_folder())


def mail_folder() -> str:
    """Where the built-in mail server keeps letters."""
    return os.path.join(data_folder(), "mail")


def close_account(account: Account) -> str:
    return account.close()


def settings_file() -> str:
    return os.path.join(config_folder(), "account.toml")


def load() -> Settings | None:
    """The configured account, None when the sandbox is in use; raises AccountError when the file makes no sense."""
    try:
        with open(settings_file(), "rb") as file:
            import tomllib

            found = tomllib.load(file)
        servers = {name: _server_of(found[name], name) for name in PROTOCOLS if name in found}
        sender = str(found["sender"])
        user, variable = str(found.get("user", sender)), str(found.get("password_env", PASSWORD_ENV))
        return Settings(
            sender, user, servers, variable, _flag(found.get("verify", True)), _path(found.get("ca_file", ""))
        )
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _unusable("прочитать", error) from error
    except KeyError as error:
        raise _broken(f"нет {error.args[0]}") from error
    except ValueError as error:
        raise _broken(_reason(error)) from error


def save(settings: Settings) -> None:
    """Write the file, whole or not at all; raises AccountError where that cannot be done."""
    lines = [f"sender = {_quoted(settings.sender)}", f"user = {_quoted(settings.user)}"]
    if settings.password_env != PASSWORD_ENV:
        lines.append(f"password_env = {_quoted(settings.password_env)}")
    if not settings.verify:
        lines.append("verify = false")
    if settings.ca_file:
        lines.append(f"ca_file = {_quoted(settings.ca_file)}")
    for protocol, (host, port, security) in settings.servers.items():
        lines += ["", f"[{protocol}]", f"host = {_quoted(host)}", f"port = {port}", f"security = {_quoted(security)}"]
    try:
        os.makedirs(config_folder(), mode=0o700, exist_ok=True)
        _replace(settings_file(), "\n".join(lines) + "\n")
    except OSError as error:
        raise _unusable("записать", error) from error


def _replace(path: str, text: str) -> None:
    # Only its owner reads it: it tells whom he writes through. mkstemp() sees to that.
    from tempfile import mkstemp

    number, temporary = mkstemp(dir=os.path.dirname(path), prefix=".account-", suffix=".toml")
    try:
        with open(number, "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(temporary, path)
    except BaseException:
        os.remove(temporary)
        raise


def _broken(reason: str) -> AccountError:
    hint = "Настроить заново: 1cs mail account set АДРЕС; вернуться к встроенному серверу: 1cs mail account sandbox"
    return AccountError(f"Файл учётной записи испорчен: {settings_file()} ({reason})", hint=hint)


def _reason(error: ValueError) -> str:
    """In Russian: the parser's own words are English."""
    import re
    import tomllib

    if isinstance(error, UnicodeDecodeError):
        return "это не текст в кодировке UTF-8"
    if not isinstance(error, tomllib.TOMLDecodeError):
        return str(error)
    place = re.search(r"at line (\d+)", str(error))
    return f"ошибка в строке {place[1]}" if place else "ошибка в последней строке"


def _unusable(deed: str, error: OSError) -> AccountError:
    from interpreter.cli.reasons import reason_of

    return AccountError(f"Файл учётной записи не удалось {deed}: {settings_file()} ({reason_of(error)})")


def forget() -> bool:
    """Return to the built-in mail server; False when it was in use already."""
    try:
        settings = load()
    except AccountError:
        # A broken file is removed, too; whose password the key ring keeps is not known then.
        settings = None
    try:
        os.remove(settings_file())
    except FileNotFoundError:
        return False
    except OSError as error:
        raise _unusable("удалить", error) from error
    if settings is not None:
        key_ring("delete_password", settings.user)
    return True


def find_password(settings: Settings) -> str | None:
    return os.environ.get(settings.password_env) or key_ring("get_password", settings.user)


def keep_password(settings: Settings, password: str) -> bool:
    """Put the password into the system's key ring; False when there is no key ring."""
    key_ring("set_password", settings.user, password)
    return key_ring("get_password", settings.user) == password


def password_advice(settings: Settings) -> str:
    """What to do when there is no password: only what works on this machine."""
    advice = f"Задайте переменную окружения {settings.password_env}"
    return f"{advice} или сохраните пароль: {command(settings)}" if has_key_ring() else advice


def command(settings: Settings) -> str:
    """The command that makes the same account again, and asks for the password."""
    import shlex

    words = ["1cs", "mail", "account", "set", settings.sender]
    if settings.user != settings.sender:
        words += ["--user", settings.user]
    usual = usual_servers(settings.sender)
    for protocol, server in settings.servers.items():
        if usual.get(protocol) != server:
            host, port, security = server
            words += [f"--{protocol}", f"{host}:{port}/{security}"]
    if settings.password_env != PASSWORD_ENV:
        words += ["--password-env", settings.password_env]
    if settings.ca_file:
        words += ["--ca-file", settings.ca_file]
    if not settings.verify:
        words.append("--no-verify")
    return shlex.join(words)


def usual_servers(address: str) -> dict[str, tuple[str, int, str]]:
    """Servers of the mail services that everybody has; empty for others."""
    provider = _PROVIDERS.get(address.rpartition("@")[2].lower())
    if provider is None:
        return {}
    return {name: (f"{_PREFIXES[name]}.{provider}", _PORTS[name], "tls") for name in PROTOCOLS}


def parse_server(text: str, protocol: str) -> tuple[str, int, str]:
    """`host[:port][/tls|starttls|none]`; the port says the security when it is not given. ValueError otherwise."""
    place, _, security = text.partition("/")
    host, colon, port = place.rpartition(":")
    if not colon:
        host, port = place, str(_PORTS[protocol])
    return _server_of(
        {"host": host, "port": _port(port, protocol), "security": security or _security_of(_port(port, protocol))},
        protocol,
    )


def _port(text: str, protocol: str) -> int:
    if not text.isdecimal():
        raise ValueError(f"{protocol}: порт {text}")
    return int(text)


def _security_of(port: int) -> str:
    return "tls" if port in _TLS_PORTS else "starttls"


def _server_of(table: object, protocol: str) -> tuple[str, int, str]:
    if not isinstance(table, dict):
        raise ValueError(f"{protocol}: это не раздел")
    port = table.get("port", _PORTS[protocol])
    if not isinstance(port, int) or not 0 < port < 65536:
        raise ValueError(f"{protocol}: порт {port}")
    security = str(table.get("security", _security_of(port)))
    if security not in ("tls", "starttls", "none"):
        raise ValueError(f"{protocol}: защита {security}")
    if not table.get("host"):
        raise ValueError(f"{protocol}: не указан сервер")
    return str(table["host"]), port, security


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"verify: {value}")
    return value


def _path(value: object) -> str:
    """As the file says it: `~` is the home, other relative paths begin at the folder of the file."""
    return os.path.join(config_folder(), os.path.expanduser(str(value))) if value else ""


def _quoted(text: str) -> str:
    import json

    # A JSON string is a TOML basic string.
    return json.dumps(text, ensure_ascii=False)
