"""Step 3: the strategy serves what the collectivité already wants."""

from __future__ import annotations

from nrdesk.core.formatting import count
from nrdesk.core.model import PolicyDocument, PolicyLink, PolicyOwner
from nrdesk.core.policies.matrix import priorities, ranking
from nrdesk.core.steps.snapshot import Snapshot
from nrdesk.core.steps.step import Check, Deliverable, Place, Step

PAGE = "step3"

_EMPTY = "Aucun document n’est noté\u00a0: commencez par le projet de mandat et le plan climat."


def _documents(now: Snapshot) -> str:
    documents = now.all(PolicyDocument)
    if not documents:
        return _EMPTY
    undated = ", ".join(each.title for each in documents if not (each.starts or each.ends))
    return f"Dates à donner\u00a0: {undated}. L’année suffit." if undated else ""


def _matrix(now: Snapshot) -> str:
    documents = now.all(PolicyDocument)
    if not documents:
        return _EMPTY
    linked = {link.document_id for link in now.all(PolicyLink) if link.strength > 0}
    apart = sum(document.id not in linked for document in documents)
    if not apart:
        return ""
    return f"{count(apart, 'document')} sans lien\u00a0: notez de 0 à 3 les axes que chacun touche."


def _priorities(now: Snapshot) -> str:
    documents, links = now.all(PolicyDocument), now.all(PolicyLink)
    if priorities(documents, links):
        return ""
    if ranking(documents, links):
        return "Trop d’axes sont à égalité\u00a0: donnez plus de force à ceux qui comptent vraiment."
    return "La matrice est vide\u00a0: les priorités en sortent dès qu’un document touche un axe."


def _shared(now: Snapshot) -> str:
    """An EPCI, or a commune without one, is only asked for its own documents."""
    member = bool(now.authority.epci_name) and not now.authority.kind.is_epci
    owners = {document.owner for document in now.all(PolicyDocument)}
    if not owners:
        return _EMPTY
    if member and PolicyOwner.EPCI not in owners:
        return (
            "Aucun document de l’intercommunalité n’est noté\u00a0: ajoutez son plan climat ou son projet de "
            "territoire, et dites à qui il est."
        )
    if not member and PolicyOwner.OURS not in owners:
        return "Aucun document n’est à la collectivité\u00a0: ajoutez les vôtres, et dites à qui ils sont."
    return ""


STEP = Step(
    number=3,
    key="policies",
    title="Articuler le numérique responsable aux autres politiques",
    goal="Relier la démarche à ce que la collectivité a déjà décidé, pour qu’elle serve et qu’elle dure.",
    checks=(
        Check(
            "Les documents qui guident la collectivité sont recensés, avec leurs dates.",
            Place(PAGE, "policies"),
            _documents,
            todo="Recenser les documents qui comptent",
        ),
        Check(
            "Chaque document est relié à au moins un axe du numérique responsable.",
            Place(PAGE, "matrix"),
            _matrix,
            todo="Croiser politiques et axes",
            essential=False,
        ),
        Check(
            "Une à trois priorités en ressortent.",
            Place(PAGE, "priorities"),
            _priorities,
            todo="Faire ressortir une à trois priorités",
        ),
        Check(
            "Ce qui relève de l’intercommunalité est distingué de ce qui relève de la commune.",
            Place(PAGE, "policies"),
            _shared,
            todo="Dire qui fait quoi avec l’intercommunalité",
        ),
    ),
    deliverables=(
        Deliverable(
            "note-d-articulation",
            "Note d’articulation",
            "Ce que la démarche apporte à chaque politique, et les priorités qui en sortent.",
        ),
    ),
)
