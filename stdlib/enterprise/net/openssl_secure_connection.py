"""Тип ЗащищенноеСоединениеOpenSSL."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, field, onec_type
from runtime.errors import BadArgument

TYPE_CHECKING = False
if TYPE_CHECKING:
    from stdlib.enterprise.net.file_certification_authority_certificates import FileCertificationAuthorityCertificates
    from stdlib.enterprise.net.file_client_certificate import FileClientCertificate
    from stdlib.enterprise.net.os_certification_authority_certificates import OSCertificationAuthorityCertificates


@onec_type("ЗащищенноеСоединениеOpenSSL", "OpenSSLSecureConnection", presentation="Защищенное соединение OpenSSL")
class OpenSSLSecureConnection(OnecObject):
    """Соединение по TLS: кому доверять и чем представиться серверу.

    Уточнение реализации: сертификат сервера проверяется всегда, без второго параметра – по центрам операционной системы
    (платформа без этого параметра не проверяет). Проверку отключает ПроверятьСертификатСервера = Ложь.
    """

    __slots__ = (
        "_certification_authority_certificates",
        "_client_certificate",
        "_revocation_check",
        "_verify_certificate",
    )

    client_certificate = field(
        "СертификатКлиента", "ClientCertificate", doc="Чем клиент представляется серверу; Неопределено – ничем.",
        writable=False,
    )  # fmt: skip
    certification_authority_certificates = field(
        "СертификатыУдостоверяющихЦентров",
        "CertificationAuthorityCertificates",
        doc="По чьим сертификатам проверяется сервер; Неопределено – по системным.",
        writable=False,
    )
    revocation_check = field(
        "РежимПроверкиОтзываTLSСертификатаСервера",
        "ServerTLSCertificateRevocationCheckMode",
        doc="Отзыв сертификатов не проверяется, поэтому всегда Неопределено.",
        writable=False,
    )
    verify_certificate = field(
        "ПроверятьСертификатСервера",
        "VerifyServerCertificate",
        "bool",
        True,
        "Проверять сертификат сервера. Уточнение реализации: у платформы такого свойства нет.",
    )

    @constructor(
        "([СертификатКлиента], [СертификатыУдостоверяющихЦентров], [РежимПроверкиОтзываTLSСертификатаСервера])",
        "([ClientCertificate], [CertificationAuthorityCertificates], [ServerTLSCertificateRevocationCheckMode])",
    )
    def __init__(
        self,
        client: FileClientCertificate | None = None,
        authorities: FileCertificationAuthorityCertificates | OSCertificationAuthorityCertificates | None = None,
        revocation_check: object = None,
    ) -> None:
        """Файлы сертификатов читаются при соединении."""
        if revocation_check is not None:
            raise BadArgument(3, hint="Проверка отзыва сертификатов не поддерживается")
        self._client_certificate, self._certification_authority_certificates = client, authorities
