from nrdesk.core.reference import resources


def test_the_library_is_whole_and_says_what_is_known_of_each_link():
    library = {resource.id: resource for resource in resources.load()}
    assert len(library) == 58
    assert library["R02"].verified
    assert library["R01"].audience == ("agents", "élus")
    assert not library["R03"].verified
    assert all(resource.link_status for resource in library.values())


def test_a_resource_without_address_says_so():
    without = [resource for resource in resources.load() if not resource.url]
    assert without
    assert not any(resource.verified for resource in without)
