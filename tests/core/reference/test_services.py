"""The catalogue of services: each kind in the unit of a bill, its value rebuilt from the published one."""

import csv
import re

import pytest

from nrdesk.core import paths
from nrdesk.core.errors import UserError
from nrdesk.core.model.factors import ServiceMethod, ServiceTopic
from nrdesk.core.reference import services
from nrdesk.core.reference.services import INCLUDED
from nrdesk.core.reference.table import parse

KINDS = services.load().kinds
MIX_OF_ADEME, MIX_OF_BOAVIZTA = 0.0461, 0.098


def published(factor):
    rows = {row["id"]: row for name in ("services", "services_odbl") for row in read(name)}
    return rows[factor]


def read(name):
    with (paths.data() / f"factors/{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=";", strict=True))


def test_a_secretary_chooses_among_a_score_of_kinds():
    chosen = [kind for kind in KINDS.values() if kind.chosen]
    assert 15 <= len(chosen) <= 25
    assert len({kind.label for kind in chosen}) == len(chosen)
    assert all(len(kind.label) <= 45 for kind in chosen)
    assert {kind.group for kind in KINDS.values()} == {
        "Messagerie et visio",
        "Hébergement et nuage",
        "Réseaux",
        "Impression",
        "Dépenses",
        "Web",
    }


def test_kinds_of_a_group_follow_each_other():
    groups = [kind.group for kind in KINDS.values()]
    runs = [group for rank, group in enumerate(groups) if rank == 0 or groups[rank - 1] != group]
    assert len(runs) == len(set(runs))


def test_every_kind_says_where_to_find_the_number_and_where_its_value_comes_from():
    for kind in KINDS.values():
        assert kind.help.endswith("."), kind.id
        assert kind.source, kind.id
        assert kind.licence, kind.id
        assert kind.uncertainty_basis, kind.id
        assert 0 < kind.uncertainty <= 1, kind.id
        assert kind.value >= 0, kind.id
        assert kind.value or kind.kwh, kind.id
        assert (kind.method is ServiceMethod.SPEND) == ("€" in kind.unit_text), kind.id
        for text in (kind.label, kind.help):
            assert not re.search(r" [:;?!»]|'", text), kind.id


def test_what_is_advised_first_is_ranked_and_covers_the_five_subjects():
    ranked = sorted((kind for kind in KINDS.values() if kind.advised), key=lambda kind: kind.advised)
    assert [kind.advised for kind in ranked] == [1, 2, 3, 4, 5]
    assert [kind.topic for kind in ranked] == [
        ServiceTopic.MAILBOXES,
        ServiceTopic.PAGES,
        ServiceTopic.WEB,
        ServiceTopic.MACHINES,
        ServiceTopic.IT_SPEND,
    ]


def test_only_one_kind_stands_for_web_pages():
    assert [kind.id for kind in KINDS.values() if not kind.chosen] == ["page_web"]


def test_what_a_value_includes_is_a_part_of_it_and_is_said_in_the_published_table():
    for row in read("service_kinds"):
        kind = KINDS[row["id"]]
        assert set(kind.includes) <= INCLUDED
        assert sum(kind.includes.values()) <= kind.value * (1 + 1e-9)
        said = {part for part in published(row["factor"])["includes"].split(";") if part}
        assert said & {"terminals"} <= set(kind.includes), kind.id
    assert KINDS["reseau_fixe"].value - KINDS["reseau_fixe"].includes["box"] == pytest.approx(
        float(published("reseau_fixe_hors_box_go")["value"])
    )


def test_paper_is_counted_from_the_ream():
    assert KINDS["pages_recto"].value == pytest.approx(float(published("impression_page")["value"]))
    assert KINDS["pages_recto_verso"].value == pytest.approx(KINDS["pages_recto"].value / 2)
    assert KINDS["ramettes"].value == pytest.approx(500 * KINDS["pages_recto"].value)
    assert KINDS["ramettes"].factor == KINDS["pages_recto"].factor


def test_euros_are_thousandths_of_the_published_ratio():
    for kind in KINDS.values():
        if kind.method is ServiceMethod.SPEND:
            assert kind.unit.startswith("kgCO2e/k€")
            assert 0.05 < kind.value * 1000 < 1000


@pytest.mark.parametrize(
    ("factor", "mix"),
    [
        ("boite_mail_usage", MIX_OF_ADEME),
        ("serveur_dedie_archetype", MIX_OF_BOAVIZTA),
        ("vm_ovhcloud_b2-7", MIX_OF_BOAVIZTA),
        ("vm_ovhcloud_b3-8", MIX_OF_BOAVIZTA),
        ("vm_scaleway_dev1-s", MIX_OF_BOAVIZTA),
        ("vm_aws_t3.medium", MIX_OF_BOAVIZTA),
    ],
)
def test_manufacture_and_electricity_give_back_the_published_value(factor, mix):
    row = published(factor)
    whole = float(row["embodied"]) + float(row["kwh"]) * mix
    assert whole == pytest.approx(float(row["value"]), rel=0.01)


@pytest.mark.parametrize(("factor", "watts"), [("petite", 4.0), ("moyenne", 31.4), ("grande", 185.7)])
def test_machines_run_all_year_at_their_published_power(factor, watts):
    assert KINDS[f"vm_{factor}"].kwh == pytest.approx(watts * 8.76, rel=1e-3)


def test_what_may_not_be_shipped_is_no_kind():
    assert not any("NC-ND" in kind.licence for kind in KINDS.values())
    assert published("ecoindex")["value"] == ""


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ("x;X;G;visio;h;visio_heure;1;rien=1;;Aide.", "« rien » est inconnu"),
        ("x;X;G;visio;h;visio_heure;1;terminals=9;;Aide.", "dépasse la valeur"),
        ("x;X;G;visio;h;visio_heure;1;terminals=beaucoup;;Aide.", "n’est pas un nom suivi d’une valeur"),
        ("x;X;G;visio;h;visio_heure;0;;;Aide.", "« share »"),
        ("x;X;G;visio;h;licorne;1;;;Aide.", "ne désigne aucune ligne"),
        ("x;X;G;licorne;h;visio_heure;1;;;Aide.", "le sujet « licorne » est inconnu"),
        ("x;X;G;web;page;ecoindex;1;;;Aide.", "il manque une valeur"),
    ],
)
def test_a_line_that_means_nothing_is_refused_with_its_number(cells, reason):
    header = "id;label;group;topic;unit_text;factor;share;includes;advised;help\n"
    (line,) = parse(f"{header}{cells}\n", "service_kinds.csv")
    factors = {row.required("id"): row for row in services.read_data("factors/services.csv")}
    with pytest.raises(UserError, match=re.escape(reason)):
        services._kind(line, factors)
