"""The old encryption of zip, for writing (APPNOTE.TXT, section 6.1). It is weak; every program reads it."""

from __future__ import annotations

from os import urandom

_MULTIPLIER = 134_775_813
_WORD = 0xFFFFFFFF
_HEADER = 12


def _crc_table() -> tuple[int, ...]:
    values = []
    for value in range(256):
        for _ in range(8):
            value = value >> 1 ^ 0xEDB88320 if value & 1 else value >> 1
        values.append(value)
    return tuple(values)


class TraditionalCipher:
    """Enciphers the bytes of one entry, in order; with it the library encrypts (see `packing`)."""

    __slots__ = ("_check", "_keys", "_table")

    def __init__(self, password: bytes, check: int) -> None:
        """`check`: the highest byte of the entry's CRC, by which a reader notices a wrong password."""
        self._table = _crc_table()
        self._check = check
        self._keys = (0x12345678, 0x23456789, 0x34567890)
        # The keys depend on the plain bytes only.
        self.encrypt(password)

    def encryption_header(self) -> bytes:
        return self.encrypt(urandom(_HEADER - 1) + bytes((self._check,)))

    def encrypt(self, data: bytes) -> bytes:
        table = self._table
        key0, key1, key2 = self._keys
        enciphered = bytearray(len(data))
        for index, byte in enumerate(data):
            mixed = key2 & 0xFFFF | 2
            enciphered[index] = byte ^ ((mixed * (mixed ^ 1)) >> 8 & 0xFF)
            key0 = key0 >> 8 ^ table[(key0 ^ byte) & 0xFF]
            key1 = ((key1 + (key0 & 0xFF)) * _MULTIPLIER + 1) & _WORD
            key2 = key2 >> 8 ^ table[(key2 ^ key1 >> 24) & 0xFF]
        self._keys = (key0, key1, key2)
        return bytes(enciphered)

    def flush(self) -> bytes:
        """Nothing follows the data."""
        return b""

    def update_zipinfo(self, info: object) -> None:
        """Nothing more is told of the entry."""

    def finalize_zipinfo(self, info: object) -> None:
        """Nothing more is told of the entry."""
