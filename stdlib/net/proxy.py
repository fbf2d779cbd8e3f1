"""Which proxy server leads to a host."""

from __future__ import annotations

from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import unquote, urlsplit


@dataclass(frozen=True, slots=True)
class ProxyServer:
    """An HTTP proxy; an empty user = nobody logs in."""

    host: str
    port: int
    user: str = ""
    password: str = field(default="", repr=False)

    @property
    def name(self) -> str:
        return f"{self.host}:{self.port}"


@dataclass(frozen=True, slots=True)
class ProxySettings:
    """Proxies by protocol ("http", "https"); `bypass` are masks with *, of hosts reached directly."""

    servers: dict[str, ProxyServer] = field(default_factory=dict)
    bypass: tuple[str, ...] = ()
    bypass_local: bool = False

    def server_for(self, protocol: str, host: str) -> ProxyServer | None:
        """The proxy that leads to the host; None when it is reached directly."""
        if self._is_direct(host.lower()):
            return None
        return self.servers.get(protocol)

    def _is_direct(self, host: str) -> bool:
        from fnmatch import fnmatchcase

        if self.bypass_local and (is_loopback(host) or "." not in host):
            return True
        return any(fnmatchcase(host, mask.strip().lower()) for mask in self.bypass)


def system_proxy(protocol: str, host: str) -> ProxyServer | None:
    """The proxy that the system's settings (variables http_proxy, no_proxy; the registry) name for the host."""
    from urllib.request import getproxies, proxy_bypass

    # A proxy on another machine does not reach this one.
    if is_loopback(host) or proxy_bypass(host):
        return None
    proxies = getproxies()
    return _parsed(proxies.get(protocol) or proxies.get("all") or "")


def is_loopback(host: str) -> bool:
    if host.rstrip(".").lower() == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _parsed(address: str) -> ProxyServer | None:
    """A proxy as the system writes it; None for none and for those that speak no HTTP."""
    try:
        parts = urlsplit(address if "://" in address else f"http://{address}")
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if not host or parts.scheme != "http":
        return None
    return ProxyServer(host, port or 80, unquote(parts.username or ""), unquote(parts.password or ""))
