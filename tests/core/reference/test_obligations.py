import datetime as dt

import pytest

from nrdesk.core import paths
from nrdesk.core.errors import UserError
from nrdesk.core.model import AuthorityKind
from nrdesk.core.model.obligation import Comparison, Status, Threshold
from nrdesk.core.reference import obligations


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
        "start_date;deadline;below\n"
    )

    @pytest.fixture
    def law(self, tmp_path):
        def write(line):
            file = tmp_path / "law.csv"
            file.write_text(self.HEADER + line, encoding="utf-8")
            return file

        return write

    def test_a_changed_threshold_is_followed(self, law):
        line = "SNR;Stratégie;commune;les communes;obligation;Faire.;JO;yes;20000;>=;2028-01-01;;volontaire\n"
        (obligation,) = obligations.load_file(law(line))
        assert obligation.population == (Threshold(Comparison.AT_LEAST, 20_000),)
        assert obligation.start == dt.date(2028, 1, 1)

    @pytest.mark.parametrize(
        ("line", "words"),
        [
            ("A;T;commune;c;o;r;s;yes;50000;;;;\n", "population_operator"),
            ("A;T;commune;c;o;r;s;yes;50000;=>;;;\n", "n’est pas admis"),
            ("A;T;syndicat;c;o;r;s;yes;;;;;\n", "type de collectivité"),
            ("A;T;all;c;o;r;s;oui;;;;;\n", "yes"),
            ("A;T;all;c;o;r;s;yes;;;2025-02-30;;\n", "n’est pas une date"),
            ("A;T;all;c;o;r;s;yes;;;;--02-29;\n", "échéance"),
            ("A;T;all;c;o;r;s;yes;;;;juin;\n", "échéance"),
            ("A;T;all;c;o;r;s;yes;;;;;peut-être\n", "n’est pas admis"),
            ("A;T;all;c;o;r;s;yes;;;;;\nA;T;all;c;o;r;s;yes;;;;;\n", "déjà pris"),
            ("A;T;all;c;o;r;;yes;;;;;\n", "source"),
        ],
    )
    def test_what_is_wrong_is_said_with_its_line(self, law, line, words):
        with pytest.raises(UserError, match=words) as caught:
            obligations.load_file(law(line))
        assert "law.csv, ligne" in caught.value.what

    def test_our_own_table_is_such_a_file(self):
        assert obligations.load_file(paths.data() / "law" / "obligations.csv") == obligations.load()
