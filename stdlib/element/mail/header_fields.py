"""Which fields of a header a script may set by their names."""

from __future__ import annotations

from stdlib.element.mail.refusals import illegal, quoted

_PROPERTIES = {
    "from": "свойство Отправитель",
    "to": "метод ДобавитьПолучателей",
    "cc": "метод ДобавитьПолучателейКопии",
    "bcc": "метод ДобавитьПолучателейСкрытойКопии",
    "reply-to": "метод ДобавитьАдресаОтвета",
    "subject": "свойство Тема",
    "x-priority": "свойство Важность",
    "importance": "свойство Важность",
}


def check_field(name: str) -> None:
    """ИсключениеНедопустимыйАргумент for a name that is none, and for what has a property or is made by itself."""
    if not (name.isascii() and name.replace("-", "").isalnum()):
        raise illegal(
            f"Неверное имя поля заголовка: {quoted(name)}", "Оно состоит из латинских букв, цифр и дефисов: X-Order-Id"
        )
    folded = name.lower()
    if folded in _PROPERTIES:
        raise illegal(f"Поле {name} так не задают", f"Для него есть {_PROPERTIES[folded]}")
    if folded.startswith("content-") or folded in ("mime-version", "date", "message-id"):
        raise illegal(f"Поле {name} так не задают", "Оно заполняется само")
