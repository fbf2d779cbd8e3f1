"""The parameters that samples of the documentation take for granted: those of the configured mail account."""

from __future__ import annotations

from runtime import host
from runtime.element.declare import function
from stdlib.element.mail.email_authentication import EmailAuthentication
from stdlib.element.mail.email_connection_parameters import EmailConnectionParameters
from stdlib.element.mail.secure_connection_parameters import SecureConnectionParameters

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    from runtime.host import MailAccount, MailServer
    from stdlib.element.mail.imap_connection_parameters import ImapConnectionParameters
    from stdlib.element.mail.pop3_connection_parameters import Pop3ConnectionParameters
    from stdlib.element.mail.smtp_connection_parameters import SmtpConnectionParameters

    P = TypeVar("P", bound=EmailConnectionParameters)


@function("ПолучитьПараметрыПодключенияSmtp(): ПараметрыПодключенияSmtp", "GetSmtpConnectionParameters()")
def get_smtp_connection_parameters() -> SmtpConnectionParameters:
    """Возвращает параметры настроенной учётной записи для отправки (уточнение реализации)."""
    from stdlib.element.mail.smtp_connection_parameters import SmtpConnectionParameters

    account = host.current().mail_account()
    return _of(SmtpConnectionParameters, account, account.smtp)


@function("ПолучитьПараметрыПодключенияImap(): ПараметрыПодключенияImap", "GetImapConnectionParameters()")
def get_imap_connection_parameters() -> ImapConnectionParameters:
    """Возвращает параметры настроенной учётной записи для чтения по IMAP (уточнение реализации)."""
    from stdlib.element.mail.imap_connection_parameters import ImapConnectionParameters

    account = host.current().mail_account()
    return _of(ImapConnectionParameters, account, account.imap)


@function("ПолучитьПараметрыПодключенияPop3(): ПараметрыПодключенияPop3", "GetPop3ConnectionParameters()")
def get_pop3_connection_parameters() -> Pop3ConnectionParameters:
    """Возвращает параметры настроенной учётной записи для чтения по POP3 (уточнение реализации)."""
    from stdlib.element.mail.pop3_connection_parameters import Pop3ConnectionParameters

    account = host.current().mail_account()
    return _of(Pop3ConnectionParameters, account, account.pop3)


def _of(kind: type[P], account: MailAccount, server: MailServer) -> P:
    # The password goes in here and cannot be read: АутентификацияПочты has no property for it.
    authentication = EmailAuthentication(server.user, server.password)
    if server.password:
        authentication.servers = {
            (own.host, own.port): own.security != "none"
            for own in (account.smtp, account.imap, account.pop3)
            if (own.user, own.password) == (server.user, server.password)
        }
    parameters = kind(server.host, server.port, authentication)
    parameters.ssl = server.security == "tls"
    parameters.start_tls = server.security != "none"
    parameters.protected = server.security != "none"
    if not account.verify or account.ca_file:
        parameters.security = SecureConnectionParameters(account.verify, account.ca_file)
    return parameters
