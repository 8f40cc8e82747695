"""What can be wrong with a model package, and with finding or installing one."""

from __future__ import annotations


class ModelError(Exception):
    """Something failed. The message is a whole sentence: what, and how to mend it."""


class PackageError(Exception):
    """A package cannot be used. The message is a clause: no name, no full stop."""


class OtherPairError(PackageError):
    """The package is sound as far as can be seen, but of no use to sanyu."""
