"""Servers for tests. The configurations of real mail servers stand beside them.

certificates.py  a certificate for 127.0.0.1 and localhost
http_echo.py     HTTP and HTTPS: tells what it was sent, or misbehaves as the path says
ftp_folder.py    FTP and FTPS: a folder in memory
postfix.py       a Postfix of our own, beside the configurations of Dovecot and Exim
browser.py       Chromium without a window, to open the page of the sandbox
tokens.py        what Dovecot takes instead of a password
chaos_proxy.py   stands before another server and spoils one of its answers
chaos_faults.py  what may become of an answer, whatever the protocol
started.py       those that a program asks for
"""
