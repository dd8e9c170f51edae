"""Fields: what is typed is read or refused with a reason, what is shown is read back."""

from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.fields import Unreadable
from nrdesk.core.fields.authority import IDENTITY, POPULATION, STAFF
from nrdesk.core.fields.evidence import EVIDENCE, TRACKING
from nrdesk.core.fields.field import (
    LONGEST_LINE,
    LONGEST_TEXT,
    Field,
    amount,
    choice,
    date,
    email,
    flag,
    inverted,
    link,
    listed,
    long_text,
    text_line,
    whole,
    year,
)
from nrdesk.core.fields.policy import POLICY
from nrdesk.core.fields.services import WEB_SITE, service_use
from nrdesk.core.fields.team import BODY, PERSON, STAKEHOLDER
from nrdesk.core.fields.training import ATTENDANCE, REFERENT, SESSION
from nrdesk.core.model import (
    Attendance,
    Authority,
    AwarenessSession,
    Evidence,
    GovernanceBody,
    ObligationTracking,
    Person,
    PersonRole,
    PolicyDocument,
    Record,
    Referent,
    ServiceUse,
    Stakeholder,
    WebSite,
)
from nrdesk.core.reference import services

COUNT, SUM = whole("n", "Agents"), amount("n", "Achats")
NAME, NOTE = text_line("n", "Nom", required=True), long_text("n", "Remarque")
ALL = (
    (Authority(name="Valbrenne"), (*IDENTITY, *POPULATION, *STAFF)),
    (Person(), PERSON),
    (GovernanceBody(), BODY),
    (Stakeholder(), STAKEHOLDER),
    (AwarenessSession(), SESSION),
    (Attendance(session_id="s"), ATTENDANCE),
    (Referent(), REFERENT),
    (PolicyDocument(), POLICY),
    (ObligationTracking(obligation="o"), TRACKING),
    (Evidence(obligation="o"), EVIDENCE),
    (ServiceUse(campaign_id="c", service="boite_mail"), service_use(services.load())),
    (WebSite(campaign_id="c", name="Site", ecoindex=62.5), WEB_SITE),
)


@pytest.mark.parametrize(
    ("typed", "value"),
    [("2812", 2812), ("2 812", 2812), ("2\u202f812", 2812), (" 18 ", 18), ("", None), ("  ", None), ("0", 0)],
)
def test_whole_numbers(typed: str, value: int | None) -> None:
    assert COUNT.read(typed) == value


@pytest.mark.parametrize("typed", ["-3", "3,5", "douze", "1e3", "²", "12 habitants", "9" * 12])
def test_what_is_not_a_whole_number(typed: str) -> None:
    with pytest.raises(Unreadable, match="nombre entier"):
        COUNT.read(typed)


def test_a_whole_number_has_its_bounds() -> None:
    note = whole("n", "Intérêt", low=1, high=5)
    assert note.read("5") == 5
    with pytest.raises(Unreadable, match="entre 1 et 5"):
        note.read("6")


@pytest.mark.parametrize(
    ("typed", "value"),
    [("14,6", 14.6), ("14.6", 14.6), ("14 200 €", 14200.0), ("", None), ("€", None), ("7", 7.0)],
)
def test_amounts(typed: str, value: float | None) -> None:
    assert SUM.read(typed) == value


@pytest.mark.parametrize("typed", ["-1", "1,2,3", "nan", "inf", ",", "1e9"])
def test_what_is_not_an_amount(typed: str) -> None:
    with pytest.raises(Unreadable, match="Écrivez un nombre"):
        SUM.read(typed)


def test_an_amount_has_its_bound() -> None:
    score = amount("n", "EcoIndex", high=100)
    assert score.read("62,5") == 62.5
    with pytest.raises(Unreadable, match="entre 0 et 100"):
        score.read("101")


def test_texts() -> None:
    assert NAME.read("  Saint-Jean   d’Angle ") == "Saint-Jean d’Angle"
    assert text_line("n", "Service").read("  ") == ""
    with pytest.raises(Unreadable, match="nécessaire"):
        NAME.read("   ")
    with pytest.raises(Unreadable, match="300 au plus"):
        NAME.read("a" * (LONGEST_LINE + 1))
    with pytest.raises(Unreadable, match="au plus tiennent ici"):
        NOTE.read("a" * (LONGEST_TEXT + 1))


@pytest.mark.parametrize(("typed", "value"), [("2022", 2022), ("", None)])
def test_years(typed: str, value: int | None) -> None:
    field = year("n", "Année")
    assert field.read(typed) == value
    assert field.read(field.show(value)) == value
    with pytest.raises(Unreadable):
        field.read("22")


@pytest.mark.parametrize(
    ("typed", "value", "shown"),
    [("12/03/2026", "2026-03-12", "12/03/2026"), ("03/2026", "2026-03", "03/2026"), ("", None, "")],
)
def test_dates(typed: str, value: str | None, shown: str) -> None:
    field = date("n", "Date")
    assert field.read(typed) == value
    assert field.show(value) == shown


@pytest.mark.parametrize("typed", ["2022 ?", "bientôt", "31/02/2026"])
def test_what_is_not_a_date(typed: str) -> None:
    with pytest.raises(Unreadable):
        date("n", "Date").read(typed)


def test_addresses() -> None:
    assert email("n", "Adresse").read(" mairie@valbrenne.fr ") == "mairie@valbrenne.fr"
    assert email("n", "Adresse").read("") == ""
    assert link("n", "Lien").read("https://www.valbrenne.fr/pcaet") == "https://www.valbrenne.fr/pcaet"
    for wrong in ("mairie", "a@b", "a b@c.fr", "@c.fr"):
        with pytest.raises(Unreadable, match="adresse électronique"):
            email("n", "Adresse").read(wrong)
    for wrong in ("www.valbrenne.fr", "javascript:alert(1)", "ftp://a.fr"):
        with pytest.raises(Unreadable, match="adresse complète"):
            link("n", "Lien").read(wrong)


def test_answers() -> None:
    role = choice("role", "Rôle", PersonRole)
    assert role.read("Élu") is PersonRole.ELECTED
    with pytest.raises(Unreadable, match="agent, élu"):
        role.read("maire")
    yes = flag("n", "Coordonne")
    assert (yes.read("Oui"), yes.read("non"), yes.read("")) == (True, False, False)
    with pytest.raises(Unreadable, match="oui ou par non"):
        yes.read("peut-être")


def test_an_identifier_is_chosen_by_its_label_and_one_that_is_not_known_stays() -> None:
    kind = listed("n", "Service", {"mail": "Boîtes aux lettres", "vm": "Machine virtuelle"})
    assert kind.choices == ("", "Boîtes aux lettres", "Machine virtuelle")
    assert (kind.read("boites aux LETTRES"), kind.read("")) == ("mail", "")
    assert (kind.show("vm"), kind.show(""), kind.show("licorne")) == ("Machine virtuelle", "", "")
    with pytest.raises(Unreadable, match="de la liste"):
        kind.read("licorne")


@pytest.mark.parametrize(
    ("start", "end", "wrong"),
    [
        ("2026-03", "2026-03-01", False),
        ("2026-03-02", "2026-03-01", True),
        ("2027", "2026-12-31", True),
        (None, "2026", False),
        ("2026", None, False),
    ],
)
def test_dates_in_the_wrong_order(start: str | None, end: str | None, wrong: bool) -> None:
    assert inverted(start, end) is wrong


@pytest.mark.parametrize(("record", "fields"), ALL, ids=lambda each: type(each).__name__)
def test_every_field_is_that_of_its_record_and_reads_what_it_shows(
    record: Record, fields: tuple[Field, ...]
) -> None:
    for field in fields:
        assert hasattr(record, field.name)
        kept = getattr(record, field.name)
        if kept or not isinstance(kept, str) or isinstance(kept, StrEnum):
            assert field.read(field.text(record)) == kept


@given(st.integers(min_value=0, max_value=10**9))
def test_what_is_shown_is_read_back(value: int) -> None:
    assert COUNT.read(COUNT.show(value)) == value
    assert SUM.read(SUM.show(value / 4)) == value / 4
