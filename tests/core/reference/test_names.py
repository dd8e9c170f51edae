import pytest

from nrdesk.core.reference.names import normalise


@pytest.mark.parametrize(
    ("text", "normalised"),
    [
        ("Saint-Étienne-d’Orthe", "saint etienne d orthe"),
        ("st etienne d'orthe", "saint etienne d orthe"),
        ("STE FOY LES LYON", "sainte foy les lyon"),
        ("Stes-Maries", "saintes maries"),
        ("Cœur de Causse", "coeur de causse"),
        ("L'Haÿ-les-Roses", "l hay les roses"),
        ("Ÿ", "y"),
        ("  Le   Havre ", "le havre"),
        ("Communauté de communes du Pays d’Orlette", "cc du pays d orlette"),
        ("Communauté d'agglomération X", "ca x"),
        ("Best-Ville", "best ville"),
        ("Paris\nLyon", "paris\nlyon"),
        ("", ""),
        ("…", ""),
    ],
)
def test_names_are_compared_without_what_people_leave_out(text, normalised):
    assert normalise(text) == normalised
