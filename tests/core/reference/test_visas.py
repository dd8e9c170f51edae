from nrdesk.core.model.obligation import Status
from nrdesk.core.reference import obligations, visas


def test_a_visa_cites_an_obligation_of_the_law_table_that_was_read():
    known = {each.id: each for each in obligations.load()}
    for visa in visas.load():
        obligation = known[visa.obligation]
        assert obligation.verified, visa
        assert obligation.within is Status.APPLICABLE
        assert visa.article.replace("\u00a0", " ") in obligation.article, visa


def test_it_reads_after_vu_and_after_considerant():
    for visa in visas.load():
        assert visa.text.startswith(("la loi ", "le code "))
        assert not visa.ground or visa.ground.startswith(("le ", "la ", "l’"))
        assert not visa.ground.endswith((".", ";"))
