"""What a table does to pass each exercise, as the answer key tells it."""

import datetime as dt
from collections.abc import Callable

from nrdesk.core import exchange, training
from nrdesk.core.document import Document
from nrdesk.core.maturity import asked
from nrdesk.core.model import (
    Action,
    Ambition,
    AwarenessSession,
    Axis,
    ChosenMoment,
    Deliberation,
    Dependency,
    Equipment,
    EquipmentStatus,
    ExitRoute,
    Finding,
    Indicator,
    MaturityAnswer,
    Message,
    Objective,
    PastAction,
    Person,
    PersonRole,
    PolicyDocument,
    PolicyKind,
    PolicyLink,
    PolicyOwner,
    PriorityAxis,
    Quote,
    Reading,
    ReadingStatus,
    Record,
    Referent,
    ResourceReading,
    Review,
    SessionStatus,
    Stakeholder,
    SynthesisItem,
    Trade,
    TradeCoverage,
)
from nrdesk.core.plan import editing
from nrdesk.core.reports import versions
from nrdesk.core.steps import flash

TODAY = dt.date.today().isoformat()
CATEGORIES = {
    "HG-005": "imprimante_laser",
    "HG-011": "nas",
    "MC-008": "imprimante_etiquettes",
    "MC-015": "onduleur",
    "PA-020": "terminal_paiement",
    "PA-021": "camera_video",
}
DATES = {"HG-002": "2019-05", "HG-004": "2017", "HG-008": "2021"}
PRESENT = {"village": (5, 1), "bourg": (9, 3), "ville": (12, 6)}
SENT = {"village": "2026-12-04", "bourg": "2026-12-04", "ville": "2026-11-13"}
VOTES = {"bourg": (17, 3, 16, 2, 2), "ville": (22, 4, 21, 3, 2)}


def key_of(doc: Document) -> str:
    session = training.session_of(doc)
    assert session is not None
    return session.commune


def add(doc: Document, *records: Record) -> None:
    with doc.action("Répondre") as tx:
        tx.add_all(records)


def change(doc: Document, kind: type[Record], id: str, **values: object) -> None:
    with doc.action("Répondre") as tx:
        tx.update(kind, id, **values)


def numbered(doc: Document, number: str) -> str:
    return doc.ids(Equipment, number=number)[0]


def coordination(doc: Document) -> None:
    someone = next((p for p in doc.all(Person) if p.is_coordinator), doc.all(Person)[0])
    change(doc, Person, someone.id, is_coordinator=True, mission_written=True)


def portage(doc: Document) -> None:
    change(doc, Person, doc.ids(Person, role=PersonRole.ELECTED)[0], is_sponsor=True)


def metiers(doc: Document) -> None:
    elected = doc.ids(Person, role=PersonRole.ELECTED)[0]
    covered = {each.trade for each in doc.all(TradeCoverage)}
    mine = (Trade.COMMUNICATION, Trade.SUSTAINABILITY)
    add(doc, *(TradeCoverage(trade=trade, person_id=elected) for trade in mine))
    add(doc, *(TradeCoverage(trade=t, by_epci=True) for t in Trade if t not in covered and t not in mine))


def acteurs(doc: Document) -> None:
    for id in doc.ids(Stakeholder):
        change(doc, Stakeholder, id, interest=3, influence=4)


def seance(doc: Document) -> None:
    elected, agents = PRESENT[key_of(doc)]
    first = doc.all(AwarenessSession)[0]
    change(
        doc, AwarenessSession, first.id, status=SessionStatus.HELD, held_on="2026-09-04",
        elected_present=elected, agents_present=agents,
    )  # fmt: skip


def suite(doc: Document) -> None:
    change(doc, AwarenessSession, doc.ids(AwarenessSession)[1], held_on="2027-03")


def referents(doc: Document) -> None:
    services = {p.service for p in doc.all(Person) if p.role is PersonRole.AGENT}
    add(doc, *(Referent(service=service, name="Quelqu’un") for service in services))


def lecture(doc: Document) -> None:
    add(doc, ResourceReading(resource="R02", status=ReadingStatus.RECOMMENDED))


def intercommunalite(doc: Document) -> None:
    plan = PolicyDocument(
        title="PCAET 2024-2030", kind=PolicyKind.PCAET, owner=PolicyOwner.EPCI, starts="2024", ends="2030"
    )
    add(doc, plan)


def croisement(doc: Document) -> None:
    documents = doc.ids(PolicyDocument)
    add(doc, *(PolicyLink(document_id=id, axis=Axis.LIFE_CYCLE, strength=3) for id in documents))


def categories(doc: Document) -> None:
    for line in doc.all(Equipment):
        if not line.category:
            change(doc, Equipment, line.id, category=CATEGORIES[line.number], unread="")


def quantite(doc: Document) -> None:
    change(doc, Equipment, numbered(doc, "HG-007"), quantity=11)


def doublon(doc: Document) -> None:
    with doc.action("Supprimer") as tx:
        tx.delete(Equipment, [numbered(doc, "MC-020")])


def dates(doc: Document) -> None:
    for number, date in DATES.items():
        change(doc, Equipment, numbered(doc, number), purchased=date)


def school(doc: Document) -> None:
    (file,) = training.materials(key_of(doc))
    source = exchange.read_source(doc.path.with_name(file.name))
    mapping = exchange.recognise_columns(source)
    if "quantity" not in mapping.by_field:
        mapping = mapping.corrected(source.headers.index("Combien"), "quantity")
    campaign = doc.campaign.id
    present = doc.all(Equipment, campaign_id=campaign)
    exchange.apply_plan(doc, exchange.plan_import(source, mapping, present, campaign))


def sorties(doc: Document) -> None:
    for number in ("PA-031", "PA-032", "PA-033"):
        change(
            doc, Equipment, numbered(doc, number), status=EquipmentStatus.OUT, retired="2026-04",
            exit_route=ExitRoute.DONATED, recipient="Le Second Clic",
        )  # fmt: skip


def deja(doc: Document) -> None:
    add(doc, PastAction(title="Don d’ordinateurs"))


def maturite(doc: Document) -> None:
    campaign = doc.campaign.id
    theme = [each for each in asked((), flash=flash(doc)) if each.theme == "Gouvernance et stratégie"]
    add(doc, *(MaturityAnswer(campaign_id=campaign, question=each.id, level=1) for each in theme))


def synthese(doc: Document) -> None:
    campaign = doc.campaign.id
    add(doc, *(SynthesisItem(campaign_id=campaign, finding=each, text="Une phrase.") for each in Finding))


def ambition(doc: Document) -> None:
    text = "D’ici 2030, la commune garde ses appareils tant qu’ils marchent."
    if found := doc.ids(Ambition):
        change(doc, Ambition, found[0], text=text)
    else:
        add(doc, Ambition(text=text))


def perimetre(doc: Document) -> None:
    weights = {"environment": 50, "social": 30, "societal": 20}
    change(doc, Ambition, doc.ids(Ambition)[0], scope="Tous les services, écoles comprises.", **weights)


def smart(doc: Document) -> None:
    change(
        doc, Objective, doc.ids(Objective)[0], title="Garder les ordinateurs sept ans",
        axis_id=doc.ids(PriorityAxis)[0], owner="Secrétaire de mairie",
        indicator="Âge moyen de remplacement", unit="ans", base_year=2026, base_value=5.0, target_value=7.0,
        due="2040", means="300 € de réparations par an", reason="Le devis est trop cher.",
        expected="Un seul poste changé par an.",
    )  # fmt: skip


def parole(doc: Document) -> None:
    add(doc, Quote(speaker="Le maire", text="Nous avons besoin de machines qui marchent."))


def version(doc: Document) -> None:
    versions.save(doc, "avant la relecture du bureau")


def convocation(doc: Document) -> None:
    sent = SENT[key_of(doc)]
    if found := doc.ids(Deliberation):
        change(doc, Deliberation, found[0], convened=sent)
    else:
        add(doc, Deliberation(meeting="2026-12-10T20:00", convened=sent))


def vote(doc: Document) -> None:
    present, proxies, yes, no, abstentions = VOTES[key_of(doc)]
    change(
        doc, Deliberation, doc.ids(Deliberation)[0], present=present, proxies=proxies, votes_for=yes,
        votes_against=no, abstentions=abstentions,
    )  # fmt: skip


def catalogue(doc: Document) -> None:
    editing.take(doc, ["A2-02"], objective_id=doc.ids(Objective)[0])


def responsables(doc: Document) -> None:
    for id in doc.ids(Action):
        change(doc, Action, id, owner="Secrétaire de mairie", starts="2027-01")


def boucle(doc: Document) -> None:
    titles = {title: id for id, title in doc.column(Action, "title").items()}
    rule, agreement = titles["Écrire la règle de remplacement"], titles["Signer la convention de don"]
    assert doc.ids(Dependency, action_id=rule, needs_id=agreement)
    editing.remove_dependency(doc, rule, agreement)


def blocage(doc: Document) -> None:
    change(doc, Action, doc.ids(Action, blocked=True)[0], blocked_reason="Pas de crédit voté.")


def releve(doc: Document) -> None:
    add(doc, Reading(indicator_id=doc.ids(Indicator)[0], read_on=TODAY, value=9.0, source="Comptage"))


def comite(doc: Document) -> None:
    add(doc, Review(title="Revue", starts=TODAY, held=True, report="Le plan avance."))


def message(doc: Document) -> None:
    add(
        doc,
        Message(
            title="Merci", text="Onze appareils gardés, deux à réparer.", planned="2027-01", owner="Mairie",
            eco_choices="Affiche en noir et blanc",
        ),
    )  # fmt: skip


def moments(doc: Document) -> None:
    add(doc, *(ChosenMoment(title="Moment", starts=day) for day in ("2027-01", "2027-03-20", "2027-09")))


SOLUTIONS: dict[str, Callable[[Document], None]] = {
    "coordination": coordination, "portage": portage, "metiers": metiers, "acteurs": acteurs,
    "seance": seance, "suite": suite, "referents": referents, "lecture": lecture,
    "intercommunalite": intercommunalite, "croisement": croisement, "categories": categories,
    "quantite": quantite, "doublon": doublon, "dates": dates, "import": school, "sorties": sorties,
    "deja": deja, "maturite": maturite, "synthese": synthese, "ambition": ambition, "perimetre": perimetre,
    "smart": smart, "parole": parole, "version": version, "convocation": convocation, "vote": vote,
    "catalogue": catalogue, "responsables": responsables, "boucle": boucle, "blocage": blocage,
    "releve": releve, "comite": comite, "message": message, "moments": moments,
}  # fmt: skip
