"""Precision and recall of `read` (and of the gaps) against gold files, by the matching rules written beside the gold."""
