"""The pieces of the pages: what they show, what they say to a screen reader, how they wrap."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from nrdesk.ui import theme
from nrdesk.ui.accessibility import focusable, name_of
from nrdesk.ui.theme.tokens import contrast
from nrdesk.ui.widgets import text
from nrdesk.ui.widgets.buttons import button, icon_button
from nrdesk.ui.widgets.card import Card
from nrdesk.ui.widgets.charts import Bar, Bars, paint_ring
from nrdesk.ui.widgets.flow import FlowLayout
from nrdesk.ui.widgets.fold import Fold
from nrdesk.ui.widgets.form import Form, FormRow
from nrdesk.ui.widgets.messages import MessageBar, say
from nrdesk.ui.widgets.page import Page
from nrdesk.ui.widgets.pill import Pill
from nrdesk.ui.widgets.rows import LinkRow


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Pourquoi ?", "Pourquoi\u00a0?"),
        ("Ici : là ; voilà !", "Ici\u00a0: là\u00a0; voilà\u00a0!"),
        ("« un mot »", "«\u00a0un mot\u00a0»"),
        ("https://example.org", "https://example.org"),
    ],
)
def test_french_punctuation_never_starts_a_line(written: str, shown: str) -> None:
    assert text.tied(written) == shown


def test_a_label_never_reads_html() -> None:
    assert text.body("<b>gras</b>").textFormat() is Qt.TextFormat.PlainText


def test_a_form_row_names_its_field(qtbot: QtBot) -> None:
    field = QLineEdit()
    row = FormRow("&Agents", field, help="Titulaires et contractuels.", unit="personnes")
    qtbot.addWidget(row)
    assert field.accessibleName() == "Agents (personnes)"
    assert field.accessibleDescription() == "Titulaires et contractuels."


def test_the_unit_and_the_help_of_a_row_may_change(qtbot: QtBot) -> None:
    field = QLineEdit()
    row = FormRow("&Quantité", field)
    qtbot.addWidget(row)
    row.describe("Sur la facture\u00a0: le total.", "ramettes")
    assert (field.accessibleName(), field.accessibleDescription()) == (
        "Quantité (ramettes)",
        "Sur la facture\u00a0: le total.",
    )
    row.set_problem("Écrivez un nombre.")
    row.describe("Ailleurs.", "Go")
    assert row.problem == field.accessibleDescription() == "Écrivez un nombre."
    row.set_problem("")
    assert field.accessibleDescription() == "Ailleurs."
    row.describe("")
    assert field.accessibleName() == "Quantité"
    assert not any(label.isVisibleTo(row) for label in row.findChildren(QLabel)[1:])


def test_a_problem_is_shown_read_and_taken_back(qtbot: QtBot) -> None:
    row = FormRow("Agents", QLineEdit("beaucoup"), help="Un nombre.")
    qtbot.addWidget(row)
    row.set_problem("Écrivez un nombre entier.")
    assert row.problem == "Écrivez un nombre entier."
    assert row.field.accessibleDescription() == "Écrivez un nombre entier."
    row.set_problem("")
    assert row.problem == ""
    assert row.field.accessibleDescription() == "Un nombre."


def test_a_form_takes_one_column_when_it_is_narrow(qtbot: QtBot) -> None:
    form = Form(columns=2)
    qtbot.addWidget(form)
    rows = [form.add_row(name, QLineEdit()) for name in ("Un", "Deux")]
    form.resize(900, 300)
    form.show()
    assert rows[0].y() == rows[1].y()
    form.resize(300, 300)
    qtbot.waitUntil(lambda: rows[1].y() > rows[0].y())


def test_a_flow_goes_to_the_next_line(qtbot: QtBot) -> None:
    holder = QWidget()
    flow = FlowLayout()
    holder.setLayout(flow)
    qtbot.addWidget(holder)
    for name in ("Ajouter une ligne", "Exporter", "Importer"):
        flow.addWidget(button(name))
    assert flow.heightForWidth(1000) < flow.heightForWidth(200)


def test_bars_have_a_text_alternative(qtbot: QtBot) -> None:
    bars = Bars(("Fabrication", "Électricité"))
    qtbot.addWidget(bars)
    bars.show_bars(
        "Empreinte", [Bar("Écrans", (340, 150), "490\u00a0kg"), Bar("Serveur", (0, 0), "0\u00a0kg")]
    )
    bars.resize(500, bars.sizeHint().height())
    assert bars.accessibleDescription() == "Écrans : 490\u00a0kg ; Serveur : 0\u00a0kg"
    image = bars.grab().toImage()
    assert any(image.pixelColor(x, 15).name() == theme.tokens().first.lower() for x in range(image.width()))


@pytest.mark.parametrize(
    ("share", "accent", "ok"), [(0.0, False, False), (0.4, True, False), (1.0, False, True)]
)
def test_a_ring_paints_any_share(share: float, accent: bool, ok: bool) -> None:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.tokens().surface))
    painter = QPainter(image)
    paint_ring(painter, QRectF(image.rect()), share)
    painter.end()
    colours = {image.pixelColor(x, y).name() for x in range(40) for y in range(40)}
    assert (theme.tokens().accent.lower() in colours) is accent
    assert (theme.tokens().ok.lower() in colours) is ok


def test_a_fold_opens_from_the_keyboard(qtbot: QtBot) -> None:
    fold = Fold("Comment", opened=False)
    fold.add(text.body("Réunir ceux qui feront."))
    qtbot.addWidget(fold)
    fold.show()
    assert not fold.content.isVisible()
    qtbot.keyClick(fold.header, Qt.Key.Key_Space)
    assert fold.content.isVisible()
    assert fold.header.accessibleDescription() == "Ouvert"


def test_a_row_that_leads_somewhere_is_one_button(qtbot: QtBot) -> None:
    gone = []
    row = LinkRow("Inventaire", "Vos appareils", "monitor", lambda: gone.append(True))
    qtbot.addWidget(row)
    row.show()
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    qtbot.keyClick(row, Qt.Key.Key_Space)
    assert gone == [True, True]
    assert name_of(row) == "Inventaire"


def test_what_can_take_the_focus_leaves_out_inner_fields(qtbot: QtBot) -> None:
    holder = QWidget()
    column = QVBoxLayout(holder)
    editable = QComboBox()
    editable.setEditable(True)
    for widget in (button("Un"), icon_button("x", "Fermer"), editable, text.body("texte")):
        column.addWidget(widget)
    qtbot.addWidget(holder)
    holder.show()
    assert len(focusable(holder)) == 3


def test_a_message_stays_until_it_is_closed(qtbot: QtBot) -> None:
    page = Page("Essai")
    bar = MessageBar()
    page.add(bar)
    qtbot.addWidget(page)
    page.show()
    done = []
    say(page, "Le document est enregistré.", "ok", ("Ouvrir", lambda: done.append(True)))
    assert bar.isVisible()
    assert bar.text == "Le document est enregistré."
    opening = next(child for child in focusable(bar) if name_of(child) == "Ouvrir")
    qtbot.mouseClick(opening, Qt.MouseButton.LeftButton)
    assert done == [True]
    say(page, "Autre chose.")
    assert bar.text == "Autre chose."
    closing = next(child for child in focusable(bar) if name_of(child).startswith("Fermer"))
    qtbot.mouseClick(closing, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_a_page_keeps_its_actions_after_its_badges(qtbot: QtBot) -> None:
    page = Page("Inventaire", "Une ligne par appareil.")
    action = button("Importer…")
    page.add_action(action)
    badge = text.body("90 appareils", wrap=False)
    page.add_badge(badge)
    qtbot.addWidget(page)
    page.resize(900, 400)
    page.show()
    assert badge.mapTo(page, badge.rect().topLeft()).x() < action.mapTo(page, action.rect().topLeft()).x()
    assert page.accessibleName() == "Inventaire"


def test_the_title_of_a_card_stays_on_one_line_beside_its_button(qtbot: QtBot) -> None:
    card = Card("Les documents qui vous guident", button("Ajouter un document", "plus"))
    qtbot.addWidget(card)
    card.resize(640, 100)
    card.show()
    assert card.heading
    assert card.heading.width() > card.heading.fontMetrics().horizontalAdvance(card.heading.text())


def test_a_text_goes_to_the_next_line_only_where_the_room_is_short(qtbot: QtBot) -> None:
    holder = QWidget()
    layout = FlowLayout(gap=12)
    holder.setLayout(layout)
    words = text.strong("Volet numérique du plan climat-air-énergie territorial")
    for widget in (words, Pill("à vérifier avec elle", "quiet")):
        layout.addWidget(widget)
    qtbot.addWidget(holder)
    holder.resize(640, 100)
    holder.show()
    assert words.width() > words.fontMetrics().horizontalAdvance(words.text())
    assert words.height() < 2 * words.fontMetrics().lineSpacing()
    holder.resize(200, 100)
    qtbot.waitUntil(lambda: words.width() == 200)
    assert words.height() >= 2 * words.fontMetrics().lineSpacing()


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("kind", ["primary", "secondary", "link"])
def test_the_icon_of_a_disabled_button_can_be_seen(
    qapp: QApplication, qtbot: QtBot, mode: str, kind: str
) -> None:
    theme.apply(qapp, mode)
    made = button("Importer…", "upload", kind)
    qtbot.addWidget(made)
    made.setEnabled(False)
    image = made.icon().pixmap(made.iconSize(), QIcon.Mode.Disabled).toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    drawn = max(pixels, key=lambda colour: colour.alpha())
    assert drawn.alpha() > 200
    assert contrast(drawn.name(), theme.tokens().sunken) >= 3
