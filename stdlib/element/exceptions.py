"""Exceptions of the library that have no members of their own.

`namespace` is that of the documentation's index, where it is not Std.
"""

from __future__ import annotations

from runtime.element.exceptions import ElementException, exception_type


@exception_type("ИсключениеНекорректноеРегулярноеВыражение", "IllegalRegularExpressionException")
class IllegalRegularExpressionException(ElementException):
    """Образец записан неверно."""


@exception_type("ИсключениеДинамическогоВыполнения", "DynamicExecutionException")
class DynamicExecutionException(ElementException):
    """Ошибка при динамическом выполнении."""


@exception_type("ИсключениеКомпиляции", "CompileException")
class CompileException(ElementException):
    """Текст программы не удалось скомпилировать."""


@exception_type("ИсключениеОтражения", "ReflectionException")
class ReflectionException(ElementException):
    """Обращение к члену типа по имени не удалось."""


@exception_type("ИсключениеВводаВывода", "InputOutputException")
class InputOutputException(ElementException):
    """Чтение или запись не удались."""

    namespace = "Std::InputOutput"


@exception_type("ИсключениеФайловойСистемы", "FileSystemException")
class FileSystemException(ElementException):
    """Действие с файлом не удалось."""


@exception_type("ИсключениеДоступаКФайлу", "FilePermissionException")
class FilePermissionException(ElementException):
    """Недостаточно прав на файл."""


@exception_type("ИсключениеЧтенияДанных", "DataReadException")
class DataReadException(ElementException):
    """Данные прочитать не удалось."""


@exception_type("ИсключениеРесурсНеНайден", "ResourceNotFoundException")
class ResourceNotFoundException(ElementException):
    """Ресурс не найден."""


@exception_type("ИсключениеHttp", "HttpException")
class HttpException(ElementException):
    """Ошибка протокола HTTP."""

    namespace = "Std::Http"


@exception_type("ИсключениеFtp", "FtpException")
class FtpException(ElementException):
    """Ошибка протокола FTP."""


@exception_type("ИсключениеSftp", "SftpException")
class SftpException(ElementException):
    """Ошибка протокола SFTP."""


@exception_type("ИсключениеSsh", "SshException")
class SshException(ElementException):
    """Ошибка протокола SSH."""


@exception_type("ИсключениеSql", "SqlException")
class SqlException(ElementException):
    """Ошибка базы данных."""


@exception_type("ИсключениеЧтенияJson", "JsonReaderException")
class JsonReaderException(ElementException):
    """Ошибка чтения JSON."""

    namespace = "Std::Json"


@exception_type("ИсключениеЗаписиJson", "JsonWriterException")
class JsonWriterException(ElementException):
    """Ошибка записи JSON."""

    namespace = "Std::Json"


@exception_type("ИсключениеЧтенияXml", "XmlReaderException")
class XmlReaderException(ElementException):
    """Ошибка чтения XML."""

    namespace = "Std::Xml"


@exception_type("ИсключениеЗаписиXml", "XmlWriterException")
class XmlWriterException(ElementException):
    """Ошибка записи XML."""

    namespace = "Std::Xml"


@exception_type("ИсключениеПостроенияXmlDom", "XmlDomBuildException")
class XmlDomBuildException(ElementException):
    """Ошибка построения дерева XML."""


@exception_type("ИсключениеПреобразованияXml", "XmlTransformationException")
class XmlTransformationException(ElementException):
    """Ошибка преобразования XML."""


@exception_type("ИсключениеПроверкиXml", "XmlValidationException")
class XmlValidationException(ElementException):
    """Документ XML не прошёл проверку."""


@exception_type("ИсключениеПоискаXPath", "XPathSearchException")
class XPathSearchException(ElementException):
    """Ошибка поиска XPath."""


@exception_type("ИсключениеДокументаHtml", "HtmlDocumentException")
class HtmlDocumentException(ElementException):
    """Ошибка в документе HTML."""


@exception_type("ИсключениеPdf", "PdfException")
class PdfException(ElementException):
    """Ошибка в документе PDF."""


@exception_type("ИсключениеКриптографии", "CryptoException")
class CryptoException(ElementException):
    """Ошибка криптографии."""


@exception_type("ИсключениеХешированияДанных", "DataHashingException")
class DataHashingException(ElementException):
    """Ошибка вычисления контрольной суммы."""


@exception_type("ИсключениеАдминистрированияКластера", "ClusterAdministrationException")
class ClusterAdministrationException(ElementException):
    """Ошибка администрирования кластера серверов."""


@exception_type("ИсключениеДоступаКСредеИсполнения", "ExecutionEnvironmentPermissionException")
class ExecutionEnvironmentPermissionException(ElementException):
    """Среда исполнения недоступна."""


@exception_type("ИсключениеДоступаКСекрету", "SecretAccessException")
class SecretAccessException(ElementException):
    """Секрет недоступен."""


@exception_type("ИсключениеРазрешениеОтсутствует", "NoPermissionException")
class NoPermissionException(ElementException):
    """Нет разрешения."""


@exception_type("ИсключениеДоступЗапрещен", "AccessDeniedException")
class AccessDeniedException(ElementException):
    """Доступ запрещён."""


@exception_type("ИсключениеГенерацииQrКода", "QrCodeGenerationException")
class QrCodeGenerationException(ElementException):
    """Код QR создать не удалось."""


@exception_type("ИсключениеЗаданиеОтменено", "JobCanceledException")
class JobCanceledException(ElementException):
    """Фоновое задание отменено."""


@exception_type("ИсключениеТаймаутаЗадания", "JobTimeoutException")
class JobTimeoutException(ElementException):
    """Фоновое задание не завершилось вовремя."""


@exception_type("ИсключениеОбработчикФоновогоЗаданияНеНайден", "BackgroundJobHandlerNotFoundException")
class BackgroundJobHandlerNotFoundException(ElementException):
    """Обработчик фонового задания не найден."""


@exception_type("ИсключениеТаймаутаБлокировки", "LockTimeoutException")
class LockTimeoutException(ElementException):
    """Блокировку не удалось получить вовремя."""


@exception_type("ИсключениеВзаимоблокировка", "DeadlockException")
class DeadlockException(ElementException):
    """Действия ждут друг друга."""


@exception_type("ИсключениеДвоичногоОбъекта", "BinaryObjectException")
class BinaryObjectException(ElementException):
    """Ошибка двоичного объекта."""
