"""Rich texts of every shape, for the property tests."""

from hypothesis import strategies as st

from nrdesk.core.richtext import Bullets, Heading, Insert, Paragraph, RichText, Run

HOSTILE = "ab é\u00a0\u202f\t\n\x00\u200b\u200d\u202e\ufeff\ufffc\ufdd0\u2028\ue000<>&\"'👩\u0301عربي·•1.)-"
texts = st.text(st.one_of(st.sampled_from(HOSTILE), st.characters()), max_size=20)
hrefs = st.sampled_from(
    ("", "", "https://ademe.fr/a?b=1&c=2", "mailto:mairie@valbrenne.fr", "javascript:alert(1)", "file:///c")
)
runs = st.builds(Run, texts, st.booleans(), st.booleans(), hrefs)
many_runs = st.lists(runs, max_size=4).map(tuple)
blocks = st.one_of(
    st.builds(Heading, st.integers(1, 3), texts),
    st.builds(Paragraph, many_runs),
    st.builds(Bullets, st.lists(many_runs, max_size=3).map(tuple), st.booleans()),
    st.builds(Insert, texts),
)
rich_texts = st.lists(blocks, max_size=6).map(lambda made: RichText(tuple(made)))
