import datetime as dt

import pytest

from nrdesk.core import paths
from nrdesk.core.errors import UserError
from nrdesk.core.model import AuthorityKind
from nrdesk.core.model.obligation import Comparison, Status, Threshold
from nrdesk.core.reference import obligations
from nrdesk.core.reference.law_table import read_law


@pytest.fixture(scope="module")
def table():
    return {obligation.id: obligation for obligation in obligations.load()}


def test_the_table_is_whole(table):
    assert len(table) == 42
    assert obligations.legal_state() == dt.date(2026, 11, 21)


def test_operators_are_those_of_each_text(table):
    assert table["REEN35-SNR"].population == (Threshold(Comparison.MORE_THAN, 50_000),)
    assert table["ENERGIE-PUB-50K"].population == (Threshold(Comparison.AT_LEAST, 50_000),)
    assert table["ENERGIE-PUB-5K"].population == (
        Threshold(Comparison.AT_LEAST, 5_000),
        Threshold(Comparison.LESS_THAN, 50_000),
    )
    assert table["OPENDATA-COM"].agents == Threshold(Comparison.AT_LEAST, 50)


def test_kinds_are_read(table):
    assert AuthorityKind.COMMUNE not in table["REEN34-PCAET"].kinds
    assert table["RGPD-DPO"].kinds == frozenset(AuthorityKind)
    assert table["CSRD"].kinds == frozenset()
    assert table["BEGES"].population_for == {AuthorityKind.COMMUNE, AuthorityKind.CC}


def test_statuses_are_read(table):
    assert table["REEN35-SNR"].below is Status.VOLUNTARY
    assert table["RDD"].below is Status.NOT_CONCERNED
    assert table["RGESN"].within is Status.VOLUNTARY


class TestReplacement:
    """A newer law table, given as a file."""

    HEADER = (
        "id;title;kinds;concerns;nature;requirement;source;verified;min_population;population_operator;"
        "start_date;deadline;below;read_on\n"
    )

    @pytest.fixture
    def law(self, tmp_path):
        def write(line):
            file = tmp_path / "law.csv"
            file.write_text(self.HEADER + line, encoding="utf-8")
            return file

        return write

    def test_a_changed_threshold_is_followed(self, law):
        line = (
            "SNR;Stratégie;commune;les communes;obligation;Faire.;JO;yes;"
            "20000;>=;2028-01-01;;volontaire;2027-01-15\n"
        )
        (obligation,) = read_law(law(line))
        assert obligation.population == (Threshold(Comparison.AT_LEAST, 20_000),)
        assert obligation.start == dt.date(2028, 1, 1)

    @pytest.mark.parametrize(
        ("line", "words"),
        [
            ("A;T;commune;c;o;r;s;yes;50000;;;;;2027-01-15\n", "population_operator"),
            ("A;T;commune;c;o;r;s;yes;50000;=>;;;;2027-01-15\n", "n’est pas admis"),
            ("A;T;syndicat;c;o;r;s;yes;;;;;;2027-01-15\n", "type de collectivité"),
            ("A;T;all;c;o;r;s;oui;;;;;;2027-01-15\n", "yes"),
            ("A;T;all;c;o;r;s;yes;;;2025-02-30;;;2027-01-15\n", "n’est pas une date"),
            ("A;T;all;c;o;r;s;yes;;;;--02-29;;2027-01-15\n", "échéance"),
            ("A;T;all;c;o;r;s;yes;;;;juin;;2027-01-15\n", "échéance"),
            ("A;T;all;c;o;r;s;yes;;;;;peut-être;2027-01-15\n", "n’est pas admis"),
            ("A;T;all;c;o;r;s;yes;;;;;;2027-01-15\nA;T;all;c;o;r;s;yes;;;;;;2027-01-15\n", "déjà pris"),
            ("A;T;all;c;o;r;;yes;;;;;;2027-01-15\n", "source"),
            ("A;T;all;c;o;r;s;yes;;;;;;\n", "read_on"),
            ("A;T;all;c;o;r;s;yes;;;;;;hier\n", "n’est pas une date"),
        ],
    )
    def test_what_is_wrong_is_said_with_its_line(self, law, line, words):
        with pytest.raises(UserError, match=words) as caught:
            read_law(law(line))
        assert "law.csv, ligne" in caught.value.what

    def test_an_empty_table_is_refused(self, law):
        with pytest.raises(UserError, match="aucune obligation"):
            read_law(law(""))

    def test_our_own_table_is_such_a_file(self):
        assert read_law(paths.data() / "law" / "obligations.csv") == obligations.load()


class TestImport:
    """The newer table takes the place of ours, for the window, the command line and the documents."""

    @pytest.fixture
    def newer(self, tmp_path):
        def write(**changes):
            own = (paths.data() / "law" / "obligations.csv").read_text(encoding="utf-8")
            for old, new in {"2026-11-21": "2027-03-01", **changes}.items():
                own = own.replace(old, new)
            file = tmp_path / "droit-2027.csv"
            file.write_text(own, encoding="utf-8")
            return file

        return write

    def test_it_is_used_from_then_on(self, newer):
        assert not obligations.law().imported
        file = newer(**{"Stratégie numérique responsable": "Stratégie de sobriété"})
        obligations.import_law(file)
        file.unlink()
        assert obligations.legal_state() == dt.date(2027, 3, 1)
        assert "Stratégie de sobriété" in {obligation.title for obligation in obligations.load()}
        assert obligations.law().imported

    def test_the_one_that_came_with_nrdesk_comes_back(self, newer):
        obligations.import_law(newer())
        obligations.forget_law()
        assert obligations.legal_state() == dt.date(2026, 11, 21)

    def test_the_state_is_that_of_the_text_read_the_longest_ago(self, newer, tmp_path):
        own = (paths.data() / "law" / "obligations.csv").read_text(encoding="utf-8")
        file = tmp_path / "law.csv"
        file.write_text(own.replace("2026-11-21", "2027-03-01", 1), encoding="utf-8")
        assert obligations.import_law(file).state == dt.date(2026, 11, 21)

    def test_an_older_table_is_refused(self, newer):
        with pytest.raises(UserError, match="décrit le droit au 1ᵉʳ mars 2020"):
            obligations.import_law(newer(**{"2027-03-01": "2020-03-01"}))
        assert not obligations.law().imported

    def test_a_table_that_forgets_an_obligation_is_refused(self, newer):
        with pytest.raises(UserError, match="oublie «\u00a0REEN35-SNR\u00a0»"):
            obligations.import_law(newer(**{"\nREEN35-SNR;": "\nSTRATEGIE;"}))

    def test_a_table_damaged_since_is_set_aside_and_said(self, newer, home):
        obligations.import_law(newer())
        (home / "law" / "obligations.csv").write_text("n’importe quoi", encoding="utf-8")
        law = obligations.law()
        assert law.state == dt.date(2026, 11, 21)
        assert "n’est pas utilisée" in law.problem

    def test_a_folder_that_refuses_is_said(self, newer, home):
        home.write_text("un fichier à la place du dossier", encoding="utf-8")
        with pytest.raises(UserError, match="n’a pas pu être gardée"):
            obligations.import_law(newer())
