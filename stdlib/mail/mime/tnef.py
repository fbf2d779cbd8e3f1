"""winmail.dat: the files that Outlook hides in a TNEF stream (MS-OXTNEF)."""

from __future__ import annotations

import struct

from stdlib.mail.mime.charsets import decode_text

_SIGNATURE = b"\x78\x9f\x3e\x22"
_CODE_PAGE = 0x00069007
_ATTACHMENT_TITLE = 0x00018010
_ATTACHMENT_DATA = 0x0006800F
_ATTACHMENT_BEGINS = 0x00069002
_ATTACHMENT_PROPERTIES = 0x00069005
# PR_ATTACH_LONG_FILENAME as UTF-16 and in the letter's code page.
_LONG_NAME = ((b"\x1f\x00\x07\x37", "utf-16-le"), (b"\x1e\x00\x07\x37", ""))


def tnef_files(data: bytes) -> list[tuple[str, bytes]]:
    """[(name, data)] of the files inside; empty when this is no TNEF or it holds none."""
    if not data.startswith(_SIGNATURE):
        return []
    names: list[str] = []
    contents: list[bytes | None] = []
    code_page = "cp1251"
    pos = 6
    while pos + 9 <= len(data):
        _, attribute, size = struct.unpack_from("<BII", data, pos)
        value = data[pos + 9 : pos + 9 + size]
        pos += 11 + size
        if attribute == _CODE_PAGE and len(value) >= 4:
            code_page = f"cp{struct.unpack_from('<I', value)[0]}"
        elif attribute == _ATTACHMENT_BEGINS or (attribute == _ATTACHMENT_TITLE and not names):
            names.append("")
            contents.append(None)
        if not names:
            continue
        if attribute == _ATTACHMENT_TITLE:
            names[-1] = names[-1] or decode_text(value.split(b"\0")[0], code_page)
        elif attribute == _ATTACHMENT_DATA:
            contents[-1] = value
        elif attribute == _ATTACHMENT_PROPERTIES:
            names[-1] = _long_name(value, code_page) or names[-1]
    return [(name, content) for name, content in zip(names, contents, strict=True) if content is not None]


def _long_name(properties: bytes, code_page: str) -> str:
    for tag, charset in _LONG_NAME:
        found = properties.find(tag)
        if found >= 0 and found + 12 <= len(properties):
            size = struct.unpack_from("<I", properties, found + 8)[0]
            name = properties[found + 12 : found + 12 + size]
            return decode_text(name, charset or code_page).rstrip("\0")
    return ""
