"""Text to facts: the wording rules of `ontology/wording/` applied to sentences in which names, bodies, themes and dates are known."""
