"""The facts of `resources/data` hold together: readable, sourced, sane, and every reference resolves."""

import csv
import re

import pytest

from nrdesk.core import dates, paths
from nrdesk.core.model import AuthorityKind
from nrdesk.core.reference import factors, obligations, profiles

DATA = paths.data()
TABLES = sorted(path.relative_to(DATA).as_posix() for path in DATA.rglob("*.csv"))
FACTOR_TABLES = ("factors/factors.csv", "factors/factors_boavizta.csv", "factors/alternatives.csv")
WITH_ID = [
    *(f"factors/{name}.csv" for name in ("categories", "criteria", "families")),
    *(f"factors/{name}.csv" for name in ("service_kinds", "services", "services_odbl", "usage_profiles")),
    *(f"law/{name}.csv" for name in ("council_rules", "obligations")),
    *(f"content/{name}.csv" for name in ("actions", "indicators", "moments", "quiz", "resources")),
    "content/questionnaire.csv",
    *(f"content/ref_{name}.csv" for name in ("dinum_bonnes_pratiques", "greenit_v3", "rgaa_4_1_themes")),
    *(f"content/ref_{name}.csv" for name in ("rgesn_2024", "sources", "territoires_en_transitions")),
]


def read(name):
    with (DATA / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=";", strict=True))


def ids(name):
    return {row["id"] for row in read(name)}


def parts(text):
    return [part.strip() for part in text.split(";") if part.strip()]


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_plain_utf8_with_one_shape(name):
    content = (DATA / name).read_bytes()
    assert not content.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in content
    text = content.decode("utf-8")
    assert "\N{REPLACEMENT CHARACTER}" not in text
    header, *rows = list(csv.reader(text.splitlines(), delimiter=";", strict=True))
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", column) for column in header), header
    assert len(header) == len(set(header))
    assert rows
    assert {len(row) for row in rows} == {len(header)}


@pytest.mark.parametrize("name", WITH_ID)
def test_identifiers_are_given_once(name):
    given = [row["id"] for row in read(name)]
    assert all(given)
    assert len(given) == len(set(given))


class TestFactors:
    """Impact factors."""

    @pytest.mark.parametrize("name", FACTOR_TABLES)
    def test_every_value_says_where_it_comes_from(self, name):
        for row in read(name):
            assert row["source"], row
            assert row["licence"], row
            assert 2010 <= int(row["year"]) <= 2026, row
            assert row["uncertainty_basis"], row

    @pytest.mark.parametrize("name", FACTOR_TABLES)
    def test_references_resolve_and_values_are_sane(self, name):
        categories, criteria = ids("factors/categories.csv"), ids("factors/criteria.csv")
        most = {"gwp": 5_000, "electricity": 5_000, "adpe": 0.1}
        for row in read(name):
            assert row["category"] in categories
            assert row["criterion"] in criteria
            assert (row["criterion"], row["stage"]) in {
                ("gwp", "manufacture"),
                ("adpe", "manufacture"),
                ("electricity", "use"),
            }
            assert 0 <= float(row["value"]) <= most[row["criterion"]], row
            assert 0 < float(row["uncertainty"]) <= 1, row

    def test_share_alike_values_stay_in_their_own_file(self):
        assert {row["family"] for row in read("factors/factors_boavizta.csv")} == {"boavizta"}
        others = {row["family"] for row in read("factors/factors.csv")}
        assert others == ids("factors/families.csv") - {"boavizta"}
        assert not any("ODbL" in row["licence"] for row in read("factors/factors.csv"))

    def test_only_a_hole_is_completed(self):
        rows = [row for name in FACTOR_TABLES[:2] for row in read(name)]
        own = {
            (row["family"], row["category"], row["criterion"], row["stage"]): row["completes"] for row in rows
        }
        for (_, *key), completes in own.items():
            for family in parts(completes):
                assert (family, *key) not in own, key

    def test_a_hypothesis_of_ours_is_labelled(self):
        for row in read("factors/factors.csv"):
            assert (row["family"] == "nrdesk") == row["source"].startswith("Hypothèse nrdesk")

    def test_categories_have_sane_figures_with_their_source(self):
        categories = ids("factors/categories.csv")
        for row in read("factors/categories.csv"):
            assert row["label"]
            assert row["group"]
            assert not row["generic"] or row["generic"] in categories - {row["id"]}
            assert not row["usual_profile"] or row["usual_profile"] in profiles.load()
            assert bool(row["typical_lifetime_years"]) == bool(row["lifetime_source"]), row["id"]
            assert bool(row["power_watts"]) == bool(row["power_source"]), row["id"]
            assert 2 <= float(row["typical_lifetime_years"] or 5) <= 15
            assert 0 < float(row["power_watts"] or 1) <= 500
            assert 0 < float(row["refurbished_share"] or 1) <= 1

    def test_categories_of_a_group_follow_each_other(self):
        groups = [category.group for category in factors.categories().values()]
        runs = [group for rank, group in enumerate(groups) if rank == 0 or groups[rank - 1] != group]
        assert len(runs) == len(set(runs)) == 10

    def test_a_usual_profile_has_a_power_to_apply(self):
        loaded = factors.load()
        assert set(loaded.usual_profiles) <= set(loaded.power_watts)

    def test_published_hours_and_power_give_the_published_energy(self):
        for row in read("factors/factors.csv"):
            if match := re.match(r"([\d,]+)\sW × ([\d,]+) h/j × 365 j", row["note"]):
                watts, hours = (float(text.replace(",", ".")) for text in match.groups())
                assert float(row["value"]) == pytest.approx(watts * hours * 365 / 1000)

    def test_profiles_fit_in_a_year(self):
        for profile in profiles.load().values():
            assert 0 < profile.hours_per_day <= 24
            assert 0 < profile.days_per_year <= 366
            assert profile.source.startswith("Hypothèse nrdesk")


class TestElectricity:
    """Impact of a kilowatt-hour."""

    def test_every_value_is_sourced_and_sane(self):
        for row in read("factors/electricity.csv"):
            assert row["role"] in ("default", "competing")
            assert row["source"], row
            assert row["licence"], row
            assert 0 < float(row["value"]) < (1.5 if row["criterion"] == "gwp" else 1e-5)
            assert 0.05 <= float(row["uncertainty"]) <= 0.5
            assert 2010 <= int(row["year"]) <= 2026

    def test_a_default_value_is_given_once(self):
        keys = [
            (row["territory"], row["year"], row["criterion"])
            for row in read("factors/electricity.csv")
            if row["role"] == "default"
        ]
        assert len(keys) == len(set(keys))

    def test_every_territory_has_a_value_or_says_that_there_is_none(self):
        known = {row["territory"] for row in read("factors/electricity.csv") if row["role"] == "default"}
        for row in read("factors/territories.csv"):
            assert (row["territory"] in known) != (row["note"] == "aucun facteur publié trouvé"), row


class TestServicesAndTerritory:
    """Factors of services, figures of the country."""

    def test_services_are_sourced_and_say_what_they_already_include(self):
        for row in (*read("factors/services.csv"), *read("factors/services_odbl.csv")):
            assert row["source"], row
            assert row["licence"], row
            assert row["method"] == ("spend" if "k€" in row["unit"] else "physical")
            assert set(parts(row["includes"])) <= {"box", "terminals"}
            assert row["value"] == "" or float(row["value"]) > 0
            assert bool(row["embodied"]) == bool(row["kwh"]), row["id"]
            assert 0 < float(row["uncertainty"]) <= 1

    def test_share_alike_values_of_services_stay_in_their_own_file(self):
        assert all("ODbL" in row["licence"] for row in read("factors/services_odbl.csv"))
        assert not any("ODbL" in row["licence"] for row in read("factors/services.csv"))
        assert not ids("factors/services.csv") & ids("factors/services_odbl.csv")

    def test_territory_figures_have_a_year_or_are_said_to_be_missing(self):
        for row in read("factors/territory.csv"):
            assert row["source"], row
            has_figure = bool(row["value"] or (row["low"] and row["high"]))
            assert has_figure == bool(row["year"]) != ("NON VÉRIFIÉ" in row["note"]), row


class TestLaw:
    """Obligations, rates, rules of the council."""

    def test_obligations_are_read_whole_and_sourced(self):
        for obligation in obligations.load():
            assert obligation.source
            assert obligation.text_reference
            assert obligation.verified or obligation.verification_note, obligation.id
            assert obligation.start is None or obligation.end is None or obligation.start < obligation.end

    def test_no_threshold_without_operator_and_no_operator_without_threshold(self):
        for row in read("law/obligations.csv"):
            for value, operator in (
                ("min_population", "population_operator"),
                ("min_agents_fte", "agents_operator"),
                ("min_purchases", "purchases_operator"),
            ):
                assert bool(row[value]) == bool(row[operator]), row["id"]

    def test_all_collectivites_find_their_name_in_the_law(self):
        named = {kind for obligation in obligations.load() for kind in obligation.kinds}
        assert named == set(AuthorityKind)

    def test_rates_follow_each_other_without_overlap(self):
        last = {}
        for row in read("law/agec58_rates.csv"):
            assert row["verified"] in ("yes", "no")
            assert row["source"], row
            assert row["verified"] == "no" or row["reuse_percent"], row
            assert all(not row[c] or 0 <= float(row[c]) <= 100 for c in ("reuse_percent", "recycled_percent"))
            assert row["start_date"] > last.get(row["category"], "")
            last[row["category"]] = row["end_date"]

    def test_council_rules_word_their_threshold(self):
        for row in read("law/council_rules.csv"):
            assert bool(row["population"]) == bool(row["population_operator"])
            assert row["population_operator"] in ("", "<", ">=", ">")
            assert row["article"], row
            assert row["source"], row


class TestContent:
    """Questionnaire, actions, quiz, resources, moments, glossary."""

    STEPS = frozenset(str(number) for number in range(1, 11))
    AXES = frozenset(f"A{number}" for number in range(1, 7))

    def test_questions_have_five_levels_and_resolve(self):
        laws = ids("law/obligations.csv")
        for row in read("content/questionnaire.csv"):
            assert all(row[f"level_{level}"] for level in range(5)), row["id"]
            assert row["guide_step"] in self.STEPS
            assert set(parts(row["decree_axis"])) <= self.AXES
            assert row["small_commune"] in ("yes", "no", "adapted")
            assert not row["obligation"] or row["obligation"] in laws, row["id"]

    def test_actions_resolve(self):
        questions, actions = ids("content/questionnaire.csv"), ids("content/actions.csv")
        for row in read("content/actions.csv"):
            assert set(parts(row["questions"])) <= questions, row["id"]
            assert set(parts(row["prerequisites"])) <= actions - {row["id"]}, row["id"]
            assert row["decree_axis"] in self.AXES
            assert row["difficulty"] in ("1", "2", "3")
            assert row["scope"] in ("interne", "territoire")
            assert row["dimension"] in ("environnement", "social", "sociétal")
            assert row["small_commune"] in ("yes", "no")
            assert 0 <= float(row["duration_months"]) <= 60
            assert 0 <= float(row["workload_days"]) <= 60

    def test_quiz_questions_have_one_right_answer_and_its_reason(self):
        for row in read("content/quiz.csv"):
            choices = [row[letter] for letter in "abcd"]
            assert len(set(choices)) == 4
            assert row["answer"] in tuple("ABCD")
            assert row["explanation"], row["id"]
            assert row["level"] in ("1", "2", "3")

    def test_resources_say_the_state_of_their_link(self):
        for row in read("content/resources.csv"):
            assert row["title"], row
            assert row["link_status"], row
            assert row["url"] == "" or re.fullmatch(r"(https?://)?\S+\.\S+", row["url"]), row["url"]

    def test_moments_have_dates_or_a_rule(self):
        for row in read("content/moments.csv"):
            assert row["rule"]
            assert row["to_confirm"] in ("yes", "no")
            assert row["guide_step"] in self.STEPS
            for year in ("2026", "2027"):
                for date in filter(None, row[f"date_{year}"].split("/")):
                    assert dates.is_partial_date(date), row["id"]
                    assert date.startswith(year)

    def test_terms_are_defined_once(self):
        terms = [row["term"].casefold() for row in read("content/glossary.csv")]
        assert len(terms) == len(set(terms))
        assert all(row["definition"].endswith((".", "?")) for row in read("content/glossary.csv"))
