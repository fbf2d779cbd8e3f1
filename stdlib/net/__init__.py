"""Transport of HTTP and FTP without any 1C name, and what every network protocol says about its troubles.

HTTP stands on httpcore, the engine of httpx: what httpx adds (redirects, decoding, cookies) is not wanted here, and
loading it takes three times as long.

errors.py   NetError: the only exception that leaves this package
causes.py   exceptions of sockets and TLS in words, for mail as well
tls.py      TlsSettings -> the TLS context
proxy.py    ProxyServer, ProxySettings, the proxies of the system
wire.py     connections on which a whole exchange has a deadline
http.py     HttpServer, HttpRequest, HttpResponse, HttpClient
redirect.py where an answer sends the client to, and what may go there
header.py   headers and targets as they go on the wire; nothing can be smuggled in with a line break
ftp.py      FtpServer, FtpClient
ftp_session.py   one FTP session: any bytes in names, FTPS, bounded answers
ftp_listing.py   lines of listings -> FtpEntry
"""
