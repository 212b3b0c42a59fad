"""In which language somebody is spoken to, and how what is written here in Dutch is said in it.

Dutch is the language of the source: words stand there where they are used. `ontology/english.yaml` gives the
English of each, and a test sees to it that none is missing.
"""

from graph.language.catalogue import by_language, english, said, translated
from graph.language.dates import day_in_words
from graph.language.speaking import DUTCH, ENGLISH, LANGUAGES, current, kept, speak, speaking

__all__ = [
    "DUTCH",
    "ENGLISH",
    "LANGUAGES",
    "by_language",
    "current",
    "day_in_words",
    "english",
    "kept",
    "said",
    "speak",
    "speaking",
    "translated",
]
