from nrdesk.core.reference import glossary


def test_terms_are_defined_in_french_with_their_source():
    terms = {term.term: term for term in glossary.load()}
    assert len(terms) == 94
    assert "ADEME" in terms
    assert all(term.definition and term.source for term in terms.values())
