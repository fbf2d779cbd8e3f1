"""Тип ФлагиИнтернетПочтовогоСообщения."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, field, onec_type

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

IMAP_FLAGS = {
    "answered": "\\Answered",
    "canceled": "$Cancelled",
    "forwarded": "$Forwarded",
    "flagged": "\\Flagged",
    "seen": "\\Seen",
    "deleted": "\\Deleted",
}
"""Python names of the writable properties and the flags of IMAP that they stand for."""


@onec_type(
    "ФлагиИнтернетПочтовогоСообщения", "InternetMailMessageFlags", presentation="Флаги интернет почтового сообщения"
)
class InternetMailMessageFlags(OnecObject):
    """Флаги письма на сервере IMAP: Истина – установлен, Ложь – снят, Неопределено – не менять."""

    __slots__ = ("_answered", "_canceled", "_deleted", "_flagged", "_forwarded", "_new", "_seen")

    new = field("Новое", "New", "bool | None", None, "Письмо поступило недавно и не прочитано.", writable=False)
    answered = field("Отвеченное", "Answered", "bool | None", None, "На письмо ответили.")
    canceled = field("Отмененное", "Canceled", "bool | None", None, "Письмо отменено.")
    forwarded = field("Пересланное", "Forwarded", "bool | None", None, "Письмо переслали.")
    flagged = field("Помеченное", "Flagged", "bool | None", None, "Письмо помечено.")
    seen = field("Прочитанное", "Seen", "bool | None", None, "Письмо прочитано.")
    deleted = field("Удаленное", "Deleted", "bool | None", None, "Письмо помечено на удаление.")

    @constructor("()", "()")
    def __init__(self) -> None:
        """Создаёт флаги, которые ничего не меняют."""

    @classmethod
    def of(cls, flags: Iterable[str]) -> InternetMailMessageFlags:
        known = {flag.lower() for flag in flags}
        made = cls()
        for name, flag in IMAP_FLAGS.items():
            setattr(made, name, flag.lower() in known)
        made.new = "\\recent" in known and "\\seen" not in known
        return made

    def changes(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """IMAP flags to set and to clear."""
        values = [(flag, getattr(self, name)) for name, flag in IMAP_FLAGS.items()]
        return tuple(f for f, value in values if value is True), tuple(f for f, value in values if value is False)
