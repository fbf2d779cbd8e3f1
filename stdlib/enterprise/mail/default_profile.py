"""Профиль: the host's account as a profile."""

from __future__ import annotations

from runtime.enterprise.declare import global_property
from runtime.host import current
from stdlib.enterprise.mail.internet_mail_profile import InternetMailProfile


@global_property("Профиль", "Profile", "ИнтернетПочтовыйПрофиль")
def default_profile() -> InternetMailProfile:
    """Профиль учётной записи по умолчанию: настроенной командой «1cs mail account», а без неё – песочницы.

    Уточнение реализации: на платформе такого свойства нет. Переменная с этим именем его заслоняет. Пароли учётной
    записи прочитать нельзя: свойства Пароль, ПарольSMTP, ПарольIMAP и ТокенДоступа пусты, но соединение с серверами
    учётной записи использует настоящие (с другими серверами – нет); присвоенное свойству заменяет их.
    """
    account = current().mail_account()
    made = InternetMailProfile()
    made.smtp_server_address, made.smtp_port = account.smtp.host, account.smtp.port
    made.smtp_user = account.smtp.user
    made.smtp_use_ssl = account.smtp.security == "tls"
    made.pop3_server_address, made.pop3_port = account.pop3.host, account.pop3.port
    made.user = account.pop3.user
    made.pop3_use_ssl = account.pop3.security == "tls"
    made.imap_server_address = account.imap.host
    made.imap_user = account.imap.user
    made.set_imap_use_ssl(account.imap.security == "tls")
    made.imap_port = account.imap.port
    made.verify_certificate, made.authorities_file = account.verify, account.ca_file
    for server in (account.smtp, account.pop3, account.imap):
        # What must be encrypted stays so, even if somebody on the way takes STARTTLS out of the server's offers.
        made.agreed[server.host, server.port] = "none" if server.security == "none" else "starttls"
        made.kept_secrets[server.host, server.port] = server.password
    return made
