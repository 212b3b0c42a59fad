"""What is known of every document, and what follows from it, kept beside the store.

So that a document more costs as much as what it changes, however many there are. It holds nothing that cannot
be made again from the documents in the store.
"""

from graph.catalogue.catalogue import Catalogue, open_catalogue
from graph.catalogue.settle import Settled, settle

__all__ = ["Catalogue", "Settled", "open_catalogue", "settle"]
