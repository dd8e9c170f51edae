"""Build `content/frequent_words.csv`: `python resources/data/build_frequent_words.py WORDFREQ_WHEEL`.

The words that French uses most, most frequent first, from the French list of wordfreq 3.1.1 (Robyn Speer,
data under CC BY-SA 4.0: Wikipedia, OpenSubtitles 2018, ParaCrawl, Leeds Internet Corpus, Google Books Ngrams,
SUBTLEX by Marc Brysbaert et al., Twitter). Needs msgpack, which nrdesk itself does not.
"""

import csv
import gzip
import re
import sys
import zipfile
from pathlib import Path

import msgpack

KEPT = 8_000
OUT = Path(__file__).parent / "content" / "frequent_words.csv"
_LETTERS = "[a-zàâäçéèêëîïôöùûüÿœæ]+"
_WORD = re.compile(f"{_LETTERS}(?:['-]{_LETTERS})*")


def main(wheel: Path) -> None:
    """Read the list in the wheel whose path is given, and write ours."""
    with zipfile.ZipFile(wheel) as archive:
        packed = gzip.decompress(archive.read("wordfreq/data/large_fr.msgpack.gz"))
    _, *by_frequency = msgpack.unpackb(packed, raw=False)
    words = [
        word for same in by_frequency for word in sorted(same) if len(word) > 1 and _WORD.fullmatch(word)
    ]
    with OUT.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter=";", lineterminator="\n")
        writer.writerow(["word"])
        writer.writerows([word] for word in words[:KEPT])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
