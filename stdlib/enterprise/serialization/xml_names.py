"""Which types of the language are which types of XML."""

from __future__ import annotations

from runtime.enterprise.types import PRIMITIVES, TypeValue, of_class

XS = "http://www.w3.org/2001/XMLSchema"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
CORE = "http://v8.1c.ru/8.1/data/core"

_SCHEMA = {
    "Number": "decimal",
    "String": "string",
    "Boolean": "boolean",
    "Date": "dateTime",
    "BinaryData": "base64Binary",
}
_CORE = {
    name: name
    for name in (
        "Null", "UUID", "Type", "TypeDescription", "Array", "Structure", "Map", "FixedArray", "FixedStructure",
        "FixedMap", "ValueTable", "ValueStorage", "AllowedSign", "AllowedLength", "DateFractions",
    )
} | {"ValueList": "ValueListType"}  # fmt: skip
# Other types of XML Schema whose values are read, but never written so.
_READ_ONLY = {
    **dict.fromkeys(("integer", "int", "long", "short", "byte", "double", "float", "nonNegativeInteger",
                     "positiveInteger", "unsignedInt", "unsignedLong"), "Number"),
    **dict.fromkeys(("anyURI", "token", "normalizedString", "NMTOKEN", "NCName", "Name", "ID"), "String"),
    "date": "Date",
}  # fmt: skip

_BY_XML = {(XS, xml): name for name, xml in _SCHEMA.items()} | {(CORE, xml): name for name, xml in _CORE.items()}


def xml_name(kind: TypeValue) -> tuple[str, str] | None:
    """Namespace and name of a type; None when XML does not know it."""
    if kind.en in _SCHEMA:
        return XS, _SCHEMA[kind.en]
    return (CORE, _CORE[kind.en]) if kind.en in _CORE else None


def type_of_xml_name(uri: str, name: str) -> TypeValue | None:
    """The type with this namespace and name; None when there is none."""
    en = _BY_XML.get((uri, name)) or (_READ_ONLY.get(name) if uri == XS else None)
    if en is None:
        return None
    for primitive in PRIMITIVES:
        if primitive.en == en:
            return primitive
    from stdlib.enterprise.library import class_named

    found = class_named(en)
    return of_class(found) if found is not None else None
