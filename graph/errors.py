"""The one kind of error that reaches a person: a line that says where, what is wrong, and what to do."""

from __future__ import annotations

import errno

_REASONS = {
    errno.EACCES: "geen toestemming",
    errno.EPERM: "geen toestemming",
    errno.EROFS: "alleen te lezen",
    errno.ENOENT: "de map bestaat niet",
    errno.ENOTDIR: "een deel van het pad is geen map",
    errno.EISDIR: "dat is een map",
    errno.ENOSPC: "de schijf is vol",
    errno.ENAMETOOLONG: "de naam is te lang",
}


def reason(error: OSError) -> str:
    """Why the system refused, in Dutch where it is one of the usual reasons."""
    return _REASONS.get(error.errno or 0) or error.strerror or "onbekende oorzaak"


class InputError(Exception):
    """Something outside the program is wrong: a file, an argument, the store, a query.

    `where` names the file, argument or line; `what` says what is wrong with it; `todo` what to do about it.
    Printed as one line, exit status 2. The text is for people: no paths inside the program, no traceback.
    """

    def __init__(self, where: str, what: str, todo: str) -> None:
        """Keep the three parts, so that a screen may lay them out in its own way."""
        super().__init__(f"{where}: {what}; {todo}")
        self.where = where
        self.what = what
        self.todo = todo


class OntologyError(InputError):
    """A file of `ontology/` is not sound: no document is to blame, and none can be read until then."""
