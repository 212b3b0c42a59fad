"""The Dutch language as minutes write it: names, dates, sentences. Knows nothing of documents or facts."""
