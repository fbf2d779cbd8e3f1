"""Тип СертификатыУдостоверяющихЦентровФайл."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, field, onec_type


@onec_type(
    "СертификатыУдостоверяющихЦентровФайл",
    "FileCertificationAuthorityCertificates",
    presentation="Сертификаты удостоверяющих центров файл",
)
class FileCertificationAuthorityCertificates(OnecObject):
    """Удостоверяющие центры, которым доверять вместо системных: файл PEM с их сертификатами."""

    __slots__ = ("_file_name", "_password")

    file_name = field("ИмяФайла", "FileName", "str", "", "Имя файла.", writable=False)
    password = field("Пароль", "Password", "str", "", "Пароль файла; файлу PEM он не нужен.", writable=False)

    @constructor("(ИмяФайла, [Пароль])", "(FileName, [Password])")
    def __init__(self, file_name: str, password: str = "") -> None:
        """Файл читается при соединении."""
        self._file_name, self._password = file_name, password
