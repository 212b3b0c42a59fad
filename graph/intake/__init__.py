"""Taking in a document that somebody hands over: tried out first, then added, or not; replaced; withdrawn.

Nothing of the store or of the folder of documents changes before somebody says so. What adding would do is
not predicted but done, in a copy of the store that is thrown away again.
"""

from graph.intake.adding import Added, Withdrawn, add, take_back, withdraw, withdrawn
from graph.intake.handed import LARGEST, Handed
from graph.intake.model import Difference, Keeping, Outcome, Proposal, Shift
from graph.intake.trial import propose

__all__ = [
    "LARGEST",
    "Added",
    "Difference",
    "Handed",
    "Keeping",
    "Outcome",
    "Proposal",
    "Shift",
    "Withdrawn",
    "add",
    "propose",
    "take_back",
    "withdraw",
    "withdrawn",
]
