"""MIME without any 1C name and without the rest of the project (the sandbox imports it too).

Text and headers
    charsets.py     names of code pages as the world spells them; guessing Cyrillic ones
    headers.py      header value -> text: encoded words, raw 8-bit, folding
    addresses.py    Address, lists of addresses, is_address, domains in punycode
    encoding.py     text -> header value: encoded words, RFC 2231 parameters, folding

Writing
    letter.py       Letter, TextPart, Attachment, ExtraHeader: what compose takes
    compose.py      Letter -> RFC 5322 bytes
    line_ends.py    CR LF at the end of every line
    blind_copies.py bytes of a letter without Bcc

Reading
    structure.py    bytes -> header fields and the tree of parts
    transfer.py     base64, quoted-printable, uuencode, however spoilt
    dates.py        the date of a letter
    head.py         Head: subject, addresses, date, identifiers
    read.py         bytes of any letter -> ParsedLetter, never an exception
    tnef.py         winmail.dat -> files
    partial.py      pieces of message/partial put together
"""
