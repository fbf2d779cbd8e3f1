"""Parameters of a connection → the transport's account."""

from __future__ import annotations

from stdlib.element.mail.email_connection_parameters import EmailConnectionParameters
from stdlib.element.mail.email_exception import EmailException, require_network, require_reading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.mail.accounts import Security, ServerAccount


def box_account_of(parameters: EmailConnectionParameters) -> ServerAccount:
    """For a box of letters, which is always somebody's; else as account_of()."""
    account = account_of(parameters)
    if account.credentials.is_anonymous and account.credentials.mechanism != "anonymous":
        refusal = EmailException(f"Не указано, кто входит в ящик на сервере {account.endpoint.name}")
        refusal.hint = "Его указывают так: Параметры.Аутентификация = новый АутентификацияПочты(Пользователь, Пароль)"
        raise refusal
    return account


def account_of(parameters: EmailConnectionParameters) -> ServerAccount:
    """ИсключениеПочты when the script may not talk to this server, read its authorities or log in there."""
    from stdlib.mail.accounts import Endpoint, ServerAccount, Timeouts, TlsPolicy

    require_network(parameters.server)
    security: Security = "tls" if parameters.ssl else "starttls-if-offered" if parameters.start_tls else "none"
    authentication = parameters.authentication
    # Asked first: it refuses servers that are not the password's.
    protected = authentication.protected_at(parameters.server, parameters.port) or parameters.protected
    if protected and not parameters.ssl:
        security = "starttls"
    tls = parameters.security.policy() if parameters.security else TlsPolicy()
    if tls.ca_file:
        require_reading(tls.ca_file)
    return ServerAccount(
        Endpoint(parameters.server, parameters.port, security),
        authentication.credentials(),
        Timeouts(parameters.connect_timeout / 1000, parameters.io_timeout / 1000),
        tls,
        # StartTLS is allowed unless the script forbade it, so "none" was the script's own wish.
        clear_text_login=security == "none",
    )
