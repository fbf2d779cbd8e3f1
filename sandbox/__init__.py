"""The embedded mail server. Imports nothing of ours but stdlib.mail.mime.

api.py           SandboxApi: all that a page, the command line or a test may want of a store
server.py        Sandbox: start, stop, addresses, what arrived; Arrival
boxes.py         Boxes: letters and folders as `1cs mail` shows them, without any network

Keeping:
store.py         Store: all of the following over one database
database.py      the SQLite file: schema, transactions, StoreError
accounts.py      who gets an account, and how it is named
account_file.py  accounts fixed in a file
folders.py       boxes by name, subscriptions
letters.py       letters of the boxes, flags, copying
records.py       Box, Letter

Serving:
service.py       the three protocols in one loop
listening.py     sockets, on the loopback only
connection.py    lines and octets of a client
line_reader.py   lines of any length over a small buffer
limits.py        sizes, times and counts
smtp.py          SMTP
smtp_path.py     the argument of MAIL and RCPT
pop3.py          POP3
imap/            IMAP4rev1
sasl.py          PLAIN, LOGIN, CRAM-MD5, XOAUTH2, APOP
tls.py           the certificate, kept in a file
certificate.py   how it is made

Trouble, and what can be learnt of it:
fault.py         Fault: what goes wrong, as a line of text
faults.py        Faults: those that were ordered
transcript.py    what one connection and its server said
wire_log.py      WireLog: the conversations
trouble.py       faults as they happen to a connection

web/             the page, and the same as JSON

header_block.py  the header of a letter as bytes and as text
"""
