"""What tests share: above all how the programs below tests/programs are read, run and compared.

remarks     what a program is expected to do, written in its comments
programs    a file of programs cut into cases
running     one case run in this process, with a host that records
typist      keys typed into the prompt of the dialogue
letters     the mail that a case must leave in the sandbox
rewriting   the comments made to say what happened

project     the files of the project
platform_coverage  the library beside the lists of the platform
members     members of the library and the programs that name them

servers/    servers for tests
real_servers  Dovecot and Exim, started with the settings in servers/
real_users  whoever runs scripts on them
mail_clients  web_client   what tests say to the sandbox and to its page
tagged_lines  IMAP as lines
imap_answers  IMAP as two servers answer it, made alike
mail_conversations  what scripts of both languages do with mail, as calls

ugly_letters/  letters by name, with what must be read from each
imap_letters   letters for comparing mail servers
big_letters    a file of many megabytes sent or fetched as scripts do it
"""
