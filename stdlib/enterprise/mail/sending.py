"""ИнтернетПочта.Послать."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from runtime.errors import OnecError
from stdlib.enterprise.collections.map import Map
from stdlib.enterprise.mail.letter_form import letter_of
from stdlib.mail.mime.addresses import is_address, needs_smtputf8
from stdlib.mail.mime.compose import compose, new_message_id
from stdlib.mail.mime.encoding import HeaderInjection

if TYPE_CHECKING:
    from stdlib.enterprise.mail.imap_box import ImapBox
    from stdlib.enterprise.mail.internet_mail_message import InternetMailMessage
    from stdlib.mail.mime.letter import Letter
    from stdlib.mail.smtp import SmtpConnection


def send(connection: SmtpConnection, message: InternetMailMessage) -> Map:
    """One transaction for all recipients; refused address → the server's words."""
    letter = _prepared(message)
    recipients = letter.recipients()
    if not recipients:
        raise OnecError(
            "Не указан ни один получатель письма", hint='Добавьте его: Сообщение.Получатели.Добавить("имя@сервер");'
        )
    sender = letter.sender.address if letter.sender else connection.account.credentials.user
    for address in (*recipients, *((sender,) if sender else ())):
        if not is_address(address):
            raise OnecError(f"Неверный почтовый адрес ({address})", hint="Адрес пишется так: имя@сервер")
    data = _composed(letter)
    everyone = (letter.sender, *letter.to, *letter.cc, *letter.reply_to)
    smtputf8 = needs_smtputf8(address.address for address in everyone if address)
    refused = connection.send(sender, recipients, data, smtputf8=smtputf8)
    message.message_id = letter.message_id
    reasons = Map()
    for address, (code, text) in refused.items():
        reasons.insert(address, f"{code} {text}".strip())
    return reasons


def append(box: ImapBox, message: InternetMailMessage) -> None:
    """Put the message into the current mailbox."""
    letter = _prepared(message)
    box.append(_composed(letter))
    message.message_id = letter.message_id


def _prepared(message: InternetMailMessage) -> Letter:
    """A new Message-ID for every sending; the sender's address is the account's when the message names none."""
    letter = letter_of(message)
    return replace(letter, message_id=new_message_id(letter.sender.address if letter.sender else ""))


def _composed(letter: Letter) -> bytes:
    try:
        return compose(letter)
    except HeaderInjection as error:
        raise OnecError("В заголовке письма перевод строки", hint=str(error)) from error
