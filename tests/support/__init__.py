"""What tests share: above all how the programs below tests/programs are read, run and compared.

remarks     what a program is expected to do, written in its comments
programs    a file of programs cut into cases
running     one case run in this process, with a host that records
typist      keys typed into the prompt of the dialogue
letters     the mail that a case must leave in the sandbox
rewriting   the comments made to say what happened
project     the files of the project
platform_coverage  the library beside the lists of the platform
real_servers Dovecot and Exim, started with the settings in servers/
real_users   whoever runs scripts on them
members     members of the library and the programs that name them
"""
