"""Errors of the set-up. A bad document is never one of these: it is a ``Finding``.

SiteGenError                    exit code 2
├── SettingsError               archive.toml: unknown key, wrong type, unreadable
├── ContentError                the content folder is missing or cannot be read
├── ThemeError                  a theme, template or catalogue is missing or broken
├── OutputError                 the output cannot be written, or two pages want one path
├── BusyError                   another build of the same output is running
├── StageError                  a stage that works on the whole corpus failed
└── WorkerError                 workers cannot start, or those on other machines cannot be used
"""

from __future__ import annotations


class SiteGenError(Exception):
    """What happened, where, what was seen and what to do, in one message."""


class SettingsError(SiteGenError):
    """archive.toml cannot be used as it stands."""


class ContentError(SiteGenError):
    """The content folder is missing or cannot be read."""


class ThemeError(SiteGenError):
    """A theme, template or catalogue is missing or broken."""


class OutputError(SiteGenError):
    """The output folder cannot be written, or two pages want one path."""


class BusyError(SiteGenError):
    """Another build of the same output is running."""


class StageError(SiteGenError):
    """A stage that works on the whole corpus failed: too little memory, or a fault of the program."""


class WorkerError(SiteGenError):
    """Worker processes cannot start, for the script that builds is not one that they can read anew; or other machines' cannot be used."""
