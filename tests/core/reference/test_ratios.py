from nrdesk.core.reference import factors, profiles, ratios


def test_every_ratio_is_sourced_and_sane():
    for ratio in ratios.load():
        assert 0 <= ratio.low <= ratio.value <= ratio.high, ratio.id
        assert ratio.value > 0
        assert ratio.from_units >= 1
        assert ratio.note.endswith(".")
        # Ours is called a hypothesis in these very words; a published one says what of it is ours.
        assert ratio.is_hypothesis or "20" in ratio.source
        assert ratio.is_hypothesis or ratios.HYPOTHESIS in ratio.note


def test_references_resolve():
    for ratio in ratios.load():
        assert ratio.category in factors.categories()
        assert ratio.usage_profile is None or ratio.usage_profile in profiles.load()


def test_each_number_counts_for_something_and_identifiers_are_given_once():
    found = ratios.load()
    assert {ratio.driver for ratio in found} == set(ratios.Driver)
    assert len({ratio.id for ratio in found}) == len(found)
