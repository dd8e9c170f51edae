"""Hand-made documents for the tests of the renderers."""

import datetime as dt

from nrdesk.core.reports.content import (
    Block,
    Callout,
    ChartSpec,
    Column,
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    Meta,
    Report,
    Run,
    Series,
    Table,
    bold,
    bullets,
    link,
    paragraph,
)

META = Meta(
    title="État des lieux du numérique",
    subtitle="Inventaire et empreinte",
    authority="Commune de Saint-Œuvre-les-Bœufs",
    date=dt.date(2026, 11, 21),
    campaign="2026",
    factors="ADEME, édition 2026",
    legal_state=dt.date(2026, 11, 1),
)
BARS = ChartSpec(
    "bars",
    ("Ordinateurs", "Écrans", "Réseau"),
    (Series("Fabrication", (1020.0, 320.0, 250.0)), Series("Utilisation", (270.0, 170.0, 250.0))),
    "kg éq. CO₂ par an",
)
COLUMNS = ChartSpec(
    "columns", ("0", "1", "2"), (Series("Appareils", (3.0, 0.0, 5.0)),), "appareils", axis="âge"
)
HOSTILE = (
    "<b>gras</b> <img src='/etc/passwd'/> <para> &amp; & < > \" ' ]]>",
    "emoji 👩‍💻 🇫🇷 ✓ →, arabe مرحبا, chinois 数字, hébreu שלום",
    "contrôles \x00\x01\x08\x0b\x0c\x1b\x7f\x85\u2028\u2029 fin",
    "substituts isolés \ud800 \udfff, hors plan de base \U0001f4a9 \U0010ffff, non-caractère \uffff \ufffd",
    "direction \u202e\u2066 zéro \u200b\u200d\ufeff trait \u00ad insécable \u2011 fine\u202f!",
    "e\u0301le\u0300ve a\u0300 composer, ligatures œ æ ﬁ",
    "mot" * 1500,
    "phrase assez longue pour être coupée " * 300,
    "ligne\n" * 200,
    "",
    " ",
    "\n",
    "-" * 500,
    "BT /F1 12 Tf (injection) Tj ET EMC \\) endstream endobj",
)


def document(*blocks: Block, meta: Meta = META) -> Report:
    return Report(meta, blocks)


def everything() -> Report:
    """A document with each kind of block."""
    return document(
        Heading(1, "L’essentiel"),
        paragraph("Le numérique émet environ 2,9\u00a0t éq.\u00a0CO₂ par an.", style="lead"),
        KeyFigures(
            (KeyFigure("2,9\u00a0t", "par an", "entre 2,1 et 4,1\u00a0t"), KeyFigure("96\u00a0%", "du parc"))
        ),
        paragraph(
            "Voir la ",
            link(
                "loi du 15 novembre 2021 visant à réduire l’empreinte environnementale du numérique",
                "https://a.fr/é?b=cd",
            ),
            " et ",
            bold("écrire"),
            " à ",
            link("la mairie", "mailto:mairie@exemple.fr"),
            ", ",
            Run("merci", italic=True),
            ".",
        ),
        bullets("un", ("deux ", bold("gras"))),
        Callout("À savoir", (paragraph("C’est une évaluation, pas une mesure."),)),
        Heading(2, "Par groupe"),
        Figure(BARS, "Empreinte par groupe.", "Les ordinateurs dominent."),
        Table(
            "Empreinte par groupe",
            (Column("Groupe", 2), Column("kg", 1, "right")),
            (("Ordinateurs", "1\u202f290"), ("Écrans", "490")),
            ("Total", "1\u202f780"),
        ),
        Heading(1, "Âge"),
        Figure(COLUMNS, "Âge des appareils.", "Trois appareils neufs, cinq de deux ans."),
        Table(
            "Inventaire",
            (Column("N°"), Column("Appareil", 3)),
            tuple((str(n), "Portable") for n in range(120)),
        ),
        Callout("Prudence", (paragraph("Ordres de grandeur."),), "caution"),
    )


def hostile() -> Report:
    """A document whose every text is hostile."""
    blocks: list[Block] = []
    for text in HOSTILE:
        blocks += [
            Heading(1, text),
            Heading(5, text),
            paragraph(
                text, bold(text), link(text, "javascript:alert(1)"), link(text, "https://exemple.fr/<é>")
            ),
            bullets(text, text),
            Callout(text, (paragraph(text),)),
            KeyFigures((KeyFigure(text[:200], text[:200]),)),
            Table(text, (Column(text[:300]), Column("b")), ((text, text), ("", text)), (text, "")),
            Table(text, (Column(text),), ()),
            Figure(
                ChartSpec(
                    "bars", (text[:40], "b"), (Series(text[:40], (1, 0)), Series("$x_1$", (0, 0))), text[:40]
                ),
                text,
                text,
            ),
        ]
    meta = Meta(
        title=HOSTILE[0], authority=HOSTILE[3], date=dt.date(2026, 1, 1), notice=HOSTILE[1], exercise=True
    )
    return document(*blocks, meta=meta)
