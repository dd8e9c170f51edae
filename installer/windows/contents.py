"""What the Windows tree holds: everything that a wheel brings is kept or dropped by these lists.

What is dropped here and needed there is only found by `nrdesk --selftest`, which uses every library shipped.
"""

from __future__ import annotations

import re

# fmt: off
RUNTIME_KEPT = frozenset((
      "LICENSE.txt", "python313.dll", "python3.dll", "vcruntime140.dll", "vcruntime140_1.dll",
      "libffi-8.dll", "sqlite3.dll", "_asyncio.pyd", "_bz2.pyd", "_ctypes.pyd", "_decimal.pyd",
      "_elementtree.pyd", "_lzma.pyd", "_overlapped.pyd", "_queue.pyd", "_socket.pyd",
      "_sqlite3.pyd", "_uuid.pyd", "_zoneinfo.pyd", "pyexpat.pyd", "select.pyd",
      "unicodedata.pyd",
))
# fmt: on
"""Files of the runtime besides its standard library."""

RUNTIME_DROPPED = {
    "libcrypto-3.dll": "no network code: no TLS",
    "libssl-3.dll": "no network code: no TLS",
    "_ssl.pyd": "no network code: `import ssl` must fail",
    "_hashlib.pyd": "needs libcrypto; hashlib does without",
    "_multiprocessing.pyd": "nrdesk is one process",
    "_wmi.pyd": "asking WMI hangs on some machines, and importing SQLAlchemy asks",
    "winsound.pyd": "nrdesk makes no sound",
    "python.exe": "our launcher starts the runtime",
    "pythonw.exe": "our launcher starts the runtime",
    "python.cat": "signatures of what is not shipped",
    "python313._pth": "written by us: where the libraries are",
    "python313.zip": "the standard library: written again without what is not used",
}
"""Why each other file of the runtime is left out."""

STANDARD_DROPPED = re.compile(
    r"^(ssl|ensurepip|idlelib|lib2to3|pydoc_data|tkinter|turtle|turtledemo|venv|wsgiref|xmlrpc|_pyrepl|"
    r"ftplib|imaplib|nntplib|poplib|smtplib|telnetlib|socketserver|antigravity|this|webbrowser|pdb|pydoc|"
    r"cProfile|profile|pstats|mailbox|doctest|pickletools|optparse|trace|statistics|_pydecimal|"
    r"multiprocessing|concurrent/futures/process|curses|dbm|shelve|modulefinder|wave|bdb|cmd|"
    r"compileall|py_compile|zipapp|symtable|tabnanny|pyclbr|fileinput|filecmp|netrc|urllib/robotparser|"
    r"_osx_support|_android_support|_ios_support|xml/dom/(minidom|expatbuilder|pulldom|xmlbuilder)|"
    r"unittest/mock|asyncio/unix_events|http/(server|cookiejar)|logging/(config|handlers)|_pyio|_pydatetime|"
    r"sqlite3/(__main__|dump))(/|\.pyc$|$)|^test/"
)
"""Modules of the standard library that nothing here imports."""

QT_MODULES = ("Core", "Gui", "Widgets", "PrintSupport", "Svg")
_QT_LIBRARIES = frozenset([f"Qt6{name}.dll" for name in QT_MODULES] + ["pyside6.abi3.dll"])
"""Without the C++ runtime of Microsoft: shiboken6 brings the same and is always loaded first."""
_QT_BINDINGS = frozenset(f"Qt{name}.pyd" for name in QT_MODULES)
_QT_OTHERS = re.compile(
    r"^PySide6/(__init__|_config|_git_pyside_version)\.py$"
    r"|^PySide6/support/[^/]*\.py$"
    r"|^PySide6/plugins/platforms/(qwindows|qoffscreen)\.dll$"
    r"|^PySide6/plugins/styles/[^/]*\.dll$"
    r"|^PySide6/plugins/imageformats/(qjpeg|qsvg|qico)\.dll$"
    r"|^PySide6/plugins/iconengines/qsvgicon\.dll$"
    r"|^PySide6/translations/qtbase_fr\.qm$"
)

DISTRIBUTIONS_DROPPED = {
    "tzdata": "no time zone is ever read",
    "charset-normalizer": "asked for by ReportLab for an option that nrdesk does not use",
}
"""Wheels of the lock that are not shipped at all, and why."""

_DROPPED = tuple(
    re.compile(pattern)
    for pattern in (
        # What compilers, type checkers and tests read.
        r"(^|/)(tests?|testing|_pyinstaller|__pyinstaller)/",
        r"\.(pyi|lib|a|c|h|hpp|cpp|pxd|pxi|pyx|typed|exp|pdb|cmake|mako|build|in)$",
        r"(^|/)include/",
        r"\.data/",
        # Licences and the name of what is shipped are kept; how it was installed is not.
        r"\.dist-info/(?!(licenses/.*|LICEN[CS]E[^/]*|METADATA|AUTHORS[^/]*|NOTICE[^/]*)$)",
        r"\.dist-info/sboms/",
        # Each library: the parts that none of our documents needs.
        r"^shiboken6/(concrt140|vc(amp|corlib|omp|runtime)140(_1)?|msvcp140_codecvt_ids)\.dll$",
        r"^shiboken6/(?!.*\.(py|dll|pyd)$)",
        r"^numpy/(f2py|doc|distutils|random|fft|polynomial)/",
        r"^numpy/(conftest|matlib|typing/mypy_plugin|ma/(mrecords|testutils)|lib/(recfunctions|_user_array_impl))\.py$",
        r"^numpy/_core/_(simd|multiarray_tests|operand_flag_tests|rational_tests|struct_ufunc_tests|umath_tests)\.",
        r"^matplotlib/mpl-data/(sample_data|plot_directive|images|stylelib)/",
        r"^matplotlib/mpl-data/fonts/(afm|pdfcorefonts)/",
        r"^matplotlib/mpl-data/fonts/ttf/(?!DejaVuSans\.ttf$|LastResort|LICENSE)",
        r"^matplotlib/(sphinxext|_qhull|_tri\.|_?animation|sankey|_type1font)",
        r"^matplotlib/backends/(web_backend|qt_editor)/",
        r"^matplotlib/backends/(_backend_(gtk|tk|pdf)|_tkagg|_macosx|backend_(cairo|gtk|macosx|nbagg|pdf|pgf|ps|qt|svg|"
        r"template|tk|web|wx))",
        r"^pylab\.py$|^mpl_toolkits/(?!mplot3d/)",
        r"^packaging/(?!(__init__|_structures|errors|version)\.py$)",  # Matplotlib compares versions with it
        r"^pyparsing/(ai|diagram|tools)/",
        r"^PIL/(?!(Bmp|Gif|Jpeg|Mpo|Png|Ppm|Tiff)Image)[A-Za-z0-9]+ImagePlugin\.py$",
        r"^PIL/(_avif|_webp|_imagingtk|_imagingft|_imagingmath|_imagingmorph|_tkinter_finder)",
        r"^PIL/(Image(Draw2|Grab|Math|Morph|Qt|Show|Stat|Tk|Transform|Win)|PSDraw|PdfParser|TarIO|WalImageFile)\.py$",
        r"^PIL/(BdfFontFile|ContainerIO|FontFile|GdImageFile|PcfFontFile|report)\.py$",
        r"^docx/templates/default-docx-template/",
        r"^sqlalchemy/dialects/(mysql|mssql|oracle|postgresql)/",
        r"^sqlalchemy/(ext|orm)/",  # Core only: a document has no ORM
        r"^reportlab/(platypus|graphics|fonts)/",
        r"^reportlab/pdfbase/(_glyphlist|acroform|pdfform)\.py$",  # PostScript fonts, forms to fill in
        r"^reportlab/lib/(attrmap|codecharts|corp|normalDate|randomtext|rparsexml|sequencer|testutils|validators|"
        r"yaml)\.py$",
        r"^fontTools/(?!__init__\.py$|agl\.py$|misc/(__init__|loggingTools|textTools)\.py$)",
        r"^lxml/(html|isoschematron|includes|doctestcompare|cssselect|usedoctest|sax|builder|objectify|pyclasslookup)",
        r"^pikepdf/(pdfa/|(canvas|form)\.py$)",
        r"^pptx/templates/[^/]*\.emf$",  # icons of files embedded in a slide
        r"^openpyxl/utils/dataframe\.py$",
        r"^contourpy/util/(bokeh|mpl)_",
    )
)


def kept(path: str) -> bool:
    """Tell whether a file of a wheel is shipped.

    Args:
        path: its path in the wheel, with forward slashes.
    """
    if path.startswith("PySide6/"):
        parts = path.split("/")
        direct = len(parts) == 2 and (parts[1] in _QT_LIBRARIES or parts[1] in _QT_BINDINGS)
        return direct or bool(_QT_OTHERS.search(path))
    return not any(pattern.search(path) for pattern in _DROPPED)
