"""File to text with structure: one reader per format, then letterhead fields, agenda, and the masking of case persons."""
