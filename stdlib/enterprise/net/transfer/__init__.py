"""From the objects to the transport and back. Declares nothing, and is loaded when the network is really used.

servers    HTTPСоединение, FTPСоединение, ИнтернетПрокси, ЗащищенноеСоединениеOpenSSL → servers of the transport
exchange   one request of HTTPСоединение
bodies     bodies of requests and answers as streams
files      FTPСоединение: files and streams, found files
failures   errors of the transport as script errors
"""

DECLARES_NOTHING = True
