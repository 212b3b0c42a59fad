"""The one table that says how each record of a reading is kept in RDF: attribute → predicate and coding.

Writing and reading both follow it, so nothing can be written that does not come back. The class of each kind
of fact is in `vocabulary.FACT_CLASS`; evidence and reason, with resources of their own, are in `serialise`.
"""

from __future__ import annotations

from pyoxigraph import NamedNode

from graph.store import vocabulary as v
from graph.store.encoding import Code, Coding, Date, Flag, Many, Name, Number, Text, When

_ANYBODY = ("person", "body")  # a body can ask for, promise or own something just as a person can


def _person(name: str, predicate: NamedNode, link: NamedNode) -> Name:
    return Name(name, predicate, link, ("person",))


def _anybody(name: str, predicate: NamedNode, link: NamedNode) -> Name:
    return Name(name, predicate, link, _ANYBODY)


_PERSON = _person("person", v.PERSON_NAME, v.PERSON_LINK)
_BODY = Name("body", v.BODY_NAME, v.BODY_LINK, ("body",))
_THEME = Name("theme", v.THEME_NAME, v.THEME_LINK, ("theme",))
_FORMS = Many(Text("forms", v.SKOS_ALT_LABEL))
_PERIOD = (When("start", v.FROM), When("end", v.UNTIL))

CERTAINTY = Code("certainty", v.CERTAINTY, "certainty")
MOSTLY = "stated"  # the certainty of a fact that says none
PUBLICITY = Code("publicity", v.PUBLICITY, "publicity")
FACT_AGENDA_ITEM = Text("agenda_item", v.AGENDA_ITEM_NAME)

DOCUMENT: tuple[Coding, ...] = (
    Text("id", v.DCT_IDENTIFIER),
    Text("file", v.FILE),
    Text("format", v.DCT_FORMAT),
    Text("sha256", v.SHA256),
    Number("characters", v.CHARACTERS),
    Text("title", v.DCT_TITLE),
    PUBLICITY,
    Text("sort", v.DCT_TYPE),
    Text("version", v.OWL_VERSION_INFO),
)
MEETING: tuple[Coding, ...] = (
    _BODY,
    Text("kind", v.MEETING_KIND),
    Date("date", v.DCT_DATE),
    Text("start", v.START_TIME),
    Text("end", v.END_TIME),
    Text("place", v.PLACE),
    Many(Name("combined_with", v.COMBINED_WITH_NAME, v.COMBINED_WITH, ("body",))),
)
AGENDA_ITEM: tuple[Coding, ...] = (
    Text("key", v.AGENDA_KEY),
    Text("title", v.DCT_TITLE),
    Number("start", v.STARTS_AT),
    Number("end", v.ENDS_AT),
    PUBLICITY,
)
COVERAGE: tuple[Coding, ...] = (
    Number("sentences", v.SENTENCES),
    Number("with_a_fact", v.SENTENCES_WITH_A_FACT),
)
WARNINGS = Many(Text("warnings", v.WARNING))

FACTS: dict[str, tuple[Coding, ...]] = {
    "person": (
        Text("name", v.FOAF_NAME),
        _FORMS,
        Text("honorific", v.HONORIFIC_PREFIX),
        Text("initials", v.INITIALS),
        Text("given_name", v.FOAF_GIVEN_NAME),
        Text("prefix", v.TUSSENVOEGSEL),
        Text("surname", v.FOAF_FAMILY_NAME),
        Many(Text("other_surnames", v.OTHER_SURNAME)),
    ),
    "attendance": (
        _PERSON,
        Code("status", v.STATUS, "attendance"),
        Name("organisation", v.ORGANISATION_NAME, v.ORGANISATION, ("body",)),
        Text("note", v.NOTE),
    ),
    "office": (_PERSON, Code("office", v.OFFICE, "office")),
    "theme": (
        Text("label", v.SKOS_PREF_LABEL),
        _FORMS,
        Name("broader", v.BROADER_NAME, v.BROADER_THEME, ("theme",)),
        Flag("known", v.KNOWN_THEME),
    ),
    "body": (
        Text("name", v.SKOS_PREF_LABEL),
        _FORMS,
        Code("body_kind", v.BODY_KIND, "body"),
        Code("level", v.LEVEL, "level"),
        Code("status", v.STATUS, "body-status"),
    ),
    "structure": (
        _BODY,
        Code("relation", v.RELATION, "relation"),
        Name("object", v.OBJECT_NAME, v.OBJECT_LINK, ("body",)),
        When("when", v.HAPPENS_ON),
        Flag("done", v.HAPPENED),
    ),
    "portfolio": (
        _THEME,
        _BODY,
        _person("holder", v.HOLDER_NAME, v.HOLDER),
        Code("capacity", v.CAPACITY, "capacity"),
        Code("status", v.STATUS, "portfolio-status"),
        _anybody("requested_by", v.REQUESTED_BY_NAME, v.REQUESTED_BY),
        Text("requested_profile", v.REQUESTED_PROFILE),
        *_PERIOD,
    ),
    "role": (
        Text("role", v.ROLE_NAME),
        _PERSON,
        _BODY,
        _THEME,
        Code("status", v.STATUS, "role-status"),
        *_PERIOD,
    ),
    "succession": (
        Text("role", v.ROLE_NAME),
        _person("predecessor", v.PREDECESSOR_NAME, v.PREDECESSOR),
        _person("successor", v.SUCCESSOR_NAME, v.SUCCESSOR),
        _BODY,
    ),
    "missing": (
        Text("what", v.WHAT),
        _THEME,
        _anybody("said_by", v.SAID_BY_NAME, v.SAID_BY),
    ),
    "statement": (
        Many(_anybody("speakers", v.SPEAKER_NAME, v.SPEAKER)),
        Code("act", v.ACT, "act"),
        Many(Name("themes", v.THEME_NAME, v.THEME_LINK, ("theme",))),
        Text("text", v.WORDS),
        Code("move", v.MOVE, "act"),
        Code("concern", v.CONCERN_KIND, "concern"),
        Text("subject", v.SUBJECT_WORDS),
    ),
    "decision": (Text("text", v.WORDS), _BODY, Code("outcome", v.OUTCOME, "outcome")),
    "promise": (
        Text("text", v.WORDS),
        Many(_anybody("owners", v.OWNER_NAME, v.OWNER)),
        When("due", v.DUE),
        Code("status", v.SCHEMA_ACTION_STATUS, "promise-status"),
    ),
    "correction": (_PERSON, Code("status", v.STATUS, "attendance")),
    "progress": (
        Text("text", v.WORDS),
        Text("about", v.BEFORE_WORDS),
        Many(_anybody("owners", v.OWNER_NAME, v.OWNER)),
        When("due", v.DUE),
        Code("status", v.SCHEMA_ACTION_STATUS, "promise-status"),
    ),
    "event": (Text("label", v.RDFS_LABEL), When("date", v.HAPPENS_ON), Text("place", v.PLACE)),
    "conflict": (
        Name("about", v.ABOUT_NAME, v.ABOUT, ("person", "body", "theme")),
        Text("claim", v.CLAIM),
    ),
}

MENTION_NAMES: dict[str, str] = {"person": "name", "body": "name", "theme": "label"}
"""The kinds of fact that are mentions, with the attribute that other facts refer to them by."""
