"""Nothing is counted twice, nothing is lost, and the sources are not touched."""

from dataclasses import replace
from pathlib import Path

import pytest

from nrdesk.core import consolidation, training
from nrdesk.core.assessment import assess
from nrdesk.core.assessment.services import combined, services_of
from nrdesk.core.consolidation import Journal, Reason, View
from nrdesk.core.consolidation.explained import explain_share, explain_whole
from nrdesk.core.document import Document
from nrdesk.core.errors import UserError
from nrdesk.core.model import (
    Action,
    BudgetLine,
    Dependency,
    Equipment,
    EquipmentStatus,
    ServiceUse,
    SharedService,
    Site,
    WebSite,
)
from nrdesk.core.training.session import begin
from tests.core.consolidation.territory import EPCI, NORTH, SOUTH, commune, epci, line, write


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "sortie"
    folder.mkdir()
    return folder / "ensemble.nrdesk"


def made(out: Path, *paths: Path, year: int | None = None) -> tuple[Journal, View]:
    journal = consolidation.consolidate(paths, out, year=year)
    with Document.open(out, read_only=True) as document:
        assert document.verify() == []
        kept = consolidation.journal_of(document)
        assert kept == journal
        return journal, consolidation.view(document, journal)


def test_documents_that_share_nothing_add_up(tmp_path: Path, out: Path) -> None:
    paths = [
        write(tmp_path, epci(), [line(quantity=4), line("ecran", 6)]),
        write(tmp_path, commune(NORTH), [line(quantity=3)]),
        write(tmp_path, commune(SOUTH), [line("tablette", 2)]),
    ]
    journal, view = made(out, *reversed(paths))
    assert [share.name for share in view.shares] == [EPCI, NORTH, SOUTH]
    assert [share.quantity for share in view.shares] == [10, 3, 2]
    assert journal.entries == ()
    alone = []
    for path in paths:
        with Document.open(path, read_only=True) as document:
            alone.append(assess(document).headline.value)
    assert [share.appliances for share in view.shares] == pytest.approx(alone)
    assert view.combined.total.value == pytest.approx(sum(alone))
    assert view.edited == 0
    assert view.assessment.authority.agents == 60
    assert view.assessment.authority.population_municipal == 9000


def test_what_the_epci_lends_is_counted_at_the_epci(tmp_path: Path, out: Path) -> None:
    journal, view = made(
        out,
        write(tmp_path, epci(), [line("portable_14", 10)]),
        write(tmp_path, commune(NORTH), [line(quantity=3, provided_by="la communauté de communes du Val")]),
        write(tmp_path, commune(SOUTH), [line(quantity=2, provided_by="CC du Val"), line()]),
    )
    assert [share.quantity for share in view.shares] == [10, 0, 1]
    assert {entry.reason for entry in journal.entries} == {Reason.LENT}
    assert [(entry.member, entry.owner, entry.quantity) for entry in journal.aside] == [
        (NORTH, EPCI, 3),
        (SOUTH, EPCI, 2),
    ]
    assert view.told + view.method_change + view.set_aside == pytest.approx(view.combined.equipment.value)
    assert view.set_aside < 0


def test_more_is_lent_than_the_owner_has(tmp_path: Path, out: Path) -> None:
    journal, view = made(
        out,
        write(tmp_path, epci(), [line("serveur_rack")]),
        write(tmp_path, commune(NORTH), [line("serveur_rack", provided_by=EPCI)]),
        write(tmp_path, commune(SOUTH), [line("serveur_rack", provided_by=EPCI)]),
    )
    assert sum(share.quantity for share in view.shares) == 1
    assert [entry.reason for entry in journal.to_check] == [Reason.LENT_MAYBE] * 2


def test_what_the_owner_forgot_is_counted_once_at_the_owner(tmp_path: Path, out: Path) -> None:
    lent = line("videoprojecteur", provided_by=EPCI, serial_number="VP-2201-X", site="Mairie")
    again = line("videoprojecteur", provided_by="EPCI", serial_number="vp2201x")
    journal, view = made(
        out,
        write(tmp_path, epci(), [line()]),
        write(tmp_path, commune(NORTH), [lent]),
        write(tmp_path, commune(SOUTH), [again]),
    )
    assert [share.quantity for share in view.shares] == [2, 0, 0]
    assert [entry.reason for entry in journal.entries] == [Reason.LENT_UNKNOWN, Reason.LENT]
    assert [entry.counted for entry in journal.entries] == [True, False]
    assert view.edited == 0


def test_what_somebody_else_lends_is_counted_where_it_serves(tmp_path: Path, out: Path) -> None:
    journal, view = made(
        out,
        write(tmp_path, epci(), [line()]),
        write(tmp_path, commune(NORTH), [line("tablette", 12, provided_by="Département")]),
    )
    assert [share.quantity for share in view.shares] == [1, 12]
    assert any("12\u00a0appareils fournis par Département" in remark for remark in journal.remarks)


def test_one_serial_number_is_one_appliance(tmp_path: Path, out: Path) -> None:
    journal, view = made(
        out,
        write(tmp_path, commune(NORTH), [line(serial_number="5CG 1234-ABC", brand="HP")]),
        write(tmp_path, commune(SOUTH), [line(serial_number="5cg1234abc"), line(serial_number="N/A")]),
        write(tmp_path, epci(), [line("portable_15", serial_number="5CG1234ABC", number="12")]),
    )
    assert [share.quantity for share in view.shares] == [1, 0, 1]
    assert [(entry.owner, entry.reason) for entry in journal.entries] == [(EPCI, Reason.SERIAL)] * 2


def test_appliances_of_two_makers_may_have_one_serial_number(tmp_path: Path, out: Path) -> None:
    _, view = made(
        out,
        write(tmp_path, commune(NORTH), [line(serial_number="10000001", brand="HP")]),
        write(tmp_path, commune(SOUTH), [line(serial_number="10000001", brand="Dell")]),
        write(tmp_path, epci(), [line("ecran", serial_number="10000001")]),
    )
    assert [share.quantity for share in view.shares] == [1, 1, 1]


def test_what_left_the_park_is_kept_and_weighs_nothing(tmp_path: Path, out: Path) -> None:
    gone = line(serial_number="AB-778-CD", status=EquipmentStatus.OUT, retired="2025", recipient=NORTH)
    _, view = made(
        out,
        write(tmp_path, epci(), [gone]),
        write(tmp_path, commune(NORTH), [line(serial_number="AB-778-CD")]),
    )
    assert [share.quantity for share in view.shares] == [0, 1]
    with Document.open(out, read_only=True) as document:
        assert document.count(Equipment) == 2


def test_services_provided_by_another_member_count_once(tmp_path: Path, out: Path) -> None:
    def use(service: str, quantity: float, **more: str) -> ServiceUse:
        return ServiceUse(campaign_id="", service=service, quantity=quantity, **more)  # type: ignore[arg-type]

    journal, view = made(
        out,
        write(
            tmp_path,
            epci(),
            [use("boite_mail", 200), line("serveur_rack"), SharedService(title="Sauvegarde commune")],
        ),
        write(
            tmp_path,
            commune(NORTH),
            [
                use("boite_mail", 20, provider="CC du Val"),
                use("depense_prestations", 3000, provider=EPCI),
                use("stockage", 500, name="Sauvegarde commune"),
                use("ramettes", 40),
            ],
        ),
        write(tmp_path, commune(SOUTH), [use("courriel", 10000), use("visio", 30, provider=EPCI)]),
    )
    assert {(entry.what, entry.reason) for entry in journal.entries} == {
        ("Boîtes aux lettres électroniques", Reason.SERVICE),
        ("Dépenses de prestations informatiques", Reason.BILLED),
        ("Sauvegarde commune", Reason.HOSTED),
    }
    # The mailboxes of the EPCI do not silence the e-mails of a commune: they are not the same ones.
    assert all(share.services > 0 for share in view.shares)
    assert view.combined.services.value == pytest.approx(sum(share.services for share in view.shares))
    # Every page of the document tells the same: that of the services, the état des lieux, the trajectory.
    with Document.open(out, read_only=True) as document:
        services = services_of(document, assess(document))
        assert services.total.value == pytest.approx(view.combined.services.value)
        assert combined(assess(document), services) == view.combined
        assert len(services.lines) == document.count(ServiceUse)


def test_a_web_site_of_two_members_counts_once(tmp_path: Path, out: Path) -> None:
    def site(url: str) -> WebSite:
        return WebSite(campaign_id="", name="Portail", url=url, page_kb=1000, yearly_views=1e6)

    journal, _ = made(
        out,
        write(tmp_path, epci(), [site("https://www.portail-du-val.fr/")]),
        write(tmp_path, commune(NORTH), [site("http://portail-du-val.fr"), site("")]),
    )
    assert [entry.reason for entry in journal.entries] == [Reason.WEB_SITE]


def test_places_of_the_same_name_keep_their_own_profile(tmp_path: Path, out: Path) -> None:
    school = [Site(name="École", usage_profile="ecole"), line(site="École", quantity=5)]
    office = [line(site="École", quantity=5)]
    journal, view = made(
        out, write(tmp_path, commune(NORTH), school), write(tmp_path, commune(SOUTH), office)
    )
    assert [member.own for member in journal.members] == pytest.approx([m.common for m in journal.members])
    assert view.shares[0].appliances != view.shares[1].appliances
    assert view.assessment.authority.name == f"{NORTH} et {SOUTH}"
    assert view.assessment.authority.population_municipal == 2000


def test_shared_services_are_told_once_and_disagreements_said(tmp_path: Path, out: Path) -> None:
    journal, _ = made(
        out,
        write(tmp_path, epci(), [SharedService(title="Délégué données", cost=6000, beneficiaries=NORTH)]),
        write(
            tmp_path,
            commune(SOUTH),
            [SharedService(title="délégué  données", provider="la CC du Val", cost=5000)],
        ),
        write(tmp_path, commune(NORTH), [SharedService(title="Salle serveur", beneficiaries=SOUTH)]),
    )
    with Document.open(out, read_only=True) as document:
        told = [
            (each.provider, each.title, each.beneficiaries, each.cost) for each in document.all(SharedService)
        ]
    assert told == [
        (EPCI, "Délégué données", f"{NORTH}\n{SOUTH}", 6000),
        (NORTH, "Salle serveur", SOUTH, None),
    ]
    assert any("n’est pas dit pareil partout" in remark for remark in journal.remarks)


def test_the_plan_tells_common_actions_once(tmp_path: Path, out: Path) -> None:
    def plan(first: str, second: str) -> list[Action | Dependency | BudgetLine]:
        one, two = Action(title=first, starts="2026-03", owner="DSI"), Action(title=second)
        needs = Dependency(action_id=one.id, needs_id=two.id)
        return [one, two, needs, BudgetLine(action_id=one.id, year=2026, amount=1000)]

    made(
        out,
        write(tmp_path, epci(), plan("Réparer", "Former")),
        # The other way round: joined, the two actions would wait for each other.
        write(tmp_path, commune(NORTH), plan("Former", "réparer !")),
        write(tmp_path, commune(SOUTH), plan("Donner", "Donner")),
    )
    with Document.open(out, read_only=True) as document:
        actions = {action.title: action for action in document.all(Action)}
        assert consolidation.leaders(actions["Réparer"]) == (EPCI, NORTH)
        assert document.count(Action) == 4
        assert document.count(Dependency) == 2
        assert document.count(BudgetLine) == 3


def test_the_sources_are_neither_written_nor_locked(tmp_path: Path, out: Path) -> None:
    paths = [write(tmp_path, epci(), [line()]), write(tmp_path, commune(NORTH), [line()])]
    before = [(path.read_bytes(), path.stat().st_mtime_ns) for path in paths]
    with Document.open(paths[0]):
        made(out, *paths)
    assert [(path.read_bytes(), path.stat().st_mtime_ns) for path in paths] == before
    assert sorted(path.name for path in tmp_path.glob("*.nrdesk*")) == sorted(path.name for path in paths)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, out: Path) -> None:
    broken = tmp_path / "abîmé.nrdesk"
    broken.write_bytes(b"rien de bon")
    journal, view = made(
        out, write(tmp_path, epci(), [line()]), broken, write(tmp_path, commune(NORTH), [line()])
    )
    assert [each.file for each in journal.unread] == ["abîmé.nrdesk"]
    assert len(view.shares) == 2
    with pytest.raises(UserError, match="au moins deux documents"):
        consolidation.gather([tmp_path / f"{EPCI}.nrdesk", broken])


def test_two_documents_of_one_collectivite_are_refused(tmp_path: Path, out: Path) -> None:
    path = write(tmp_path, commune(NORTH, code="63001"), [line()])
    copy = tmp_path / "copie.nrdesk"
    copy.write_bytes(path.read_bytes())
    with pytest.raises(UserError, match="deux documents de"):
        consolidation.consolidate([path, copy], out)
    assert not out.exists()


def test_a_consolidation_is_not_consolidated_again(tmp_path: Path, out: Path) -> None:
    paths = [write(tmp_path, epci(), [line()]), write(tmp_path, commune(NORTH), [line()])]
    made(out, *paths)
    gathered = consolidation.gather([*paths, out])
    assert [each.file for each in gathered.unread] == [out.name]
    assert "déjà une consolidation" in gathered.unread[0].reason
    assert len(gathered.members) == 2
    with pytest.raises(UserError, match="existe déjà"):
        consolidation.consolidate(paths, out)


def test_the_year_is_the_latest_that_all_have(tmp_path: Path, out: Path) -> None:
    first = write(tmp_path, epci(), [line()], year=2026)
    second = write(tmp_path, commune(NORTH), [line()], year=2024)
    journal, view = made(out, first, second)
    assert view.assessment.campaign.year == 2026
    assert [member.year for member in journal.members] == [2026, 2024]
    assert any("2024" in remark for remark in journal.remarks)


def test_unknown_staff_is_said_and_not_taken_for_none(tmp_path: Path, out: Path) -> None:
    journal, view = made(
        out, write(tmp_path, epci(), [line()]), write(tmp_path, commune(NORTH, agents=None), [line()])
    )
    assert view.assessment.per_agent is None
    assert any("nombre d’agents" in remark for remark in journal.remarks)


def test_what_is_added_to_the_result_is_told_apart(tmp_path: Path, out: Path) -> None:
    paths = [write(tmp_path, epci(), [line()]), write(tmp_path, commune(NORTH), [line()])]
    journal, _ = made(out, *paths)
    with Document.open(out) as document:
        with document.action("Ajouter") as tx:
            tx.add(replace(line("ecran"), campaign_id=document.campaign.id, site="Ailleurs"))
        view = consolidation.view(document, journal)
    assert view.shares[-1].name == "Ajouté depuis"
    assert view.edited == pytest.approx(view.shares[-1].appliances)


def test_what_holds_an_exercise_is_one(tmp_path: Path, out: Path) -> None:
    path = write(tmp_path, commune(NORTH), [line()])
    with Document.open(path) as document:
        session = training.TrainingSession("village", "Table 3", "2026-11-22T09:00:00Z")
        begin(document, session)
    made(out, write(tmp_path, epci(), [line()]), path)
    with Document.open(out, read_only=True) as document:
        assert training.session_of(document) == session


def test_a_figure_explains_itself_from_the_documents_to_the_whole(tmp_path: Path, out: Path) -> None:
    _, view = made(
        out,
        write(tmp_path, epci(), [line(quantity=5)]),
        write(tmp_path, commune(NORTH), [line(quantity=2, provided_by=EPCI), line(None), line("ecran")]),
    )
    whole = explain_whole(view)
    assert whole.value == view.combined.total.value
    assert [term.label for term in whole.terms] == [
        "Appareils des documents",
        "Comptés une seule fois",
        "Services",
    ]
    north = explain_share(view, view.shares[1])
    assert north.value == view.shares[1].total
    terms = {term.label: term for term in north.terms}
    assert terms["Compté ailleurs"].note == f"Chez {EPCI}."
    assert terms["Non comptés"].value_text == "1\u00a0ligne"


def test_what_the_owner_forgot_weighs_what_it_weighs_where_it_serves(tmp_path: Path, out: Path) -> None:
    school = Site(name="École", usage_profile="ecole")
    _, view = made(
        out,
        write(tmp_path, epci(), [line("ecran")]),
        write(tmp_path, commune(NORTH), [school, line(quantity=9, provided_by=EPCI, site="École")]),
    )
    assert [share.quantity for share in view.shares] == [10, 0]
    assert view.edited == 0


def test_communes_that_number_alike_do_not_hide_each_other(tmp_path: Path, out: Path) -> None:
    _, view = made(
        out,
        write(tmp_path, epci(), [line("ecran")]),
        write(tmp_path, commune(NORTH), [line(number="12", provided_by=EPCI)]),
        write(tmp_path, commune(SOUTH), [line(number="12", provided_by=EPCI)]),
    )
    assert [share.quantity for share in view.shares] == [3, 0, 0]
