"""The commands of `python -m graph`: one module each, thin over the rooms that do the work."""
