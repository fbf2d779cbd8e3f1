"""HTTPСоединение and what belongs to it → the servers of the transport."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from runtime.host import require
from stdlib.enterprise.net.file_certification_authority_certificates import FileCertificationAuthorityCertificates
from stdlib.net.proxy import ProxyServer, ProxySettings, system_proxy
from stdlib.net.tls import TlsSettings

if TYPE_CHECKING:
    from stdlib.enterprise.net.ftp_connection import FTPConnection
    from stdlib.enterprise.net.http_connection import HTTPConnection
    from stdlib.enterprise.net.internet_proxy import InternetProxy
    from stdlib.enterprise.net.openssl_secure_connection import OpenSSLSecureConnection
    from stdlib.net.ftp import FtpServer
    from stdlib.net.http import HttpServer

SWITCH_OFF = "отключите проверку: ЗащищенноеСоединение.ПроверятьСертификатСервера = Ложь"
_PROXY_PORT = 80


def http_server(connection: HTTPConnection) -> HttpServer:
    """Where the connection leads; the host's permission is asked for the files, the server and the proxy."""
    # A script of FTP does not need httpcore, nor one of HTTP ftplib.
    from stdlib.net.http import HttpServer

    secure = connection.secure_connection
    return with_way(
        HttpServer(
            connection.host.strip().strip("[]"),
            connection.port,
            tls_settings(secure) if secure else None,
            connection.user,
            connection.password,
            None,
            float(connection.timeout),
            SWITCH_OFF,
        ),
        connection,
    )


def with_way(server: HttpServer, connection: HTTPConnection) -> HttpServer:
    """The server with the proxy that leads to it; the host's permission is asked for both."""
    require("network", f"{server.host}:{server.port}")
    proxy = proxy_for(connection.proxy, "https" if server.tls else "http", server.host)
    if proxy is None:
        return server
    require("network", proxy.name)
    return replace(server, proxy=proxy)


def ftp_server(connection: FTPConnection) -> FtpServer:
    """Where the connection leads; the host's permission is asked for the server and the files."""
    from stdlib.net.ftp import FtpServer

    secure = connection.secure_connection
    host = connection.host.strip().strip("[]")
    require("network", f"{host}:{connection.port}")
    return FtpServer(
        host,
        connection.port,
        connection.user,
        connection.password,
        connection.passive_mode,
        float(connection.timeout),
        tls_settings(secure) if secure else None,
        SWITCH_OFF,
    )


def tls_settings(secure: OpenSSLSecureConnection) -> TlsSettings:
    authorities, client = secure.certification_authority_certificates, secure.client_certificate
    ca_file = authorities.file_name if isinstance(authorities, FileCertificationAuthorityCertificates) else None
    for path in (ca_file, client and client.file_name):
        if path:
            require("read", path)
    return TlsSettings(
        secure.verify_certificate,
        ca_file,
        client.file_name if client else None,
        client.password if client else "",
    )


def proxy_for(proxy: InternetProxy | None, protocol: str, host: str) -> ProxyServer | None:
    """The proxy on the way to the host; without ИнтернетПрокси the system's settings decide."""
    if proxy is None or proxy.is_system:
        return system_proxy(protocol, host)
    servers = {
        name: ProxyServer(
            each.server, each.port or _PROXY_PORT, each.user or proxy.user, each.password or proxy.password
        )
        for name, each in proxy.servers.items()
        if each.server
    }
    bypass = tuple(mask for mask in proxy.bypass_proxy_on_addresses() if isinstance(mask, str))
    return ProxySettings(servers, bypass, proxy.bypass_proxy_on_local).server_for(protocol, host)
