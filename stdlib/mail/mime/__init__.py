"""MIME without any 1C name and without the rest of the project (the sandbox imports it too).

charsets.py     names of code pages as the world spells them; guessing Cyrillic ones
headers.py      header value -> text: encoded words, raw 8-bit, folding
addresses.py    Address, lists of addresses, is_address, domains in punycode
encoding.py     text -> header value: encoded words, folding, RFC 2231 parameters
letter.py       Letter, Attachment: what compose takes
compose.py      Letter -> RFC 5322 bytes
read.py         bytes of any letter -> ParsedLetter, never an exception
parts.py        decoding of one part: name, transfer encoding, charset
tnef.py         winmail.dat -> files
uuencode.py     files hidden in a plain text
partial.py      message/partial: the pieces put together
"""
