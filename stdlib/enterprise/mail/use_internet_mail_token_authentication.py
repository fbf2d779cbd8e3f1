"""Перечисление ИспользованиеАутентификацииИнтернетПочтыПоТокену."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("ИспользованиеАутентификацииИнтернетПочтыПоТокену", "UseInternetMailTokenAuthentication")
class UseInternetMailTokenAuthentication(EnumValue):
    """Входить ли по токену OAuth."""

    __slots__ = ()
    auto = item("Авто", "Auto")
    use = item("Использовать", "Use")
    dont_use = item("НеИспользовать", "DontUse")
