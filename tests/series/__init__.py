"""The fictional series of data/demo and its truth."""
