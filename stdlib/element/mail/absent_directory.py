"""Errors of the transport as ИсключениеПочты; a directory that is not there, or is already, is told in our words."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from stdlib.mail.imap import ImapConnection as Transport

_SHOWN = 10


class naming:  # noqa: N801 - reads as a statement
    """`with naming(transport, name):` servers refuse in their own words, so after a refusal they are asked for all."""

    __slots__ = ("_name", "_new", "_transport")

    def __init__(self, transport: Transport, name: str, *, new: bool = False) -> None:
        self._transport, self._name, self._new = transport, name, new

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if error is None:
            return
        from stdlib.mail.errors import MailError

        if not isinstance(error, MailError):
            return
        from stdlib.element.mail.email_exception import EmailException, told

        names = self._names() if error.reply else None
        if names is None or (self._name in names) != self._new:
            raise told(error) from error
        if not self._new:
            raise absent(self._name, names, _advice_on_kind(self._name)) from error
        refusal = EmailException(f"Каталог «{self._name}» в ящике уже есть")
        refusal.hint = "Его даёт метод ПолучитьКаталог"
        raise refusal from error

    def _names(self) -> list[str] | None:
        """None when the server no longer answers."""
        from stdlib.mail.errors import MailError

        try:
            return [folder.name for folder in self._transport.folders.all()]
        except MailError:
            return None


def absent(name: str, names: Sequence[str], advice: str = "") -> Exception:
    """That there is no such directory; `names` are those that there are."""
    from stdlib.element.mail.email_exception import EmailException

    refusal = EmailException(f"В ящике нет каталога «{name}»")
    rest = f" и ещё {len(names) - _SHOWN}" if len(names) > _SHOWN else ""
    refusal.hint = advice or (f"Есть каталоги: {', '.join(names[:_SHOWN])}{rest}" if names else "")
    return refusal


def _advice_on_kind(name: str) -> str:
    """What to write for a usual name of a kind of directory: servers have names of their own for those."""
    from stdlib.element.mail.email_directory_kind import kind_named

    kind = kind_named(name)
    return f"Каталог по назначению даёт ПолучитьКаталог(ВидКаталогаПочты.{kind.ru})" if kind else ""
