"""ИнтернетПочтовыйПрофиль → accounts of the transport."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from runtime.errors import OnecError
from runtime.host import require
from stdlib.enterprise.mail.pop3_authentication_mode import POP3AuthenticationMode
from stdlib.enterprise.mail.smtp_authentication_mode import SMTPAuthenticationMode
from stdlib.enterprise.mail.use_internet_mail_token_authentication import UseInternetMailTokenAuthentication
from stdlib.mail.accounts import Credentials, Endpoint, ServerAccount, Timeouts, TlsPolicy

if TYPE_CHECKING:
    from stdlib.enterprise.mail.internet_mail_profile import InternetMailProfile
    from stdlib.mail.accounts import Mechanism

_SECONDS = 30
# `imap://…`, `сервер:порт`, `имя@сервер`, several names; an address of IPv6 has more than one colon.
_NO_HOST = re.compile(r"[/@,;\s]|^[^:]*:[^:]*$")
_SMTP: dict[object, Mechanism] = {
    SMTPAuthenticationMode.plain: "plain",
    SMTPAuthenticationMode.login: "login",
    SMTPAuthenticationMode.cram_md5: "cram-md5",
}
_POP3: dict[object, Mechanism] = {POP3AuthenticationMode.apop: "apop", POP3AuthenticationMode.cram_md5: "cram-md5"}


def smtp_account(profile: InternetMailProfile) -> ServerAccount:
    mechanism = _SMTP.get(profile.smtp_authentication, "auto")
    if profile.smtp_secure_authentication_only:
        mechanism = "cram-md5"
    host, ssl = profile.smtp_server_address, profile.smtp_use_ssl
    port = profile.smtp_port or (465 if ssl else 25)
    credentials = Credentials(profile.smtp_user, profile.secret("smtp_password", host, port), mechanism)
    return _account(profile, host, port, ssl, _with_token(profile, credentials))


def pop3_account(profile: InternetMailProfile) -> ServerAccount:
    mechanism = _POP3.get(profile.pop3_authentication, "auto")
    if profile.pop3_secure_authentication_only and mechanism == "auto":
        mechanism = "apop"
    host, ssl = profile.pop3_server_address, profile.pop3_use_ssl
    port = profile.pop3_port or (995 if ssl else 110)
    credentials = Credentials(profile.user, profile.secret("password", host, port), mechanism)
    return _account(profile, host, port, ssl, credentials)


def imap_account(profile: InternetMailProfile) -> ServerAccount:
    mechanism: Mechanism = "cram-md5" if profile.imap_secure_authentication_only else "auto"
    host, ssl = profile.imap_server_address, profile.imap_use_ssl()
    port = profile.imap_port or (993 if ssl else 143)
    credentials = Credentials(profile.imap_user, profile.secret("imap_password", host, port), mechanism)
    return _account(profile, host, port, ssl, _with_token(profile, credentials))


def _with_token(profile: InternetMailProfile, credentials: Credentials) -> Credentials:
    """АутентификацияПоТокену, which is for SMTP and IMAP: by itself the token goes where the server can take it."""
    use, token = profile.token_authentication, profile.access_token
    if use is UseInternetMailTokenAuthentication.dont_use:
        return credentials
    if use is not UseInternetMailTokenAuthentication.use:
        return replace(credentials, token=token)
    if not token:
        raise OnecError("Не заполнен токен доступа", hint="Заполните ТокенДоступа профиля")
    return replace(credentials, mechanism="xoauth2", token=token)


def _account(profile: InternetMailProfile, host: str, port: int, ssl: bool, credentials: Credentials) -> ServerAccount:
    if _NO_HOST.search(host.strip()):
        raise OnecError(f"Неверный адрес сервера ({host})", hint="Адрес пишут без протокола и порта, порт – отдельно")
    if not 0 < port < 65536:
        raise OnecError(
            f"Неверный порт сервера {host} ({port})", hint="Порт – от 1 до 65535, 0 – обычный для протокола"
        )
    require("network", f"{host}:{port}")
    if profile.authorities_file:
        require("read", profile.authorities_file)
    seconds = profile.timeout if profile.timeout > 0 else _SECONDS
    return ServerAccount(
        Endpoint(host.strip(), port, "tls" if ssl else profile.agreed.get((host, port), "starttls-if-offered")),
        credentials,
        Timeouts(seconds, seconds),
        TlsPolicy(profile.verify_certificate, profile.authorities_file or None),
        clear_text_login=profile.allow_clear_text_password,
    )
