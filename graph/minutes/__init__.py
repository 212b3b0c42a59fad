"""File to text with structure: a reader per format, letterhead fields, agenda, masking of case persons."""
