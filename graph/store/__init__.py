"""RDF: the vocabulary, documents as quads, the embedded store with its snapshots, and what keeps it sound."""
