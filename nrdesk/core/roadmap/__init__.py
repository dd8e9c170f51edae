"""The strategy document: its chapters, drawn from the data of the steps, then edited; its versions.

    for view in chapters(document):
        view.title, view.body, view.complete.share

The tables and charts that a chapter may hold are named here (`INSERTS`) and built in `core.reports.inserts`.
"""

from nrdesk.core.roadmap.chapter_list import CHAPTERS, ChapterKind
from nrdesk.core.roadmap.comparing import Change, Difference, Piece, compare, compare_chapters
from nrdesk.core.roadmap.decree import Content, contents
from nrdesk.core.roadmap.editing import (
    add,
    edit,
    edit_easy,
    keep_mine,
    leave_out,
    move,
    note_reader,
    remove,
    rename,
    take_proposed,
)
from nrdesk.core.roadmap.facts import Facts, figures_of
from nrdesk.core.roadmap.inserts import INSERTS
from nrdesk.core.roadmap.pieces import Missing
from nrdesk.core.roadmap.versions import (
    Kept,
    KeptChapter,
    adopted,
    chapters_of,
    current,
    delete_version,
    read,
    restore,
    save_version,
    seal,
    versions,
)
from nrdesk.core.roadmap.views import ChapterView, Completeness, chapters, pages, prefill, share, views

__all__ = [
    "CHAPTERS",
    "INSERTS",
    "Change",
    "ChapterKind",
    "ChapterView",
    "Completeness",
    "Content",
    "Difference",
    "Facts",
    "Kept",
    "KeptChapter",
    "Missing",
    "Piece",
    "add",
    "adopted",
    "chapters",
    "chapters_of",
    "compare",
    "compare_chapters",
    "contents",
    "current",
    "delete_version",
    "edit",
    "edit_easy",
    "figures_of",
    "keep_mine",
    "leave_out",
    "move",
    "note_reader",
    "pages",
    "prefill",
    "read",
    "remove",
    "rename",
    "restore",
    "save_version",
    "seal",
    "share",
    "take_proposed",
    "versions",
    "views",
]
