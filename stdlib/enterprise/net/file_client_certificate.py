"""Тип СертификатКлиентаФайл."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, field, onec_type


@onec_type("СертификатКлиентаФайл", "FileClientCertificate", presentation="Сертификат клиента файл")
class FileClientCertificate(OnecObject):
    """Сертификат, которым клиент доказывает серверу, кто он: файл PEM с сертификатом и закрытым ключом."""

    __slots__ = ("_file_name", "_password")

    file_name = field("ИмяФайла", "FileName", "str", "", "Имя файла.", writable=False)
    password = field("Пароль", "Password", "str", "", "Пароль закрытого ключа.", writable=False)

    @constructor("(ИмяФайла, [Пароль])", "(FileName, [Password])")
    def __init__(self, file_name: str, password: str = "") -> None:
        """Файл читается при соединении."""
        self._file_name, self._password = file_name, password
