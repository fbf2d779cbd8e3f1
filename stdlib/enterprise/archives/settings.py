"""How an archive is written."""

from __future__ import annotations

from stdlib.enterprise.archives.zip_compression_level import ZIPCompressionLevel
from stdlib.enterprise.archives.zip_compression_method import ZIPCompressionMethod
from stdlib.enterprise.archives.zip_encryption_method import ZIPEncryptionMethod

_LEVELS = {"Minimum": 1, "Optimal": 6, "Maximum": 9}
_STORED, _DEFLATED = 0, 8
_AES_BITS = {"AES128": 128, "AES192": 192, "AES256": 256}


class Settings:
    """Password, comment, compression and encryption; `aes_bits` is 0 for the old encryption."""

    __slots__ = ("aes_bits", "comment", "compression", "level", "password")

    def __init__(
        self,
        password: str | None = None,
        comment: str | None = None,
        method: ZIPCompressionMethod | None = None,
        level: ZIPCompressionLevel | None = None,
        encryption: ZIPEncryptionMethod | None = None,
    ) -> None:
        self.password = password.encode("utf-8") if password else b""
        self.comment = (comment or "").encode("utf-8")
        self.compression = _STORED if method is ZIPCompressionMethod.copy else _DEFLATED
        self.level = _LEVELS["Optimal" if level is None else level.en]
        self.aes_bits = 0 if encryption is None else _AES_BITS.get(encryption.en, 0)
