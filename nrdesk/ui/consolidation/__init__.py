"""From the documents of an EPCI and its communes to one document: a dialog, without an open document."""
