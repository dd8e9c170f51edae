"""Documents: a content tree, one builder per document, one renderer per format.

Nothing heavy is imported here: the window lists the documents at start-up.
"""
