"""Перечисление СпособSMTPАутентификации."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("СпособSMTPАутентификации", "SMTPAuthenticationMode")
class SMTPAuthenticationMode(EnumValue):
    """Способ входа на сервер SMTP (устарел с версии 8.3.1)."""

    __slots__ = ()
    none = item("БезАутентификации", "None")
    plain = item("Plain", "Plain")
    login = item("Login", "Login")
    cram_md5 = item("CramMD5", "CramMD5")
    default = item("ПоУмолчанию", "Default")
