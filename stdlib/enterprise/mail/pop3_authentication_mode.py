"""Перечисление СпособPOP3Аутентификации."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("СпособPOP3Аутентификации", "POP3AuthenticationMode")
class POP3AuthenticationMode(EnumValue):
    """Способ входа на сервер POP3 (устарел с версии 8.3.1)."""

    __slots__ = ()
    general = item("Обычная", "General")
    apop = item("APOP", "APOP")
    cram_md5 = item("CramMD5", "CramMD5")
