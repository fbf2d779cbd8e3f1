"""Профиль: the host's account as a profile."""

from __future__ import annotations

from runtime.enterprise.declare import global_property
from runtime.host import current
from stdlib.enterprise.mail.internet_mail_profile import InternetMailProfile


@global_property("Профиль", "Profile", "ИнтернетПочтовыйПрофиль")
def default_profile() -> InternetMailProfile:
    """Профиль учётной записи по умолчанию: настроенной командой «1cs mail account», а без неё – песочницы.

    Уточнение реализации: на платформе такого свойства нет. Переменная с этим именем его заслоняет.
    """
    account = current().mail_account()
    made = InternetMailProfile()
    made.smtp_server_address, made.smtp_port = account.smtp.host, account.smtp.port
    made.smtp_user, made.smtp_password = account.smtp.user, account.smtp.password
    made.smtp_use_ssl = account.smtp.security == "tls"
    made.pop3_server_address, made.pop3_port = account.pop3.host, account.pop3.port
    made.user, made.password = account.pop3.user, account.pop3.password
    made.pop3_use_ssl = account.pop3.security == "tls"
    made.imap_server_address = account.imap.host
    made.imap_user, made.imap_password = account.imap.user, account.imap.password
    made.set_imap_use_ssl(account.imap.security == "tls")
    made.imap_port = account.imap.port
    for server in (account.smtp, account.pop3, account.imap):
        # What must be encrypted stays so, even if somebody on the way takes STARTTLS out of the server's offers.
        if server.security != "tls":
            made.agreed[server.host, server.port] = "starttls" if server.security == "starttls" else "none"
    return made
