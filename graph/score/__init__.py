"""Precision and recall of `read`, and of the gaps, against gold files, by the rules beside the gold."""
