"""Actions and decisions that a document lists: in tables, in boxes, in bullets, in numbered lines."""
