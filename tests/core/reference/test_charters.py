from nrdesk.core.reference import charters, resources
from nrdesk.core.steps import STEPS


def test_the_links_are_those_of_the_guide_and_of_the_library():
    known = {resource.url for resource in STEPS[6].guide.further}
    library = {resource.url for resource in resources.load()}
    for charter in charters.load():
        assert charter.url in known & library
        assert charter.text.endswith(".")
