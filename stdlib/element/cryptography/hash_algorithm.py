"""АлгоритмХеширования."""

from __future__ import annotations

from runtime.element.declare import enumeration, item
from runtime.element.objects import ElementEnum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


@enumeration("АлгоритмХеширования", "HashAlgorithm")
class HashAlgorithm(ElementEnum):
    """Как вычисляется хеш; Md5 и Sha1 от подделки не защищают. Имена не подтверждены."""

    __slots__ = ()

    MD5: Any = item("Md5", "MD5")
    SHA1: Any = item("Sha1", "SHA1")
    SHA256: Any = item("Sha256", "SHA256")
    SHA384: Any = item("Sha384", "SHA384")
    SHA512: Any = item("Sha512", "SHA512")
