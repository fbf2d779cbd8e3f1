"""КвалификаторыЧисла."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, getter, onec_type
from runtime.errors import BadArgument
from stdlib.enterprise.values.allowed_sign import AllowedSign

TYPE_CHECKING = False
if TYPE_CHECKING:
    from runtime.enterprise.numbers import Number


_MOST_DIGITS = 1000
"""More than any number of a database has; a power of ten with a billion would take all memory."""


@onec_type("КвалификаторыЧисла", "NumberQualifiers", presentation="Квалификаторы числа")
class NumberQualifiers(OnecObject):
    """Сколько разрядов у числа и может ли оно быть отрицательным."""

    __slots__ = ("_digits", "_fraction_digits", "_sign")

    @constructor(
        "([ЧислоРазрядов], [ЧислоРазрядовДробнойЧасти], [ДопустимыйЗнак])",
        "([Digits], [FractionDigits], [AllowedSign])",
    )
    def __init__(self, digits: int = 0, fraction_digits: int = 0, sign: AllowedSign | None = None) -> None:
        if not 0 <= digits <= _MOST_DIGITS:
            raise BadArgument(1)
        if not 0 <= fraction_digits <= (digits or _MOST_DIGITS):
            raise BadArgument(2)
        self._digits, self._fraction_digits = digits, fraction_digits
        self._sign: AllowedSign = sign or AllowedSign.any

    @getter("Разрядность", "Digits", "Число")
    def digits(self) -> int:
        """Наибольшее число разрядов; 0 – не ограничено."""
        return self._digits

    @getter("РазрядностьДробнойЧасти", "FractionDigits", "Число")
    def fraction_digits(self) -> int:
        """Число разрядов после точки."""
        return self._fraction_digits

    @getter("ДопустимыйЗнак", "AllowedSign", "ДопустимыйЗнак")
    def allowed_sign(self) -> AllowedSign:
        """Могут ли числа быть отрицательными."""
        return self._sign

    def is_open(self) -> bool:
        """Does every number fit?"""
        return not self._digits and self._sign is AllowedSign.any

    def __eq__(self, other: object) -> bool:
        return isinstance(other, NumberQualifiers) and self._parts() == other._parts()

    def __hash__(self) -> int:
        return hash(self._parts())

    def _parts(self) -> tuple[int, int, AllowedSign]:
        return self._digits, self._fraction_digits, self._sign

    def adjusted(self, value: Number) -> Number:
        """The number nearest to the value that fits."""
        if value < 0 and self._sign is AllowedSign.nonnegative:
            return 0
        if not self._digits:
            return value
        from runtime.enterprise.numbers import divide, round_to

        value = round_to(value, self._fraction_digits)
        largest = divide(10**self._digits - 1, 10**self._fraction_digits)
        return min(max(value, -largest), largest)
