"""Тип ИнтернетПочта."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, getter, method, onec_type, setter
from runtime.errors import BadArgument, OnecError
from stdlib.enterprise.collections.array import Array
from stdlib.enterprise.collections.map import Map
from stdlib.enterprise.mail.internet_mail_message import InternetMailMessage
from stdlib.enterprise.mail.internet_mail_message_flags import InternetMailMessageFlags
from stdlib.enterprise.mail.internet_mail_profile import InternetMailProfile
from stdlib.enterprise.mail.internet_mail_protocol import InternetMailProtocol
from stdlib.enterprise.mail.internet_mail_text_processing import InternetMailTextProcessing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from contextlib import AbstractContextManager

    from stdlib.enterprise.collections.structure import Structure
    from stdlib.enterprise.mail.delivery.imap_box import ImapBox
    from stdlib.enterprise.mail.delivery.incoming import Incoming
    from stdlib.mail.smtp import SmtpConnection


@onec_type("ИнтернетПочта", "InternetMail", presentation="Интернет почта")
class InternetMail(OnecObject):
    """Отправляет и принимает письма по протоколам SMTP, POP3 и IMAP."""

    __slots__ = ("_asked", "_box", "_imap", "_smtp")
    # Words of other libraries that no letters show to be near: runtime.objects.missing tells of them.
    __onec_habits__ = {"отправить()": "Послать", "отправитьписьмо()": "Послать", "получить()": "Выбрать"}  # noqa: RUF012 - a table

    @constructor("()", "()")
    def __init__(self) -> None:
        """Создаёт объект без соединения."""
        self._smtp: SmtpConnection | None = None
        self._box: Incoming | None = None
        self._imap: ImapBox | None = None
        self._asked: InternetMailProtocol | None = None

    def __del__(self) -> None:
        # A script may forget Отключиться, or end before it.
        self._abandon()

    @method("Подключиться(Профиль, [ПротоколПолученияПочты])", "Logon(Profile, [IncomingMailProtocol])")
    def logon(self, profile: InternetMailProfile, protocol: InternetMailProtocol = InternetMailProtocol.pop3) -> None:
        """Соединяется с сервером приёма (POP3 или IMAP) и с сервером SMTP – с каждым, чей адрес заполнен в профиле."""
        if protocol is InternetMailProtocol.smtp:
            raise OnecError(
                "Протокол SMTP не может быть протоколом получения почты", hint="Нужен POP3 или IMAP (или ничего)"
            )
        self.logoff()
        self._asked = protocol
        with told():
            try:
                self._open_box(profile, protocol)
                if profile.smtp_server_address.strip():
                    from stdlib.enterprise.mail.delivery.profile_accounts import smtp_account
                    from stdlib.mail.smtp import SmtpConnection

                    self._smtp = SmtpConnection(smtp_account(profile))
                    self._smtp.open()
            except BaseException:
                self._abandon()
                raise
        if self._box is None and self._smtp is None:
            raise OnecError(
                "В профиле не заполнен ни один адрес сервера",
                hint="Для IMAP вторым параметром нужен ПротоколИнтернетПочты.IMAP"
                if profile.imap_server_address
                else "Заполните АдресСервераSMTP, АдресСервераPOP3 или АдресСервераIMAP",
            )

    @method("Отключиться()", "Logoff()")
    def logoff(self) -> None:
        """Разрывает соединения. Без соединения ничего не делает. По POP3 удаления вступают в силу здесь."""
        smtp, box = self._smtp, self._box
        self._smtp = self._box = self._imap = self._asked = None
        with told():
            try:
                if box is not None:
                    box.close()
            finally:
                if smtp is not None:
                    smtp.close()

    @method(
        "Послать(Сообщение, [ОбрабатыватьТексты], [ПротоколОтправкиПочты])", "Send(Message, [ProcessTexts], [Protocol])"
    )
    def send(
        self,
        message: InternetMailMessage,
        processing: InternetMailTextProcessing = InternetMailTextProcessing.process,
        protocol: InternetMailProtocol = InternetMailProtocol.smtp,
    ) -> Map:
        """Отправляет письмо; по IMAP – кладёт его в текущий почтовый ящик.

        Возвращает Соответствие: адрес получателя, которому сервер отказал, – текст ошибки. Пустое – приняты все.
        Уточнение реализации: о письмах, которые кто-то не получит, сообщает строка в потоке ошибок.
        """
        from stdlib.enterprise.mail.delivery.sending import append, send

        if protocol is InternetMailProtocol.pop3:
            raise OnecError("Протокол POP3 не может быть протоколом отправки почты", hint="Нужен SMTP или IMAP")
        process = processing is InternetMailTextProcessing.process
        with told():
            if protocol is InternetMailProtocol.imap:
                append(self._imap_box(), message, process=process)
                return Map()
            if self._smtp is None:
                raise OnecError("Нет соединения с сервером SMTP", hint=self._logon_hint("SMTP"))
            return send(self._smtp, message, process=process)

    @method(
        "Выбрать([УдалятьСообщения], [МассивЗаголовковИлиИдентификаторов], [ОтмечатьКакПрочтенные])",
        "Get([DeleteMessages], [HeadersOrIDs], [MarkAsRead])",
    )
    def get(self, delete: bool = True, chosen: Array | None = None, mark_as_read: bool = True) -> Array:
        """Возвращает массив писем целиком: всех или только указанных. По умолчанию удаляет их с сервера.

        Удаляются только возвращённые письма. Если сервер не отдал письмо, которое у него есть, – ошибка, и не удаляется
        ни одно. Пустой массив значит «все письма». Переданные заголовки сами становятся полными письмами, они и
        возвращаются. По POP3 писем не отмечают: третий параметр может быть только Истина.
        """
        box = self._receiving()
        if not mark_as_read and self._imap is None:
            raise BadArgument(3, hint="По POP3 ОтмечатьКакПрочтенные может быть только Истина: там писем не отмечают")
        with told():
            names = self._names(chosen) if chosen is not None and len(chosen) else box.identifiers({})
            headers = _by_identifier(chosen or ())
            found = Array.of(_whole(message, headers) for message in box.messages(names, mark_seen=mark_as_read))
            if delete:
                box.purge([str(name) for message in found for name in message.uid])
        return found

    @method("ПолучитьЗаголовки([ПараметрыОтбора])", "GetHeaders([FilterParameters])")
    def get_headers(self, filter_parameters: Structure | None = None) -> Array:
        """Возвращает массив писем, у которых заполнены только заголовки. По POP3 отбор не действует."""
        from stdlib.enterprise.mail.delivery.incoming import criteria_of

        box = self._receiving()
        with told():
            return Array.of(box.headers(box.identifiers(criteria_of(filter_parameters))))

    @method("ПолучитьИдентификаторы([МассивИдентификаторов], [ПараметрыОтбора])", "GetUIDL([IDs], [FilterParameters])")
    def get_uidl(self, known: Array | None = None, filter_parameters: Structure | None = None) -> Array:
        """Возвращает массив идентификаторов писем на сервере, кроме тех, что в переданном массиве."""
        from stdlib.enterprise.mail.delivery.incoming import criteria_of

        box = self._receiving()
        old = set(known or ())
        with told():
            return Array.of(name for name in box.identifiers(criteria_of(filter_parameters)) if name not in old)

    @method("ПолучитьКоличествоСообщений(): Число", "GetMessageCount()")
    def get_message_count(self) -> int:
        """Возвращает число писем в почтовом ящике."""
        box = self._receiving()
        with told():
            return box.count()

    @method("УдалитьСообщения(Сообщения)", "DeleteMessages(Messages)")
    def delete_messages(self, messages: Array) -> None:
        """Удаляет письма: массив писем, заголовков или идентификаторов. По IMAP только помечает их на удаление."""
        box = self._receiving()
        with told():
            box.delete(self._names(messages))

    @method("ОтменитьУдалениеСообщений(Сообщения)", "UndeleteMessages(Messages)")
    def undelete_messages(self, messages: Array) -> None:
        """Снимает с писем пометку на удаление (только IMAP)."""
        box = self._imap_box()
        with told():
            box.undelete(self._names(messages))

    @method("ОчиститьУдаленныеСообщения()", "ClearDeletedMassages()")
    @method("ОчиститьУдаленныеСообщения()", "ClearDeletedMessages()")
    def clear_deleted_messages(self) -> None:
        """Удаляет из текущего почтового ящика письма, помеченные на удаление (только IMAP)."""
        box = self._imap_box()
        with told():
            box.expunge()

    @method("ПереместитьВПочтовыйЯщик(Идентификаторы, Имя)", "MoveToMailbox(IDs, Name)")
    def move_to_mailbox(self, ids: Array, name: str) -> None:
        """Переносит письма в другой почтовый ящик, который уже есть (только IMAP)."""
        box = self._imap_box()
        with told():
            box.move(self._names(ids), name)

    @method("ПолучитьФлагиСообщений(Идентификаторы)", "GetMessagesFlags(IDs)")
    def get_messages_flags(self, ids: Array) -> Map:
        """Возвращает Соответствие: идентификатор – ФлагиИнтернетПочтовогоСообщения (только IMAP)."""
        box = self._imap_box()
        found = Map()
        with told():
            for name, flags in box.flags(self._names(ids)).items():
                found.insert(name, flags)
        return found

    @method("УстановитьФлагиСообщений(Флаги)", "SetMessagesFlags(Flags)")
    def set_messages_flags(self, flags: Map) -> None:
        """Устанавливает флаги писем: Соответствие, ключ – идентификатор или ИдентификаторСообщения (только IMAP)."""
        box = self._imap_box()
        # Letters with the same changes are named in one command: a server far away answers each in its time.
        alike: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = {}
        for item in flags:
            chosen = item.value()
            if not isinstance(chosen, InternetMailMessageFlags):
                raise OnecError("Несоответствие типов", hint="Значения – ФлагиИнтернетПочтовогоСообщения")
            alike.setdefault(chosen.changes(), []).extend(self._names([item.key()]))
        with told():
            for (on, off), names in alike.items():
                box.set_flags(names, on, off)

    @method("СоздатьПочтовыйЯщик(Имя)", "CreateMailbox(Name)")
    def create_mailbox(self, name: str) -> None:
        """Создаёт почтовый ящик (только IMAP)."""
        with told():
            self._imap_box().folders.create(name)

    @method("УдалитьПочтовыйЯщик(Имя)", "DeleteMailbox(Name)")
    def delete_mailbox(self, name: str) -> None:
        """Удаляет почтовый ящик со всем содержимым (только IMAP)."""
        with told():
            self._imap_box().remove(name)

    @method("ПереименоватьПочтовыйЯщик(Имя, НовоеИмя)", "RenameMailbox(Name, NewName)")
    def rename_mailbox(self, name: str, new_name: str) -> None:
        """Переименовывает почтовый ящик (только IMAP)."""
        with told():
            self._imap_box().rename(name, new_name)

    @method("ПолучитьПочтовыеЯщики()", "GetMailboxes()")
    def get_mailboxes(self) -> Array:
        """Возвращает массив имён всех почтовых ящиков (только IMAP)."""
        with told():
            return Array.of(folder.name for folder in self._imap_box().folders.all())

    @method("ПолучитьПочтовыеЯщикиПоПодписке()", "GetMailboxesBySubscription()")
    def get_mailboxes_by_subscription(self) -> Array:
        """Возвращает массив имён почтовых ящиков, на которые есть подписка (только IMAP)."""
        with told():
            return Array.of(folder.name for folder in self._imap_box().folders.subscribed())

    @method("ПодписатьсяНаПочтовыйЯщик([Имя])", "SubscribeToMailbox([Name])")
    def subscribe_to_mailbox(self, name: str | None = None) -> None:
        """Подписывается на почтовый ящик, по умолчанию текущий. По POP3 ничего не делает."""
        self._receiving()
        if self._imap is not None:
            with told():
                self._imap.folders.subscribe(name or self._imap.current)

    @method("ОтменитьПодпискуНаПочтовыйЯщик([Имя])", "UnsubscribeFromMailbox([Name])")
    def unsubscribe_from_mailbox(self, name: str | None = None) -> None:
        """Отменяет подписку на почтовый ящик, по умолчанию текущий. По POP3 ничего не делает."""
        self._receiving()
        if self._imap is not None:
            with told():
                self._imap.folders.unsubscribe(name or self._imap.current)

    @method("ОбъединитьЧастичные(МассивСообщений)", "CombinePartial(Messages)")
    def combine_partial(self, messages: Array) -> Array:
        """Собирает письма из частей (message/partial); неполные наборы не собираются."""
        from stdlib.enterprise.mail.delivery.partial_messages import combine

        return Array.of(combine(messages))

    @getter("СимволРазделитель", "DelimeterChar", "Строка")
    def delimiter_char(self) -> str:
        """Символ, который разделяет уровни в именах почтовых ящиков IMAP."""
        with told():
            return self._imap_box().folders.delimiter()

    @getter("ТекущийПочтовыйЯщик", "CurrentMailbox", "Строка")
    def current_mailbox(self) -> str:
        """Почтовый ящик IMAP, с письмами которого работают методы; по умолчанию входящие."""
        return self._imap.current if self._imap is not None else ""

    @setter("ТекущийПочтовыйЯщик")
    def set_current_mailbox(self, name: str) -> None:
        box = self._imap_box()
        with told():
            box.enter(name)

    def _open_box(self, profile: InternetMailProfile, protocol: InternetMailProtocol) -> None:
        """The server of incoming mail, if the profile names it; some want POP3 before anything is sent."""
        from stdlib.enterprise.mail.delivery.profile_accounts import imap_account, pop3_account

        if protocol is InternetMailProtocol.imap and profile.imap_server_address.strip():
            from stdlib.enterprise.mail.delivery.imap_box import ImapBox

            self._box = self._imap = ImapBox(imap_account(profile))
        needs_pop3 = protocol is InternetMailProtocol.pop3 or profile.pop3_before_smtp
        if needs_pop3 and profile.pop3_server_address.strip():
            from stdlib.enterprise.mail.delivery.pop3_box import Pop3Box

            pop3 = Pop3Box(pop3_account(profile), secure_only=profile.pop3_secure_authentication_only)
            if protocol is InternetMailProtocol.pop3:
                self._box = pop3
            else:
                pop3.close()

    def _receiving(self) -> Incoming:
        if self._box is None:
            name = self._asked.ru if self._asked is not None else ""
            raise OnecError("Нет соединения с сервером получения почты", hint=self._logon_hint(name))
        return self._box

    def _imap_box(self) -> ImapBox:
        if self._imap is None:
            hint = "Подключитесь так: Почта.Подключиться(Профиль, ПротоколИнтернетПочты.IMAP);"
            if self._asked is InternetMailProtocol.imap:
                hint = self._logon_hint("IMAP")
            told = "Операция доступна только по протоколу IMAP" if self._box else "Нет соединения с сервером IMAP"
            raise OnecError(told, hint=hint)
        return self._imap

    def _logon_hint(self, protocol: str) -> str:
        """Advice for a server that there is no connection with: the profile did not name it, or nobody logged on."""
        if self._asked is None:
            return "Сначала подключитесь: Почта.Подключиться(Профиль);"
        return f"При подключении в профиле не был заполнен АдресСервера{protocol}"

    def _names(self, chosen: Iterable[object]) -> list[str]:
        """Identifiers of letters given as messages, identifiers, or (IMAP) ordinal numbers."""
        from runtime.enterprise.convert import is_number, to_whole
        from runtime.enterprise.types import type_of

        names: list[str] = []
        for item in chosen:
            if isinstance(item, InternetMailMessage):
                names += [str(name) for name in item.uid or ()]
            elif isinstance(item, str):
                names.append(item)
            elif is_number(item):
                name = self._receiving().of_number(to_whole(item))
                if name is None:
                    raise OnecError(f"В почтовом ящике нет письма с номером {item}", hint="Номера считаются с 1")
                names.append(name)
            else:
                raise OnecError(
                    f"«{type_of(item).ru}» – не письмо и не идентификатор письма",
                    hint="Идентификаторы даёт Почта.ПолучитьИдентификаторы(), письма и заголовки подходят сами",
                )
        return names

    def _abandon(self) -> None:
        """Drop the connections: nothing is asked of the servers, so nothing can fail."""
        smtp, box = self._smtp, self._box
        self._smtp = self._box = self._imap = self._asked = None
        if box is not None:
            box.abandon()
        if smtp is not None:
            smtp.abandon()


def _by_identifier(chosen: Iterable[object]) -> dict[str, InternetMailMessage]:
    return {
        str(name): header for header in chosen if isinstance(header, InternetMailMessage) for name in header.uid or ()
    }


def _whole(message: InternetMailMessage, headers: dict[str, InternetMailMessage]) -> InternetMailMessage:
    """The letter; the header that the script chose it by becomes it."""
    header = headers.get(str(message.uid[0])) if headers else None
    if header is None:
        return message
    header.become(message)
    return header


def told() -> AbstractContextManager[None]:
    """Errors of the transport as script errors; the transport is loaded only when mail is used."""
    from stdlib.enterprise.mail.delivery.failures import told as tell

    return tell()
