"""The papers of the vote, drawn from the document: the draft, its deadlines, the register, the seal."""
