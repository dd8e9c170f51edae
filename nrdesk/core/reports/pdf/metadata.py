"""Properties of the file: the Info dictionary and the XMP packet, which must agree (ISO 19005-2, 6.6)."""

from __future__ import annotations

from xml.sax.saxutils import escape

from pikepdf import String

from nrdesk import __version__
from nrdesk.core.reports.content import Meta
from nrdesk.core.reports.pdf import fonts

PRODUCER = "ReportLab, pikepdf"
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{tool}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
<xmp:CreateDate>{when}</xmp:CreateDate><xmp:ModifyDate>{when}</xmp:ModifyDate>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def info(meta: Meta) -> dict[str, String]:
    """Return the entries of the Info dictionary."""
    texts = _texts(meta)
    when = f"D:{meta.date:%Y%m%d}000000Z"
    return {
        "/Title": String(texts["title"]),
        "/Author": String(texts["author"]),
        "/Subject": String(texts["subject"]),
        "/Creator": String(texts["tool"]),
        "/Producer": String(PRODUCER),
        "/CreationDate": String(when),
        "/ModDate": String(when),
    }


def xmp(meta: Meta) -> bytes:
    """Return the XMP packet."""
    texts = {name: escape(text) for name, text in _texts(meta).items()}
    return _XMP.format(
        **texts, language=meta.language, producer=PRODUCER, when=f"{meta.date.isoformat()}T00:00:00Z"
    ).encode("utf-8")


def _texts(meta: Meta) -> dict[str, str]:
    texts = {
        "title": meta.title,
        "author": meta.authority,
        "subject": meta.subtitle or meta.title,
        "tool": f"nrdesk {__version__}",
    }
    return {name: fonts.one_line(text) for name, text in texts.items()}
