"""Questions in plain Dutch, answered from a snapshot: to which query they come down, how the answer is said.

`ask` is all that commands and screens need. The kinds of question are data: ontology/questions/.
"""

from graph.questions.asking import ask
from graph.questions.contract import as_json
from graph.questions.model import Alternative, Answer, Understood
from graph.questions.offering import examples, follow_ups
from graph.questions.reading import masked

__all__ = ["Alternative", "Answer", "Understood", "as_json", "ask", "examples", "follow_ups", "masked"]
