"""Перечисление ХешФункция."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("ХешФункция", "HashFunction", presentation="Хеш-функция")
class HashFunction(EnumValue):
    """Как вычисляется хеш-сумма."""

    __slots__ = ()
    crc32 = item("CRC32", "CRC32")
    md5 = item("MD5", "MD5")
    pbkdf2sha256 = item("PBKDF2SHA256", "PBKDF2SHA256")
    sha1 = item("SHA1", "SHA1")
    sha256 = item("SHA256", "SHA256")
    sha512 = item("SHA512", "SHA512")
