"""The rules of the quiz."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrdesk.core.knowledge.quiz import SoloGame, TeamGame, draw, themes
from nrdesk.core.reference import quiz

QUESTIONS = quiz.load()


@given(st.text(), st.sampled_from(["", *themes(QUESTIONS)]), st.none() | st.integers(1, 60))
def test_a_seed_gives_a_game_and_always_the_same(seed: str, theme: str, number: int | None) -> None:
    game = draw(QUESTIONS, seed, theme=theme, number=number)
    assert game == draw(QUESTIONS, seed, theme=theme, number=number)
    assert len(set(game)) == len(game)
    assert {question.theme for question in game} <= ({theme} if theme else set(themes(QUESTIONS)))
    available = sum(theme in ("", question.theme) for question in QUESTIONS)
    assert len(game) == min(number or available, available)
    assert [question.level for question in game] == sorted(question.level for question in game)


def test_two_seeds_give_two_games() -> None:
    assert draw(QUESTIONS, "1") != draw(QUESTIONS, "2")


@pytest.fixture
def solo() -> SoloGame:
    return SoloGame(draw(QUESTIONS, "7", number=3))


def _wrong(game: SoloGame) -> int:
    assert game.question
    return (game.question.answer + 1) % 4


def test_alone_to_the_end(solo: SoloGame) -> None:
    assert solo.question
    game = solo.answer(solo.question.answer)
    assert (game.chosen, game.score) == (solo.question.answer, 1)
    game = game.next()
    assert game.chosen is None
    game = game.answer(_wrong(game)).next()
    assert game.question
    game = game.answer(game.question.answer).next()
    assert game.question is None
    assert game.score == 2
    assert sum(right for right, _ in game.by_theme.values()) == 2
    assert sum(asked for _, asked in game.by_theme.values()) == 3
    assert game.answer(0) == game == game.next()


def test_the_first_choice_counts(solo: SoloGame) -> None:
    wrong = solo.answer(_wrong(solo))
    assert solo.question
    assert wrong.answer(solo.question.answer) == wrong


def test_no_question_is_skipped(solo: SoloGame) -> None:
    assert solo.next() == solo


def test_the_sheet_of_a_game_alone(solo: SoloGame) -> None:
    assert solo.question
    game = solo.answer(solo.question.answer).next()
    game = game.answer(_wrong(game))
    headers, first, second, total = game.sheet()
    assert headers[-2:] == ["Votre réponse", "Juste"]
    assert (first[0], first[-1], second[-1]) == (solo.question.id, "oui", "non")
    assert total[-2:] == ["1 sur 2", "50\u00a0%"]
    assert {len(row) for row in game.sheet()} == {len(headers)}
    assert solo.sheet()[-1][-2:] == ["0 sur 0", ""]


@pytest.fixture
def room() -> TeamGame:
    return TeamGame(draw(QUESTIONS, "7", number=3), ("Rouges", "Bleus"))


def test_points_are_given_after_the_answer_and_can_be_taken_back(room: TeamGame) -> None:
    assert room.toggle_point(0) == room
    shown = room.reveal()
    assert shown.is_revealed
    assert shown.toggle_point(0).scores == (1, 0)
    assert shown.toggle_point(0).toggle_point(0) == shown
    assert shown.toggle_point(2) == shown.toggle_point(-1) == shown


def test_one_goes_back_without_losing_a_point(room: TeamGame) -> None:
    game = room.reveal().toggle_point(1).move(1)
    assert not game.is_revealed
    game = game.reveal().toggle_point(0).toggle_point(1)
    back = game.move(-1)
    assert back.is_revealed
    assert back.scores == (1, 2)
    assert back.winners == ("Bleus",)


def test_the_ends_of_a_room_game(room: TeamGame) -> None:
    assert room.move(-1) == room
    end = room.move(99)
    assert end.question is None
    assert end == end.move(1) == end.reveal()
    assert room.winners == ()
    assert room.reveal().toggle_point(0).toggle_point(1).winners == ("Rouges", "Bleus")


def test_the_sheet_of_a_room_game(room: TeamGame) -> None:
    game = room.reveal().toggle_point(1).move(1)
    headers, first, total = game.sheet()
    assert headers[-2:] == ["Rouges", "Bleus"]
    assert first[-2:] == ["0", "1"]
    assert total[-2:] == ["0", "1"]
