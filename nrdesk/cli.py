"""The command line: French verbs over the same core as the window.

With `--json` a command prints one JSON object on the standard output. Errors go to the standard error as a
French sentence, with exit code 1 (2 when the command itself was not understood), and never a traceback.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from nrdesk import __version__
from nrdesk.commands import (
    Answer,
    consolidate,
    copies,
    documents,
    figures,
    files,
    handover,
    law,
    maturity,
    merge,
    portfolio,
    simulate,
    start,
    years,
)
from nrdesk.core.errors import UserError

Command = Callable[[argparse.Namespace], Answer]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    _speak_utf8()
    given = sys.argv[1:] if arguments is None else arguments
    if given and given[0].startswith("--selftest"):
        from nrdesk import selftest

        if folder := selftest.asked(given):
            return selftest.run(folder)
    args = build_parser().parse_args(given)
    try:
        answer: Answer = args.command(args)
    except UserError as error:
        print(f"nrdesk : {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("nrdesk : interrompu.", file=sys.stderr)
        return 130
    except OSError as error:
        # The machine said no where no sentence of ours was ready: a name too long, a folder in the way.
        where = f" ({error.filename})" if error.filename else ""
        print(f"nrdesk : l’ordinateur a refusé : {error.strerror or error}{where}.", file=sys.stderr)
        return 1
    try:
        print(json.dumps(answer.data, ensure_ascii=False, indent=1) if args.json else answer.text, flush=True)
    except BrokenPipeError:
        # Whoever was reading (`| head`) has read enough; Python must not say so again when it exits.
        _mute_output()
    except OSError as error:
        _mute_output()
        print(f"nrdesk : la réponse n’a pas pu être écrite : {error.strerror}.", file=sys.stderr)
        return 1
    return answer.code


def _mute_output() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of every verb; messages are French, down to argparse's own."""
    parser = _FrenchParser(
        prog="nrdesk",
        description="La stratégie numérique responsable d’une collectivité, hors ligne.",
    )
    parser.add_argument(
        "--version", action="version", version=f"nrdesk {__version__}", help="affiche la version"
    )
    verbs = parser.add_subparsers(title="commandes", metavar="COMMANDE", required=True, dest="verbe")

    def verb(name: str, command: Command, help_: str, *, file: bool = True) -> argparse.ArgumentParser:
        sub = verbs.add_parser(name, help=help_, description=help_)
        sub.set_defaults(command=command)
        sub.add_argument("--json", action="store_true", help="répond par un objet JSON")
        if file:
            sub.add_argument("fichier", metavar="FICHIER", type=_file, help="document .nrdesk")
        return sub

    verb("demo", files.demo, "Crée la commune de démonstration.")

    new = verb("nouveau", files.new, "Crée le document d’une commune ou d’un EPCI.")
    who = new.add_mutually_exclusive_group(required=True)
    who.add_argument("--insee", metavar="CODE", help="code INSEE de la commune")
    who.add_argument("--siren", metavar="NUMERO", help="numéro SIREN de l’EPCI")
    new.add_argument("--annee", type=int, metavar="ANNEE", help="année de la première campagne")

    estimating = verb("estimer", start.estimate, "Estime un parc à partir de cinq nombres.")
    for option, what in start.OPTIONS.items():
        estimating.add_argument(f"--{option}", type=int, metavar="N", help=what.help)

    importing = verb("importer", figures.import_inventory, "Importe un inventaire.")
    importing.add_argument("source", metavar="SOURCE", type=_file, help="tableur, CSV, export GLPI ou OCS…")
    importing.add_argument("--essai", action="store_true", help="montre le résultat sans rien écrire")
    importing.add_argument("--rejets", metavar="CSV", type=_file, help="écrit les lignes rejetées")

    _add_years(verb)

    asking = verb("questionnaire", maturity.questionnaire, "Dit la maturité, ou reprend un tableau rempli.")
    asking.add_argument("--reprendre", metavar="TABLEAU", type=_file, help="questionnaire rempli à reprendre")
    asking.add_argument("--essai", action="store_true", help="montre le résultat sans rien écrire")

    verb("obligations", figures.obligations, "Liste les obligations qui s’appliquent.")
    verb("etat", figures.state, "Dit où en sont les dix étapes.")

    table = verb("droit", law.table, "Dit quel état du droit est utilisé, ou le remplace.", file=False)
    change = table.add_mutually_exclusive_group()
    change.add_argument("--etat", action="store_true", help="dit la date de l’état du droit (par défaut)")
    change.add_argument(
        "--importer", metavar="TABLE", type=_file, help="utilise une table plus récente (CSV)"
    )
    change.add_argument("--retirer", action="store_true", help="revient à la table livrée avec nrdesk")

    export = verb("exporter", documents.export, "Écrit un document.", file=False)
    export.add_argument("fichier", metavar="FICHIER", type=_file, nargs="?", help="document .nrdesk")
    export.add_argument("document", metavar="DOCUMENT", nargs="?", help="nom du document (voir --liste)")
    export.add_argument("sortie", metavar="SORTIE", type=_file, nargs="?", help="fichier à écrire")
    export.add_argument("--liste", action="store_true", help="nomme les documents et leurs formats")
    export.add_argument("--tout", metavar="DOSSIER", type=Path, help="écrit tous les documents")
    export.add_argument("--remplacer", action="store_true", help="remplace le fichier s’il existe")

    _add_portfolio(verb)

    _add_copies(verb)

    copy = verb("anonymiser", copies.anonymise, "Écrit une copie où personne n’est reconnaissable.")
    copy.add_argument("sortie", metavar="SORTIE", type=_file, help="document .nrdesk à écrire")

    verb("verifier", files.verify, "Vérifie l’intégrité d’un document.")
    verb("sauvegarder", files.back_up, "Fait une sauvegarde datée.")
    restoring = verb("restaurer", files.restore, "Revient à une sauvegarde.")
    restoring.add_argument("--depuis", metavar="SAUVEGARDE", type=_file, help="par défaut, la plus récente")
    restoring.add_argument("--liste", action="store_true", help="liste les sauvegardes")
    return parser


def _add_copies(verb: Callable[[str, Command, str], argparse.ArgumentParser]) -> None:
    """Add the verbs that make one document of two, or hand one over."""
    merging = verb("fusionner", merge.merge, "Réunit deux copies d’un même document.")
    merging.add_argument("copie", metavar="COPIE", type=_file, help="l’autre copie, qui ne change pas")
    merging.add_argument("--sortie", metavar="NRDESK", type=_file, help="document réuni à écrire")
    merging.add_argument(
        "--origine", metavar="SAUVEGARDE", type=_file, help="leur origine commune, si connue"
    )
    merging.add_argument(
        "--garder",
        choices=merge.PREFERENCES,
        default="recent",
        help="ce qui est gardé quand les deux ont changé la même chose (par défaut, le plus récent)",
    )
    merging.add_argument(
        "--rapport", metavar="PDF", type=_file, help="écrit le rapport de fusion (PDF, Word)"
    )
    merging.add_argument("--essai", action="store_true", help="montre le résultat sans rien écrire")
    handing = verb(
        "remettre", handover.hand_over, "Réunit tout ce qu’il faut pour continuer dans une archive."
    )
    handing.add_argument("--sortie", metavar="ZIP", type=_file, required=True, help="archive à écrire")
    handing.add_argument("--remplacer", action="store_true", help="remplace l’archive si elle existe")


def _add_years(verb: Callable[[str, Command, str], argparse.ArgumentParser]) -> None:
    """Add the verbs about the figures of campaigns."""
    footprint = verb("empreinte", figures.footprint, "Calcule l’empreinte du numérique.")
    footprint.add_argument("--campagne", type=int, metavar="ANNEE", help="par défaut, la plus récente")
    footprint.add_argument(
        "--famille", metavar="FAMILLE", help="facteurs (voir «\u00a0nrdesk facteurs\u00a0»)"
    )
    footprint.add_argument(
        "--vue",
        choices=(figures.FLOW, figures.STOCK),
        default=figures.STOCK,
        help="flux\u00a0: les achats de l’année en entier\u00a0; stock\u00a0: tout le parc (par défaut)",
    )

    comparing = verb("comparer", years.compare, "Dit pourquoi l’empreinte a changé entre deux campagnes.")
    comparing.add_argument("--de", type=int, metavar="ANNEE", required=True, help="la première")
    comparing.add_argument("--a", type=int, metavar="ANNEE", required=True, help="la seconde")

    simulating = verb("simuler", simulate.simulate, "Dit ce que le plan d’action change à l’empreinte.")
    simulating.add_argument("--scenario", metavar="NOM", help="par défaut, le plan tel qu’il est")

    campaign = verb("campagne", years.campaign, "Liste, ouvre, fige ou supprime des campagnes.")
    what = campaign.add_mutually_exclusive_group()
    what.add_argument("--liste", action="store_true", help="liste les campagnes (par défaut)")
    what.add_argument("--copier", type=int, metavar="ANNEE", help="ouvre la campagne d’une autre année")
    what.add_argument("--figer", type=int, metavar="ANNEE", help="ses chiffres ne bougent plus")
    what.add_argument("--defiger", type=int, metavar="ANNEE", help="elle suit les facteurs d’aujourd’hui")
    what.add_argument("--supprimer", type=int, metavar="ANNEE", help="avec tout ce qu’elle contient")
    campaign.add_argument("--depuis", type=int, metavar="ANNEE", help="campagne copiée (la plus récente)")
    campaign.add_argument("--au", metavar="DATE", help="date de l’inventaire copié, AAAA-MM-JJ")

    own = verb("facteurs", years.factors, "Liste les familles de facteurs, ou en ajoute une.")
    bringing = own.add_mutually_exclusive_group()
    bringing.add_argument("--liste", action="store_true", help="liste les familles (par défaut)")
    bringing.add_argument("--ajouter", metavar="CSV", type=_file, help="garde vos facteurs dans le document")
    bringing.add_argument("--retirer", metavar="NOM", help="retire vos facteurs")


def _add_portfolio(verb: Callable[..., argparse.ArgumentParser]) -> None:
    """Add the verb about a folder of documents."""
    folder = verb("portefeuille", portfolio.portfolio, "Lit tous les documents d’un dossier.", file=False)
    folder.add_argument("dossier", metavar="DOSSIER", type=Path, help="ses sous-dossiers sont lus aussi")
    folder.add_argument(
        "--sortie", metavar="SORTIE", type=_file, help="écrit le tableau\u00a0: .xlsx, .pdf ou .docx"
    )
    folder.add_argument("--anonyme", action="store_true", help="ne nomme personne dans --sortie")
    folder.add_argument("--document", metavar="DOCUMENT", help="écrit ce document pour chaque collectivité")
    folder.add_argument("--format", metavar="FORMAT", help="par défaut, le premier du document")
    folder.add_argument("--vers", metavar="DOSSIER", type=Path, help="dossier où écrire ces documents")
    folder.add_argument("--remplacer", action="store_true", help="remplace les fichiers qui existent")

    whole = verb("consolider", consolidate.consolidate, "Réunit un EPCI et ses communes.", file=False)
    whole.add_argument("fichiers", metavar="FICHIER", type=_file, nargs="+", help="documents .nrdesk")
    whole.add_argument("--sortie", metavar="FICHIER", type=_file, required=True, help="document à écrire")
    whole.add_argument("--annee", type=int, metavar="ANNEE", help="par défaut, la dernière commune à tous")
    whole.add_argument("--retours", metavar="DOSSIER", type=Path, help="écrit une fiche par collectivité")


def _file(text: str) -> Path:
    """Return the path of a file, whose name must be text that SQLite and JSON can hold."""
    path = Path(text)
    if not path.name or any("\ud800" <= letter <= "\udfff" for letter in text):
        shown = text.encode(errors="replace").decode()
        raise argparse.ArgumentTypeError(f"« {shown} » ne peut pas être le nom d’un fichier")
    return path


class _FrenchParser(argparse.ArgumentParser):
    """argparse in French: its own sentences go through this table, whose keys are how they begin."""

    _SENTENCES = (
        ("the following arguments are required: ", "il manque "),
        ("unrecognized arguments: ", "je ne connais pas "),
        ("one of the arguments ", "il faut l’une des options "),
        ("ambiguous option: ", "option ambiguë : "),
        ("not allowed with argument ", "ne va pas avec "),
        ("argument ", "l’argument "),
        (" is required", ""),
        ("expected one argument", "attend une valeur"),
        ("invalid choice: ", "choix inconnu : "),
        ("(choose from ", "(choix possibles : "),
        ("invalid int value: ", "n’est pas un nombre entier : "),
    )

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 -- argparse's own, passed on
        super().__init__(**options, add_help=False)
        self.add_argument("-h", "--help", "--aide", action="help", help="affiche cette aide")
        self._positionals.title = "arguments"
        self._optionals.title = "options"

    def format_usage(self) -> str:
        return super().format_usage().replace("usage: ", "usage : ")

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", "usage : ", 1)

    def error(self, message: str) -> NoReturn:
        for english, french in self._SENTENCES:
            message = message.replace(english, french)
        self.exit(2, f"nrdesk : {message}.\n{self.format_usage()}")


def _speak_utf8() -> None:
    """Write UTF-8 even where the console says otherwise (Windows, a bare POSIX locale)."""
    for stream in (sys.stdout, sys.stderr):
        # None: whoever started nrdesk closed it.
        if (
            stream is not None
            and (stream.encoding or "").lower() != "utf-8"
            and hasattr(stream, "reconfigure")
        ):
            stream.reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main())
