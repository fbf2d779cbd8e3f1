"""The identifiers under which types are written.

Those of Массив, Структура, Соответствие and ТаблицаЗначений are measured on the platform, the others in the table are
what texts written by the platform are known to hold. A type that is not there has an identifier of ours.
"""

from __future__ import annotations

from runtime.enterprise import access
from runtime.enterprise.types import PRIMITIVES, TypeValue, of_class
from runtime.typeinfo import TypeInfo

_KNOWN = {
    "Array": "51e7a0d2-530b-11d4-b98a-008048da3034",
    "Structure": "4238019d-7e49-4fc9-91db-b6b951d5cf8e",
    "Map": "3d48feae-a9c6-4c5a-a099-9eb6477630c6",
    "ValueTable": "acf6192e-81ca-46ef-93a6-5a6968b78663",
    "ValueList": "4772b3b4-f4a3-49c0-a1a5-8cb5961511a3",
    "ValueTree": "e603c0f2-92fb-4d47-8f38-a44a381cf235",
    "TypeDescription": "f5c65050-3bbb-11d5-b988-0050bae0a95d",
    "UUID": "fc01b5df-97fe-449b-83d4-218a090e681e",
    "ValueStorage": "e199ca70-93cf-46ce-a54b-6edc88c3a296",
    "BinaryData": "87126200-3e98-44e0-b931-ccb1d7edc497",
}
_NAMES = {identifier: name for name, identifier in _KNOWN.items()}


def identifier_of(name: str) -> str:
    """The identifier of the type with this English name."""
    known = _KNOWN.get(name)
    if known is not None:
        return known
    from uuid import NAMESPACE_URL, uuid5

    return str(uuid5(NAMESPACE_URL, f"https://v8.1c.ru/types/{name}"))


def type_of_identifier(identifier: str) -> TypeValue | None:
    """The type with this identifier; None when there is none."""
    from stdlib.enterprise.library import catalog, class_named

    name = _NAMES.get(identifier)
    if name is not None:
        found = class_named(name)
        return of_class(found) if found is not None else None
    for primitive in PRIMITIVES:
        if identifier_of(primitive.en) == identifier:
            return primitive
    # Rare enough that going through the whole library does not matter.
    access.type_finder = class_named
    for entry in catalog().types.values():
        if isinstance(entry.declaration, TypeInfo) and identifier_of(entry.en) == identifier:
            return of_class(entry.declaration.python_type)
    return None
