"""Перечисление ПротоколИнтернетПочты."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("ПротоколИнтернетПочты", "InternetMailProtocol")
class InternetMailProtocol(EnumValue):
    """Протокол, по которому почта отправляется или принимается."""

    __slots__ = ()
    imap = item("IMAP", "IMAP")
    pop3 = item("POP3", "POP3")
    smtp = item("SMTP", "SMTP")
