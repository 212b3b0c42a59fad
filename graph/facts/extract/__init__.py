"""One module per kind of fact: what the rules match becomes facts. All are functions of the document."""
