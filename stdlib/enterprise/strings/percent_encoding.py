"""Strings as addresses write them: %D0%BF (RFC 3986)."""

from __future__ import annotations

from runtime.enterprise.declare import function
from runtime.errors import OnecError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.strings.string_encoding_method import StringEncodingMethod

_RESERVED = ":/?#[]@!$&'()*+,;="
"""What parts an address, and stays as it is when the whole address is encoded."""


@function(
    "КодироватьСтроку(Строка, СпособКодированияСтроки, [КодировкаСтроки]): Строка",
    "EncodeString(String, EncodingMethod, [StringEncoding])",
)
def encode_string(string: str, method: StringEncodingMethod, encoding: str = "UTF8") -> str:
    """Строка, в которой всё, кроме букв латиницы, цифр и -_.~, записано как %XX; в целом адресе остаются и :/?#&=…"""
    from urllib.parse import quote

    from stdlib.enterprise.files.encodings import codec

    safe = _RESERVED if method.en == "URLInURLEncoding" else ""
    try:
        return quote(string, safe=safe, encoding=codec(encoding), errors="strict")
    except UnicodeEncodeError as error:
        raise OnecError(f"В кодировке {encoding} нет символа «{string[error.start]}»") from error


@function(
    "РаскодироватьСтроку(Строка, СпособКодированияСтроки, [КодировкаСтроки]): Строка",
    "DecodeString(String, EncodingMethod, [StringEncoding])",
)
def decode_string(string: str, method: StringEncodingMethod, encoding: str = "UTF8") -> str:
    """Строка, в которой вместо %XX стоят сами символы."""
    from urllib.parse import unquote

    from stdlib.enterprise.files.encodings import codec

    return unquote(string, encoding=codec(encoding), errors="replace")
