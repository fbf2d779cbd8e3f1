"""Mail transport without any 1C name; the mail objects of both languages stand on it.

accounts.py     Endpoint, Credentials, Timeouts, TlsPolicy, ServerAccount
errors.py       MailError: the only exception that leaves this package (besides mime's HeaderInjection)
diagnosis.py    what went wrong and how to mend it: exceptions of sockets, TLS, libraries -> MailError
route.py        where a connection really goes
tls.py          TLS context of a connection
sasl.py         which way to log in, and the answers of the mechanisms
loop.py         one background asyncio loop for blocking callers
smtp.py         SmtpConnection, send_many
envelopes.py    Envelope, SendOutcome
smtp_session.py one SMTP session inside the loop
smtp_transaction.py  one letter through a session, its commands together where the server takes that
smtp_replies.py several replies at once, beside the library
smtp_data.py    the letter itself, in pieces
smtp_dispatch.py many letters through several sessions
imap.py         ImapConnection: letters of one mailbox
imap_client.py  imapclient and imaplib made fit for big letters and odd servers
imap_session.py one IMAP session: commands in batches, every error told
imap_fetch.py   what FETCH answers
imap_folders.py the folders of a mailbox
imap_search.py  criteria -> SEARCH
pop3.py         Pop3Connection
pop3_client.py  poplib made fit for real letters
wire.py         answers read from a socket, with limits of time
mime/           letters themselves
"""
