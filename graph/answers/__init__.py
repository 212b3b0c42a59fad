"""Answers: kept queries, gaps, coverage and documents, over a snapshot of the store. Screens know only this room."""
