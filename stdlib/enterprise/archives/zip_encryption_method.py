"""Перечисление МетодШифрованияZIP."""

from __future__ import annotations

from runtime.enterprise.declare import EnumValue, enumeration, item


@enumeration("МетодШифрованияZIP", "ZIPEncryptionMethod", presentation="Метод шифрования ZIP")
class ZIPEncryptionMethod(EnumValue):
    """Как зашифрованы файлы архива с паролем; Zip20 слаб, но понятен всем программам."""

    __slots__ = ()
    aes128 = item("AES128", "AES128")
    aes192 = item("AES192", "AES192")
    aes256 = item("AES256", "AES256")
    zip20 = item("Zip20", "Zip20")
