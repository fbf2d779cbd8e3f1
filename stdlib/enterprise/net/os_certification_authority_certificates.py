"""Тип СертификатыУдостоверяющихЦентровОС."""

from __future__ import annotations

from runtime.enterprise.declare import OnecObject, constructor, onec_type


@onec_type(
    "СертификатыУдостоверяющихЦентровОС",
    "OSCertificationAuthorityCertificates",
    presentation="Сертификаты удостоверяющих центров ОС",
)
class OSCertificationAuthorityCertificates(OnecObject):
    """Удостоверяющие центры, которым доверяет операционная система."""

    __slots__ = ()

    @constructor("()", "()")
    def __init__(self) -> None:
        """Сертификаты читаются при соединении."""
