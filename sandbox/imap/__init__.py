"""IMAP4rev1 (RFC 3501) and the extensions named in session.CAPABILITIES.

In the order of a command's way:
command_reader.py    lines and literals -> one command
syntax.py            its arguments: atoms, strings, lists
session.py           a client: what it may do now, what it is told
session_commands.py  log-in, capabilities, IDLE
folder_commands.py   SELECT, CREATE, STATUS, APPEND…
list_commands.py     LIST, LSUB
letter_commands.py   FETCH, STORE, COPY, MOVE, EXPUNGE
search_commands.py   SEARCH, SORT
quota_commands.py    GETQUOTA…
command_table.py     all commands by name
failures.py          BAD and NO
view.py              a selected box as the client knows it
candidate.py         a letter being looked at

Words of the protocol:
sequence_set.py      1,3:5,7:*
folder_names.py      modified UTF-7
name_pattern.py      wildcards of LIST
flag_names.py        system flags and keywords
output.py            strings, dates, flags as they are written
search.py            search keys -> predicates
sort.py              criteria of SORT
fetch.py             items of FETCH
section.py           BODY[...]

The letter:
mime_part.py         its tree, by offsets
body_structure.py    BODYSTRUCTURE
envelope.py          ENVELOPE
address_list.py      addresses in it
"""
