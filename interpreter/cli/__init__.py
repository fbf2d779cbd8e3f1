"""The command `1cs`.

start           `main()`: runs `1cs [run] ФАЙЛ` at once, hands everything else to arguments
running         a script run with the console as its host
host            ConsoleHost
arguments       what the command was told, and who does it
parser          the grammar of the command line
chrome          argparse in Russian
check           `1cs check`
doc             `1cs doc`
mail            `1cs mail`: letters of the built-in mail server
mail_files      `1cs mail show --save`
mail_serving    `1cs mail serve`, `1cs mail page`
mail_trouble    `1cs mail fault`, `1cs mail log`
release         a letter of the built-in server sent on for real
account         `1cs mail account`
accounts        the configured mail account
passwords       where its password is kept
sandbox_account the built-in mail server as an account
sandbox_route   `--sandbox`: all mail of a script led there
reasons         why the system refused, in Russian
visible         texts of letters made harmless for the terminal
words           Russian words that change with a number
"""
