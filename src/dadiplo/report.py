"""A page on one state, body, person or agreement: facts, timeline, partners, quotes with footnotes, open questions."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dadiplo import questions, tables
from dadiplo.answers import to_table
from dadiplo.citations import Citation, cite
from dadiplo.gaps import as_table as gaps_table
from dadiplo.gaps import gaps
from dadiplo.lookup import label
from dadiplo.names import LANGUAGES
from dadiplo.network import Event, Selection, agents, events
from dadiplo.phrases import phrase
from dadiplo.pictures.drawing import darkened
from dadiplo.resources import DD, VOCAB
from dadiplo.store import IRI, Store, triple_of
from dadiplo.tables import Cell, Table, isolate, reference

_RIGHT_TO_LEFT = ("ar", "ur")
#: What a page says of an event, in this order.
_FACTS = (
    "instrumentKind", "measureKind", "reserveActionKind", "moneyActionKind", "meetingFormat", "stage", "modality",
    "date", "timeExpression", "tookPlaceAt", "hasParty", "hasAgent", "hasSpeaker", "hasVisitor", "hasHost",
    "hasParticipant", "concernsState", "hasSignatory", "bindingness", "textPublished", "hasTopic", "hasAim",
    "corroboration",
)  # fmt: skip
#: What a page says of an agent.
_OWN = ("bodyKind", "actsFor", "partOf", "founded", "isoAlpha2", "isoAlpha3")
#: Class → the questions that a page on one of it answers, each with the parameter that names it.
_SECTIONS: dict[str, tuple[tuple[str, str], ...]] = {
    "State": (
        ("partners", "state"), ("legal-status", "state"), ("bans", "state"), ("reserve-actions", "state"),
        ("holdings", "holder"), ("digital-money", "state"), ("regulators", "state"), ("heads", "of"),
    ),
    "Person": (("heads", "of"), ("signatories", "of"), ("meetings", "agent"), ("statements", "agent")),
    "Organization": (("heads", "of"), ("agreements", "of"), ("signatories", "of"), ("holdings", "holder"),
                     ("meetings", "agent"), ("statements", "agent")),
}  # fmt: skip
#: By which one event stands to another.
_ORDER = ("subEventOf", "followedEvent", "resultedIn", "ofAgreement", "announces", "speaksOf")
#: Gaps that a page shows.
_GAPS = 12


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a report: its title and its table; ``key`` tells parts apart in every language."""

    key: str
    title: str
    table: Table


@dataclass(frozen=True, slots=True)
class Report:
    """What is written of a thing; the tables' citations are numbers into ``sources``, from 1."""

    iri: str
    title: str
    language: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    sources: tuple[Citation, ...]


def report(store: Store, thing: str, language: str = "en") -> Report:
    """Return a report on a thing of the graph.

    Args:
        store: the graph.
        thing: IRI of a state, body, person or event.
        language: of names, headings and sentences.

    """
    numbers: dict[Citation, int] = {}
    known = agents(store, [thing]).get(thing)
    listed = events(store, Selection(modality="any"))
    if known is None:
        facts = _facts(store, thing, _FACTS, language)
        related = _related(store, thing)
        concerned = [event for event in listed if event.iri in related | {thing}]
        sections = [_timeline(store, concerned, thing, numbers, language)]
    else:
        concerned = [event for event in listed if thing in event.agents]
        facts = _facts(store, thing, _OWN, language) + _counts(store, concerned, language)
        facts = ((phrase("kind", language), label(store, DD + known.type, language)), *facts)
        sections = [
            _timeline(store, concerned, thing, numbers, language),
            _partners(store, concerned, thing, numbers, language),
        ]
        kind = known.type if known.type in _SECTIONS else "Organization"
        sections += [_answer(store, name, parameter, thing, numbers, language) for name, parameter in _SECTIONS[kind]]
    found = gaps(store, thing, language)
    open_questions = gaps_table(store, found[:_GAPS], language)
    if len(found) > _GAPS:
        more = Cell(phrase("and-more", language, count=len(found) - _GAPS))
        open_questions = Table(open_questions.names, open_questions.headings, [*open_questions.rows, [Cell(""), more]])
    sections.append(Section("gaps", phrase("not-known", language), open_questions))
    names = tuple(
        (phrase("other-name", tag), label(store, thing, tag))
        for tag in LANGUAGES
        if label(store, thing, tag) != label(store, thing, language)
    )
    return Report(
        thing,
        label(store, thing, language),
        language,
        (*facts, *names),
        tuple(section for section in sections if section.table.rows),
        tuple(numbers),
    )


def _facts(store: Store, thing: str, properties: Sequence[str], language: str) -> tuple[tuple[str, str], ...]:
    told = []
    for name in properties:
        values = [triple_of(quad)[2] for quad in store.match(IRI(thing), IRI(DD + name))]
        if name == "hasParticipant":
            # Those who have another role are told with it.
            narrower = {
                triple_of(quad)[2]
                for role in _FACTS
                if role != name
                for quad in store.match(IRI(thing), IRI(DD + role))
            }
            values = [value for value in values if value not in narrower]
        texts = sorted({label(store, v.value, language) if isinstance(v, IRI) else v.value for v in values})
        if texts:
            told.append((label(store, DD + name, language), phrase("comma", language).join(map(isolate, texts))))
    return tuple(told)


def _counts(store: Store, concerned: Sequence[Event], language: str) -> tuple[tuple[str, str], ...]:
    """Return how many events of which class there are, and from when to when."""
    actual = [event for event in concerned if "actual" in event.modality]
    told = [
        (label(store, DD + name, language), str(count))
        for name, count in sorted(Counter(event.type for event in actual).items(), key=lambda item: (-item[1], item[0]))
    ]
    days = sorted(event.earliest for event in actual if event.earliest)
    if days:
        told.append((phrase("period", language), f"{days[0]} – {days[-1]}"))
    return tuple(told)


def _related(store: Store, thing: str) -> set[str]:
    """Return the events that a source puts in order with an event, as its parts or as its results."""
    node = IRI(thing)
    links = [IRI(DD + name) for name in _ORDER]
    return {
        end.value
        for link in links
        for quad in [*store.match(node, link), *store.match(None, link, node)]
        for end in (triple_of(quad)[0], triple_of(quad)[2])
        if isinstance(end, IRI)
    }


def _timeline(
    store: Store, concerned: Sequence[Event], thing: str, numbers: dict[Citation, int], language: str
) -> Section:
    rows, cited = [], []
    for event in sorted(concerned, key=lambda event: (event.earliest or "9999", event.iri)):
        modality = phrase("comma", language).join(
            label(store, f"{VOCAB}modality/{m}", language) for m in event.modality
        )
        date = event.date or phrase("undated", language)
        rows.append([Cell(date), Cell(label(store, event.iri, language), event.iri), Cell(modality)])
        cited.append(_cited(store, event, thing, numbers, language))
    headings = [label(store, DD + name, language) for name in ("date", "Event", "modality")]
    return Section(
        "timeline", phrase("timeline", language), Table(("date", "event", "modality"), headings, rows, cited)
    )


def _partners(
    store: Store, concerned: Sequence[Event], thing: str, numbers: dict[Citation, int], language: str
) -> Section:
    """Return the states that take part in the same events, with how many and since when, the most frequent first."""
    shared: dict[str, list[Event]] = {}
    own = set(agents(store, [thing])[thing].states) | {thing}
    for event in concerned:
        if "actual" in event.modality:
            for state in set(event.states) - own:
                shared.setdefault(state, []).append(event)
    rows, cited = [], []
    for state, found in sorted(shared.items(), key=lambda item: (-len(item[1]), item[0])):
        first = min((event.earliest for event in found if event.earliest), default="")
        rows.append([Cell(label(store, state, language), state), Cell(str(len(found))), Cell(first)])
        citations = {number for event in found for number in _cited(store, event, thing, numbers, language)}
        cited.append(sorted(citations))
    headings = [label(store, DD + "State", language), phrase("events", language), phrase("since", language)]
    return Section("linked", phrase("partners", language), Table(("state", "events", "since"), headings, rows, cited))


def _cited(store: Store, event: Event, thing: str, numbers: dict[Citation, int], language: str) -> list[int]:
    row = {"event": IRI(event.iri), "thing": IRI(thing)}
    return [numbers.setdefault(citation, len(numbers) + 1) for citation in cite(store, dict(row), ["event"], language)]


def _answer(
    store: Store, name: str, parameter: str, thing: str, numbers: dict[Citation, int], language: str
) -> Section:
    """Return the answer to a question about a thing, its sources numbered with those of the whole report."""
    question = questions.load(name)
    table = to_table(store, questions.ask(store, question, {parameter: thing}), language, cited=True)
    given = [numbers.setdefault(citation, len(numbers) + 1) for citation in table.sources]
    cited = [[given[number - 1] for number in row] for row in table.cited]
    # A column in which all rows name the thing itself says nothing.
    kept = [i for i in range(len(table.names)) if any(row[i].iri != thing and row[i].text for row in table.rows)]
    return Section(
        name,
        question.summary.get(language) or question.summary["en"],
        Table(
            [table.names[i] for i in kept],
            [table.headings[i] for i in kept],
            [[row[i] for i in kept] for row in table.rows],
            cited,
        ),
    )


def as_markdown(told: Report) -> str:
    """Return a report as Markdown with footnotes."""
    lines = [f"# {told.title}", ""]
    lines += [f"- **{name}**: {value}" for name, value in told.facts] + [""]
    for section in told.sections:
        table = Table(
            section.table.names, section.table.headings, section.table.rows, section.table.cited, told.sources
        )
        body = table if section.table.cited else section.table
        # The footnotes of all tables stand at the end.
        lines += [f"## {section.title}", "", tables.as_markdown(body).partition("\n\n")[0].rstrip(), ""]
    quotes = [citation for citation in told.sources if citation.quote]
    if quotes:
        lines += [f"## {phrase('quotes', told.language)}", ""]
        for citation in quotes:
            number = told.sources.index(citation) + 1
            lines += [f"> {isolate(' '.join(citation.quote.split()))} [^{number}]", ""]
    lines += [f"[^{number}]: {reference(citation)}" for number, citation in enumerate(told.sources, 1)]
    return "\n".join(lines).rstrip() + "\n"


def as_html(told: Report, pictures: Sequence[tuple[str, str]] = ()) -> str:
    """Return a report as one HTML page without scripts, for a browser, an e-mail or the printer.

    Args:
        told: the report.
        pictures: SVG documents that stand above the tables, each with what it shows in words.

    """
    direction = "rtl" if told.language in _RIGHT_TO_LEFT else "ltr"
    facts = "".join(f"<dt>{_text(name)}</dt><dd>{_text(value)}</dd>" for name, value in told.facts)
    parts = [f"<header><h1>{_text(told.title)}</h1><dl>{facts}</dl></header>"]
    parts += [f"<figure>{svg}<figcaption>{_text(shown)}</figcaption></figure>" for svg, shown in pictures]
    for section in told.sections:
        parts.append(
            f'<section id="{section.key}"><h2>{_text(section.title)}</h2>{tables.rows_as_html(section.table)}</section>'
        )
    quotes = [(n, citation) for n, citation in enumerate(told.sources, 1) if citation.quote]
    if quotes:
        items = "".join(
            f'<blockquote dir="auto">{_text(" ".join(c.quote.split()))} <a href="#source-{n}">[{n}]</a></blockquote>'
            for n, c in quotes
        )
        parts.append(f'<section id="quotes"><h2>{_text(phrase("quotes", told.language))}</h2>{items}</section>')
    if told.sources:
        listed = tables.sources_as_html(told.sources)
        parts.append(f'<section id="sources"><h2>{_text(phrase("sources", told.language))}</h2>{listed}</section>')
    # Pictures have their colours in attributes, which style rules overrule where the page is dark.
    dark = f"@media(prefers-color-scheme:dark){{{darkened()}}}" if pictures else ""
    style = _STYLE.replace("\n", "") + dark
    return (
        f'<!doctype html>\n<html lang="{told.language}" dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
        "base-uri 'none'; form-action 'none'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.escape(told.title)}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n"
        + "\n".join(parts)
        + "\n</main>\n</body>\n</html>\n"
    )


#: Format → writer.
FORMATS: dict[str, Callable[[Report, Sequence[tuple[str, str]]], str]] = {
    "html": as_html,
    "md": lambda told, pictures: as_markdown(told),
}


def _text(text: str) -> str:
    return tables.text_as_html(text)


_STYLE = """
:root{color-scheme:light dark;--ink:#1b2430;--soft:#5a6675;--line:#d9dee5;--accent:#0b5d7a;--paper:#fff}
@media(prefers-color-scheme:dark){:root{--ink:#e6e9ee;--soft:#9aa5b4;--line:#303945;--accent:#6cc3e0;--paper:#14181e}}
body{margin:0;background:var(--paper);color:var(--ink);
font:16px/1.55 Georgia,"Noto Serif","Noto Naskh Arabic","Amiri",serif}
main{max-width:52rem;margin:0 auto;padding:2.5rem 1.25rem 4rem}
h1{font-size:2rem;line-height:1.2;margin:0 0 1rem}
h2{font-size:1.15rem;margin:2.5rem 0 .6rem;padding-bottom:.25rem;border-bottom:1px solid var(--line)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1.2rem;margin:0;font-size:.95rem}
dt{color:var(--soft)}dd{margin:0}
table{border-collapse:collapse;width:100%;font-size:.92rem}
th{text-align:start;font-weight:600;color:var(--soft);border-bottom:1px solid var(--line);padding:.3rem .8rem .3rem 0}
td{vertical-align:top;padding:.35rem .8rem .35rem 0;border-bottom:1px solid var(--line)}
[dir=rtl] th,[dir=rtl] td{padding:.35rem 0 .35rem .8rem}
a{color:var(--accent);text-decoration:none}a:hover{text-decoration:underline}
sup a{margin-inline-start:.1rem;font-size:.75em}
blockquote{margin:.8rem 0;padding:.1rem 1rem;border-inline-start:3px solid var(--accent)}
ol{font-size:.85rem;color:var(--soft);overflow-wrap:anywhere}
figure{margin:1.8rem 0}figure svg{display:block;max-width:100%;height:auto}
figcaption{font-size:.85rem;color:var(--soft);margin-top:.4rem}
@media screen and (max-width:40rem){figure{overflow-x:auto}figure svg{max-width:none}
figcaption{position:sticky;inset-inline-start:0}}
:target{background:color-mix(in srgb,var(--accent) 18%,transparent)}
h2:first-letter{text-transform:uppercase}#timeline td:first-child{white-space:nowrap}
@media print{main{max-width:none;padding:0}h2{break-after:avoid}tr,blockquote,figure{break-inside:avoid}}
"""
