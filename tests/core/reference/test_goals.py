from nrdesk.core.fields.policy import GOALS
from nrdesk.core.reference import goals


def test_the_seventeen_goals_have_a_name():
    names = goals.load()
    assert list(names) == list(range(1, GOALS + 1))
    assert all(names.values())
    assert names[12] == "Consommation et production responsables"
