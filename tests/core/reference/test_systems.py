import pytest

from nrdesk.core import dates
from nrdesk.core.reference import systems


def test_every_system_is_sourced_and_dated_or_says_why_not():
    for system in systems.load():
        assert system.support_end is None or dates.is_partial_date(system.support_end), system.id
        assert system.words
        assert system.advice.text.endswith(".")
    identifiers = [system.id for system in systems.load()]
    assert len(identifiers) == len(set(identifiers))


def test_words_mean_one_system():
    words = [word for system in systems.load() for word in system.words]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Windows 10", "Windows 10"),
        ("Microsoft Windows 10 Professionnel", "Windows 10"),
        ("win10", "Windows 10"),
        ("Windows 8.1 Pro", "Windows 8.1"),
        ("Windows 11", "Windows 11"),
        ("Windows 11 Pro 23H2", "Windows 11, version 23H2"),
        ("Windows 11 Entreprise 23H2", "Windows 11"),
        ("Microsoft Windows Server 2012 R2 Standard", "Windows Server 2012 et 2012 R2"),
        ("Ubuntu 22.04.5 LTS", "Ubuntu 22.04 LTS"),
        ("macOS 12.6", "macOS 12 (Monterey)"),
    ],
)
def test_people_and_tools_write_the_same_system_in_many_ways(text, label):
    found = systems.recognise(text)
    assert found is not None
    assert found.label == label


@pytest.mark.parametrize(
    "text", ["", "Windows", "Android", "Linux Mint", "iPadOS", "10.0.19045", "Windows 100"]
)
def test_a_system_without_its_version_is_not_guessed(text):
    assert systems.recognise(text) is None


def test_windows_10_is_kept_with_another_system():
    windows_10 = systems.recognise("Windows 10")
    assert windows_10 is not None
    assert windows_10.support_end == "2025-10-14"
    assert windows_10.advice.text.startswith("Gardez la machine")
