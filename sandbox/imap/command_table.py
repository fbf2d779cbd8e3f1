"""All commands by name."""

from __future__ import annotations

from sandbox.imap.folder_commands import FOLDER_COMMANDS
from sandbox.imap.letter_commands import LETTER_COMMANDS
from sandbox.imap.list_commands import LIST_COMMANDS
from sandbox.imap.quota_commands import QUOTA_COMMANDS
from sandbox.imap.search_commands import SEARCH_COMMANDS
from sandbox.imap.session_commands import SESSION_COMMANDS

COMMANDS = {
    **SESSION_COMMANDS,
    **FOLDER_COMMANDS,
    **LIST_COMMANDS,
    **LETTER_COMMANDS,
    **SEARCH_COMMANDS,
    **QUOTA_COMMANDS,
}
