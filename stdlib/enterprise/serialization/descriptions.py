"""Descriptions of types: `{"Pattern",{"S",10,1},{"N",15,2,0},{"D","D"},{"#",identifier}}`."""

from __future__ import annotations

from runtime.enterprise.null import NULL
from runtime.enterprise.types import BOOLEAN, DATE, NULL_TYPE, NUMBER, STRING, UNDEFINED, TypeValue
from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.dates.date_fractions import DateFractions
from stdlib.enterprise.serialization.braces import Malformed, Quoted
from stdlib.enterprise.serialization.decoded import Decoded, whole_number
from stdlib.enterprise.serialization.type_identifiers import identifier_of, type_of_identifier
from stdlib.enterprise.values.allowed_length import AllowedLength
from stdlib.enterprise.values.allowed_sign import AllowedSign
from stdlib.enterprise.values.date_qualifiers import DateQualifiers
from stdlib.enterprise.values.number_qualifiers import NumberQualifiers
from stdlib.enterprise.values.string_qualifiers import StringQualifiers
from stdlib.enterprise.values.type_description import TypeDescription

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from stdlib.enterprise.serialization.braces import Form

_LETTERS = {"B": BOOLEAN, "S": STRING, "N": NUMBER, "D": DATE}
_FRACTIONS = {"D": DateFractions.date, "T": DateFractions.time}


def description_form(description: TypeDescription | None) -> Form:
    types = description.types() if description is not None else ()
    return ['"Pattern"', *(_type_form(kind, description) for kind in types)]


def _type_form(kind: TypeValue, description: Any) -> Form:
    if kind == STRING:
        strings = description.string_qualifiers()
        fixed = strings.allowed_length() is AllowedLength.fixed
        return ['"S"', *([str(strings.length()), "0" if fixed else "1"] if strings.length() else ())]
    if kind == NUMBER:
        numbers = description.number_qualifiers()
        sign = numbers.allowed_sign() is AllowedSign.nonnegative
        if not numbers.digits() and not numbers.fraction_digits() and not sign:
            return ['"N"']
        return ['"N"', str(numbers.digits()), str(numbers.fraction_digits()), "1" if sign else "0"]
    if kind == DATE:
        fractions = description.date_qualifiers().date_fractions()
        letter = next((letter for letter, value in _FRACTIONS.items() if value is fractions), None)
        return ['"D"', *([f'"{letter}"'] if letter else ())]
    letter = {BOOLEAN: "B", UNDEFINED: "U", NULL_TYPE: "L"}.get(kind)
    return [f'"{letter}"'] if letter else ['"#"', identifier_of(kind.en)]


def read_description(payload: Any) -> TypeDescription | None:
    """The description; None when it allows everything. Raises Malformed."""
    if not isinstance(payload, list) or not payload or not _is(payload[0], "Pattern"):
        raise Malformed
    types: list[TypeValue] = []
    details: list[Any] = []
    for element in payload[1:]:
        types.append(_read_type(element, details))
    return TypeDescription(Array.of(types), *details) if types else None


def _read_type(element: Any, details: list[Any]) -> TypeValue:
    if isinstance(element, Decoded):
        if element.value is None or element.value is NULL:
            return UNDEFINED if element.value is None else NULL_TYPE
        raise Malformed
    if not isinstance(element, list) or not element or not isinstance(element[0], Quoted):
        raise Malformed
    letter, *rest = element
    if letter.text == "#":
        found = type_of_identifier(rest[0]) if len(rest) == 1 and isinstance(rest[0], str) else None
        if found is None:
            raise Malformed
        return found
    if letter.text not in _LETTERS:
        raise Malformed
    if rest:
        details.append(_qualifiers(letter.text, rest))
    return _LETTERS[letter.text]


def _qualifiers(letter: str, rest: list[Any]) -> Any:
    if letter == "S" and len(rest) == 2:
        kind: AllowedLength = AllowedLength.fixed if rest[1] == "0" else AllowedLength.variable
        return StringQualifiers(whole_number(rest[0]), kind)
    if letter == "N" and len(rest) == 3:
        sign: AllowedSign = AllowedSign.nonnegative if rest[2] == "1" else AllowedSign.any
        return NumberQualifiers(whole_number(rest[0]), whole_number(rest[1]), sign)
    if letter == "D" and len(rest) == 1 and isinstance(rest[0], Quoted) and rest[0].text in _FRACTIONS:
        return DateQualifiers(_FRACTIONS[rest[0].text])
    raise Malformed


def _is(element: Any, text: str) -> bool:
    return isinstance(element, Quoted) and element.text == text
