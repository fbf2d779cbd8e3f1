"""The dialogue `1cs repl`: code is typed, its result is seen.

start        `start()`: a terminal or a pipe
terminal     entries typed by a person, on prompt_toolkit
piped        entries read from a pipe or a file
dialogue     what an entry does, its outcome told; the sessions of both languages
leaving      how it ends
commands     entries that begin with `!`
help         `?` and `?Имя`
room         what the dialogue must know about a language
enterprise   the room of 1С:Предприятие
element      the room of 1С:Элемент
pieces       a text cut into coloured pieces
highlight    the pieces as prompt_toolkit wants them
indent       how far a line stands from the margin
keys         what Enter, Tab, arrows do
history      entries kept in a file
display      a value as a person reads it
completion   what may be typed next
names        names that fit the beginning of a word, also on the wrong keyboard layout
members      what may follow a dot
"""
