"""HTTP and FTP of Enterprise over stdlib.net.

http_connection    HTTPСоединение; http_request, http_response, response_headers are what it sends and receives
ftp_connection     FTPСоединение; ftp_file is what it finds
internet_proxy     ИнтернетПрокси
openssl_secure_connection   ЗащищенноеСоединениеOpenSSL
file_client_certificate     СертификатКлиентаФайл
…_certification_authority_certificates   whom to trust: those of a file, the system's
byte_order_mark_usage       ИспользованиеByteOrderMark
transfer/          what happens behind them
"""
