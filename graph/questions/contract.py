"""An answer as the JSON of the command-line contract."""

from __future__ import annotations

from typing import Any

from graph.questions.model import Answer


def as_json(answer: Answer) -> dict[str, Any]:
    """The fields of the contract and no others."""
    understood = answer.understood_as
    return {
        "question": answer.question,
        "understood_as": {"query": understood.query, "params": dict(understood.params)}
        if understood
        else None,
        "status": answer.status,
        "answer": answer.answer,
        "rows": [dict(row) for row in answer.rows],
        "certainty": answer.certainty,
        "evidence": [
            {
                "document": each.document,
                "start": each.start,
                "end": each.end,
                "quote": each.quote,
                "speaker": each.speaker,
            }
            for each in answer.evidence
        ],
        "sparql": answer.sparql,
        "alternatives": [{"question": each.question} for each in answer.alternatives],
        "as_of": answer.as_of,
    }
