"""Bitwise operations on numbers of 32 bits."""

from __future__ import annotations

from runtime.enterprise.declare import function
from runtime.errors import BadArgument

_WIDTH = 32
_MASK = (1 << _WIDTH) - 1


def _unsigned(number: int, parameter: int) -> int:
    if not 0 <= number <= _MASK:
        raise BadArgument(parameter)
    return number


def _bit(number: int) -> int:
    if not 0 <= number < _WIDTH:
        raise BadArgument(2)
    return number


@function("ПобитовоеИ(Число1, Число2): Число", "BitwiseAnd(Number1, Number2)")
def bitwise_and(one: int, other: int) -> int:
    """Побитовое И."""
    return _unsigned(one, 1) & _unsigned(other, 2)


@function("ПобитовоеИли(Число1, Число2): Число", "BitwiseOr(Number1, Number2)")
def bitwise_or(one: int, other: int) -> int:
    """Побитовое ИЛИ."""
    return _unsigned(one, 1) | _unsigned(other, 2)


@function("ПобитовоеИсключительноеИли(Число1, Число2): Число", "BitwiseXor(Number1, Number2)")
def bitwise_xor(one: int, other: int) -> int:
    """Побитовое исключающее ИЛИ."""
    return _unsigned(one, 1) ^ _unsigned(other, 2)


@function("ПобитовоеИНе(Число1, Число2): Число", "BitwiseAndNot(Number1, Number2)")
def bitwise_and_not(one: int, other: int) -> int:
    """Побитовое И первого числа с отрицанием второго."""
    return _unsigned(one, 1) & ~_unsigned(other, 2) & _MASK


@function("ПобитовоеНе(Число): Число", "BitwiseNot(Number)")
def bitwise_not(number: int) -> int:
    """Побитовое отрицание."""
    return ~_unsigned(number, 1) & _MASK


@function("ПобитовыйСдвигВлево(Число, Смещение): Число", "BitwiseShiftLeft(Number, Offset)")
def bitwise_shift_left(number: int, offset: int) -> int:
    """Сдвиг битов влево; ушедшие за край теряются."""
    return _unsigned(number, 1) << _bit(offset) & _MASK


@function("ПобитовыйСдвигВправо(Число, Смещение): Число", "BitwiseShiftRight(Number, Offset)")
def bitwise_shift_right(number: int, offset: int) -> int:
    """Сдвиг битов вправо."""
    return _unsigned(number, 1) >> _bit(offset)


@function("ПроверитьБит(Число, НомерБита): Булево", "CheckBit(Number, BitNumber)")
def check_bit(number: int, bit: int) -> bool:
    """Истина, если бит с этим номером (от 0) установлен."""
    return bool(_unsigned(number, 1) >> _bit(bit) & 1)


@function("УстановитьБит(Число, НомерБита, Значение): Число", "SetBit(Number, BitNumber, Value)")
def set_bit(number: int, bit: int, value: bool) -> int:
    """Число, в котором бит с этим номером (от 0) установлен или сброшен."""
    mask = 1 << _bit(bit)
    return _unsigned(number, 1) | mask if value else _unsigned(number, 1) & ~mask


@function("ПроверитьПоБитовойМаске(Число, Маска): Булево", "CheckByBitMask(Number, Mask)")
def check_by_bit_mask(number: int, mask: int) -> bool:
    """Истина, если установлены все биты маски."""
    return _unsigned(number, 1) & _unsigned(mask, 2) == mask
