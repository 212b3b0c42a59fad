"""Text to facts: the wording rules of `ontology/wording/`, applied to sentences with all that they name."""
