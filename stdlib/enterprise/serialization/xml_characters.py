"""НайтиНедопустимыеСимволыXML, УдалитьНедопустимыеСимволыXML."""

from __future__ import annotations

from runtime.enterprise.declare import function
from runtime.errors import BadArgument

_ILLEGAL = {
    "1.0": "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]",
    "1.1": "[^\x01-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]",
}
"""What the two versions of XML exclude: 1.1 allows control characters, only as references."""


@function(
    "НайтиНедопустимыеСимволыXML(СтрокаСимволов, [ПозицияНачала]): Число",
    "FindDisallowedXMLCharacters(CharacterString, [StartPosition])",
)
def find_disallowed_xml_characters(text: str, start: int = 1) -> int:
    """Номер первого символа, которого не может быть в документе XML, считая с единицы; 0, если таких нет."""
    from re import compile as compile_pattern

    if start < 1:
        raise BadArgument(2)
    found = compile_pattern(_ILLEGAL["1.0"]).search(text, start - 1)
    return found.start() + 1 if found else 0


@function(
    "УдалитьНедопустимыеСимволыXML(СтрокаСимволов, [Версия]): Строка",
    "DeleteDisallowedXMLCharacters(CharacterString, [Version])",
)
def delete_disallowed_xml_characters(text: str, version: str = "1.0") -> str:
    """Строка без символов, которых не может быть в документе XML этой версии (1.0 или 1.1)."""
    from re import sub

    if version not in _ILLEGAL:
        raise BadArgument(2, hint="Версии XML – 1.0 и 1.1")
    return sub(_ILLEGAL[version], "", text)
