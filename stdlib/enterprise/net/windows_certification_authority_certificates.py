"""Тип СертификатыУдостоверяющихЦентровWindows."""

from __future__ import annotations

from runtime.enterprise.declare import constructor, onec_type
from stdlib.enterprise.net.os_certification_authority_certificates import OSCertificationAuthorityCertificates


@onec_type(
    "СертификатыУдостоверяющихЦентровWindows",
    "WindowsCertificationAuthorityCertificates",
    presentation="Сертификаты удостоверяющих центров Windows",
)
class WindowsCertificationAuthorityCertificates(OSCertificationAuthorityCertificates):
    """Прежнее имя типа СертификатыУдостоверяющихЦентровОС: центры, которым доверяет операционная система."""

    __slots__ = ()

    @constructor("()", "()")
    def __init__(self) -> None:
        """Сертификаты читаются при соединении."""
