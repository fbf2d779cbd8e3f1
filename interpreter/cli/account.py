"""`1cs mail account`: which mail account scripts use."""

from __future__ import annotations

import os
import ssl
import sys
from dataclasses import replace
from getpass import getpass
from importlib import import_module
from typing import TYPE_CHECKING

from interpreter.cli import accounts
from interpreter.cli.passwords import has_key_ring
from interpreter.cli.sandbox_account import SENDER

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from stdlib.mail.accounts import Security, ServerAccount
    from stdlib.mail.errors import MailError

_CONNECTIONS = {
    "smtp": ("stdlib.mail.smtp", "SmtpConnection"),
    "imap": ("stdlib.mail.imap", "ImapConnection"),
    "pop3": ("stdlib.mail.pop3", "Pop3Connection"),
}


def show() -> int:
    settings = accounts.load()
    if settings is None:
        print(f"Встроенный почтовый сервер; адрес отправителя {SENDER}. Письма не покидают эту машину.")
        print("Пароль подходит любой: встроенный сервер его не проверяет.")
        print("Настоящая почта: 1cs mail account set адрес@example.com")
        return 0
    print(f"Адрес:   {settings.sender}")
    if settings.user != settings.sender:
        print(f"Вход:    {settings.user}")
    for protocol, (host, port, security) in settings.servers.items():
        print(f"{protocol.upper() + ':':<8} {host}:{port} ({security})")
    if settings.ca_file:
        print(f"Доверие: {settings.ca_file}")
    if not settings.verify:
        print("Сертификаты серверов не проверяются.")
    found = accounts.find_password(settings) is not None
    print("Пароль:  есть" if found else f"Пароль:  нет. {accounts.password_advice(settings)}")
    return 0


def set_up(options: Namespace) -> int:
    """Write the account's file, take the password for the key ring when a person is there to type it."""
    try:
        settings = _settings(options)
    except ValueError as error:
        print(f"Сервер задают так: имя:порт/tls, имя:порт/starttls или имя:порт/none ({error})", file=sys.stderr)
        return 2
    if "smtp" not in settings.servers:
        print(
            f"Серверы для {settings.sender} неизвестны: укажите --smtp, а для чтения --imap или --pop3", file=sys.stderr
        )
        return 2
    if settings.ca_file and not os.path.isfile(settings.ca_file):
        print(f"Нет файла с сертификатами: {settings.ca_file}", file=sys.stderr)
        return 2
    accounts.save(settings)
    print(f"Записано: {accounts.settings_file()}")
    if sys.stdin.isatty() and has_key_ring() and (password := getpass("Пароль (пусто — не сохранять): ")):
        if accounts.keep_password(settings, password):
            print("Пароль сохранён в хранилище паролей системы.")
        else:
            print("Хранилище паролей системы не приняло пароль.")
    if accounts.find_password(settings) is None:
        print(accounts.password_advice(settings))
    return 0


def test() -> int:
    """Log in to every server of the account; 0 when all let us in."""
    settings = accounts.load()
    if settings is None:
        print("Настроен встроенный почтовый сервер: проверять нечего.")
        return 0
    account = settings.account()
    tried = [_try(protocol, getattr(account, protocol), account) for protocol in settings.servers]
    if any(isinstance(error, ssl.SSLCertVerificationError) for error in map(_behind, tried)):
        print("\n".join(_ways_to_trust(settings)), file=sys.stderr)
    return 1 if any(tried) else 0


def return_to_sandbox() -> int:
    removed = accounts.forget()
    print(
        "Учётная запись удалена, почта снова во встроенном сервере." if removed else "Встроенный сервер и так в работе."
    )
    return 0


def _settings(options: Namespace) -> accounts.Settings:
    servers = accounts.usual_servers(options.address)
    for protocol in accounts.PROTOCOLS:
        if given := getattr(options, protocol):
            servers[protocol] = accounts.parse_server(given, protocol)
    ca_file = os.path.abspath(options.ca_file) if options.ca_file else ""
    user = options.user or options.address
    return accounts.Settings(options.address, user, servers, options.password_env, options.verify, ca_file)


def _ways_to_trust(settings: accounts.Settings) -> Iterator[str]:
    """The commands that make the same account again, for a server whose certificate is not trusted."""
    trusting = replace(settings, ca_file=settings.ca_file or "ca.pem", verify=True)
    yield "Доверять сертификатам из файла PEM (--ca-file):"
    yield f"    {accounts.command(trusting)}"
    yield "Не проверять сертификаты (--no-verify):"
    yield f"    {accounts.command(replace(settings, verify=False))}"


def _behind(error: MailError | None) -> BaseException | None:
    """What Python said."""
    from stdlib.net.causes import innermost

    return None if error is None or error.__cause__ is None else innermost(error.__cause__)


def _try(protocol: str, server: accounts.Server, account: accounts.Account) -> MailError | None:
    from stdlib.mail.errors import MailError

    module, name = _CONNECTIONS[protocol]
    connection = getattr(import_module(module), name)(transport_account(server, account))
    try:
        connection.open()
        connection.close()
    except MailError as error:
        print(f"{protocol.upper()}: {error}", file=sys.stderr)
        if error.hint:
            print(f"    {error.hint}", file=sys.stderr)
        return error
    print(f"{protocol.upper()}: вход выполнен ({server.host}:{server.port})")
    return None


def transport_account(server: accounts.Server, account: accounts.Account) -> ServerAccount:
    """A server of the account as the transport wants it."""
    from stdlib.mail.accounts import Credentials, Endpoint, ServerAccount, TlsPolicy

    security: Security = "none" if server.security == "none" else "tls" if server.security == "tls" else "starttls"
    endpoint = Endpoint(server.host, server.port, security)
    policy = TlsPolicy(account.verify, account.ca_file or None)
    return ServerAccount(endpoint, Credentials(server.user, server.password), tls=policy)
