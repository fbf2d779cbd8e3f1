"""Криптография."""

from __future__ import annotations

from runtime.element.declare import global_property, method, onec_type
from stdlib.element.cryptography.data_pieces import pieces_of
from stdlib.element.cryptography.hash_algorithm import HashAlgorithm
from stdlib.element.io.readable_stream import ReadableStream
from stdlib.element.secret import Secret, revealed
from stdlib.element.singleton import Singleton

_MOST_RANDOM_BYTES = 1 << 20


@onec_type("Криптография", "Cryptography")
class Cryptography(Singleton):
    """Хеши и случайные байты; доступна через свойство Криптография. Члены не подтверждены."""

    __slots__ = ()

    @method(
        "ВычислитьХеш(Данные: Байты|Строка|ПотокЧтения, "
        "Алгоритм: АлгоритмХеширования = АлгоритмХеширования.Sha256): Байты",
        "ComputeHash(Data, Algorithm)",
    )
    def compute_hash(
        self, data: bytes | str | ReadableStream, algorithm: HashAlgorithm = HashAlgorithm.SHA256
    ) -> bytes:
        """Возвращает хеш данных; строка берётся в UTF-8, поток читается до конца."""
        from hashlib import new

        made = new(algorithm.ru.lower(), usedforsecurity=False)
        for piece in pieces_of(data):
            made.update(piece)
        return made.digest()

    @method(
        "ВычислитьHmac(Данные: Байты|Строка|ПотокЧтения, Ключ: Байты|Строка|Секрет, "
        "Алгоритм: АлгоритмХеширования = АлгоритмХеширования.Sha256): Байты",
        "ComputeHmac(Data, Key, Algorithm)",
    )
    def compute_hmac(
        self,
        data: bytes | str | ReadableStream,
        key: bytes | str | Secret,
        algorithm: HashAlgorithm = HashAlgorithm.SHA256,
    ) -> bytes:
        """Возвращает код подлинности данных (RFC 2104): его не вычислить без ключа."""
        from hmac import new

        secret = key if isinstance(key, bytes) else revealed(key).encode("utf-8", "replace")
        made = new(secret, digestmod=algorithm.ru.lower())
        for piece in pieces_of(data):
            made.update(piece)
        return made.digest()

    @method("Равны(Первые: Байты, Вторые: Байты): Булево", "AreEqual(First, Second)")
    def are_equal(self, first: bytes, second: bytes) -> bool:
        """Сравнивает байты за время, которое не выдаёт, где они различаются."""
        from hmac import compare_digest

        return compare_digest(first, second)

    @method("СлучайныеБайты(Количество: Число): Байты", "RandomBytes(Count)")
    def random_bytes(self, count: int) -> bytes:
        """Возвращает байты, которые нельзя угадать: для ключей и паролей."""
        if not 0 <= count <= _MOST_RANDOM_BYTES:
            from runtime.element.exceptions import IllegalArgumentException

            raise IllegalArgumentException(f"Количество должно быть от 0 до {_MOST_RANDOM_BYTES}, получено {count}")
        from os import urandom

        return urandom(count)


_cryptography = Cryptography()


@global_property("Криптография", "Cryptography", "Криптография")
def cryptography() -> Cryptography:
    """Хеши и случайные байты."""
    return _cryptography
