"""One module per kind of fact: what the rules match becomes facts. Each is a function of the prepared document."""
