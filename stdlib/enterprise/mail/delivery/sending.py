"""ИнтернетПочта.Послать."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from runtime.errors import OnecError
from stdlib.enterprise.collections.map import Map
from stdlib.enterprise.mail.delivery.letter_form import composed, letter_of, written
from stdlib.enterprise.mail.delivery.text_processing import processed
from stdlib.mail.mime.addresses import Address, is_address
from stdlib.mail.mime.blind_copies import without_blind_copies
from stdlib.mail.mime.compose import new_message_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stdlib.enterprise.mail.delivery.imap_box import ImapBox
    from stdlib.enterprise.mail.internet_mail_message import InternetMailMessage
    from stdlib.mail.mime.letter import Letter
    from stdlib.mail.smtp import SmtpConnection


def send(connection: SmtpConnection, message: InternetMailMessage, *, process: bool) -> Map:
    """One transaction for all recipients; refused address → the server's words."""
    letter = _prepared(message, process)
    recipients = letter.recipients()
    if not recipients:
        raise OnecError(
            "Не указан ни один получатель письма", hint='Добавьте его: Сообщение.Получатели.Добавить("имя@сервер");'
        )
    if letter.sender is None:
        letter = replace(letter, sender=_owner(connection, message))
    sender = letter.sender.address if letter.sender else ""
    for address in (sender, *recipients):
        if not is_address(address):
            several = address.count("@") > 1
            hint = "Несколько адресов добавляют по одному" if several else "Адрес пишется так: имя@сервер"
            raise OnecError(f"Неверный почтовый адрес ({address})", hint=hint)
    data = composed(letter)
    answers = connection.send(sender, recipients, data, smtputf8=letter.needs_smtputf8())
    message.message_id = letter.message_id
    refused = {address: f"{code} {text}".strip() for address, (code, text) in answers.items()}
    if refused:
        _tell(message, refused, recipients)
    reasons = Map()
    for address, reason in refused.items():
        reasons.insert(address, reason)
    return reasons


def _tell(message: InternetMailMessage, refused: dict[str, str], recipients: Sequence[str]) -> None:
    """One line for whoever runs the script: few scripts look at what Послать returns."""
    from runtime.host import current

    nobody = all(address in refused for address in recipients)
    title = f"«{message.subject}»" if message.subject else "без темы"
    address, reason = next(iter(refused.items()))
    line = f"Почта: письмо {title} {'не отправлено' if nobody else 'отправлено не всем'}: "
    line += f"{address} ({' '.join(reason.split())})"
    if len(refused) > 1:
        line += f" (и ещё отказов: {len(refused) - 1})"
    # A server's words may hold what does something to a terminal.
    current().write_error("".join(sign if sign.isprintable() else "?" for sign in line) + "\n")


def append(box: ImapBox, message: InternetMailMessage, *, process: bool) -> None:
    """Put the message into the current mailbox; a received one that nobody has changed byte for byte."""
    source = message.source
    if source is not None and written(message) is source:
        kept = without_blind_copies(source)
        if not message.message_id:
            # Flags of the letter are set by it.
            message.message_id = new_message_id("")
            kept = b"Message-ID: <%s>\r\n%s" % (message.message_id.encode("ascii"), kept)
        box.append(kept)
        return
    letter = _prepared(message, process)
    box.append(composed(letter))
    message.message_id = letter.message_id


def _prepared(message: InternetMailMessage, process: bool) -> Letter:
    """With a Message-ID of this sending. The message keeps its own texts: it may be changed and sent again."""
    letter = letter_of(message, processed(message) if process else None)
    if given := message.fields.get("message-id"):
        return replace(letter, message_id=str(given[1]).strip("<> "))
    return replace(letter, message_id=new_message_id(letter.sender.address if letter.sender else ""))


def _owner(connection: SmtpConnection, message: InternetMailMessage) -> Address:
    """The owner of the account, who sends what names no sender."""
    user = connection.account.credentials.user
    if not is_address(user):
        raise OnecError("Не указан отправитель письма", hint='Укажите его: Сообщение.Отправитель = "имя@сервер";')
    return Address(message.sender_name, user)
