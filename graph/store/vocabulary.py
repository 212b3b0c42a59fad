"""Every namespace and term that the graph uses; what they mean is said in ontology/governance.ttl.

Borrowed terms come first, our own (`wge:`) after them. Constants are named after the term. Importing this
costs no rdflib.
"""

from __future__ import annotations

from pyoxigraph import NamedNode

WGE = "https://w3id.org/wie-gaat-erover/def#"
ID = "https://w3id.org/wie-gaat-erover/id/"

PREFIXES: dict[str, str] = {
    "wge": WGE,
    "besluit": "http://data.vlaanderen.be/ns/besluit#",
    "besluitvorming": "https://data.vlaanderen.be/ns/besluitvorming#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "mandaat": "http://data.vlaanderen.be/ns/mandaat#",
    "oa": "http://www.w3.org/ns/oa#",
    "opengov": "http://www.w3.org/ns/opengov#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "person": "http://www.w3.org/ns/person#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def term(name: str) -> NamedNode:
    """The term that a prefixed name such as `skos:prefLabel` stands for."""
    prefix, _, local = name.partition(":")
    return NamedNode(PREFIXES[prefix] + local)


# Datatypes
XSD_BOOLEAN = term("xsd:boolean")
XSD_DATE = term("xsd:date")
XSD_DATE_TIME = term("xsd:dateTime")
XSD_INTEGER = term("xsd:integer")
XSD_STRING = term("xsd:string")

TRUE = frozenset({"true", "1"})
"""How a true xsd:boolean may be written; some stores keep no other than a number."""

# RDF, SKOS, Dublin Core, DCAT
RDF_TYPE = term("rdf:type")
RDF_SEQ = term("rdf:Seq")
RDFS_LABEL = term("rdfs:label")
RDFS_COMMENT = term("rdfs:comment")
SKOS_CONCEPT = term("skos:Concept")
SKOS_PREF_LABEL = term("skos:prefLabel")
SKOS_ALT_LABEL = term("skos:altLabel")
SKOS_HIDDEN_LABEL = term("skos:hiddenLabel")
SKOS_BROADER = term("skos:broader")
SKOS_NOTATION = term("skos:notation")
SKOS_IN_SCHEME = term("skos:inScheme")
SKOS_DEFINITION = term("skos:definition")
DCT_IDENTIFIER = term("dct:identifier")
DCT_TITLE = term("dct:title")
DCT_TYPE = term("dct:type")
OWL_VERSION_INFO = term("owl:versionInfo")
DCT_FORMAT = term("dct:format")
DCT_DATE = term("dct:date")
DCT_SUBJECT = term("dct:subject")
DCT_DESCRIPTION = term("dct:description")
DCT_PERIOD_OF_TIME = term("dct:PeriodOfTime")
DCAT_START_DATE = term("dcat:startDate")
DCAT_END_DATE = term("dcat:endDate")

# People and bodies
PERSON = term("person:Person")
FOAF_NAME = term("foaf:name")
FOAF_GIVEN_NAME = term("foaf:givenName")
FOAF_FAMILY_NAME = term("foaf:familyName")
HONORIFIC_PREFIX = term("schema:honorificPrefix")
ORGANIZATION = term("org:Organization")
ORG_COLLABORATION = term("org:OrganizationalCollaboration")
ORG_UNIT = term("org:OrganizationalUnit")
ORG_CLASSIFICATION = term("org:classification")
ORG_SUB_ORGANIZATION_OF = term("org:subOrganizationOf")
ORG_UNIT_OF = term("org:unitOf")
ORG_POST = term("org:Post")
ORG_POST_IN = term("org:postIn")
ORG_MEMBERSHIP = term("org:Membership")
ORG_MEMBER = term("org:member")
ORG_ORGANIZATION = term("org:organization")
ORG_ROLE = term("org:role")
ORG_CHANGE_EVENT = term("org:ChangeEvent")
ORG_ORIGINAL_ORGANIZATION = term("org:originalOrganization")
ORG_RESULTING_ORGANIZATION = term("org:resultingOrganization")
OPENGOV_POST = term("opengov:post")
OPENGOV_SPEECH = term("opengov:Speech")

# Meetings, decisions, evidence
VERGADERACTIVITEIT = term("besluit:Vergaderactiviteit")
AGENDAPUNT = term("besluit:Agendapunt")
BESLISSINGSACTIVITEIT = term("besluitvorming:Beslissingsactiviteit")
SCHEMA_EVENT = term("schema:Event")
SCHEMA_ACTION_STATUS = term("schema:actionStatus")
PROV_STARTED_AT_TIME = term("prov:startedAtTime")
PROV_ENDED_AT_TIME = term("prov:endedAtTime")
PROV_WAS_INFLUENCED_BY = term("prov:wasInfluencedBy")
PROV_WAS_DERIVED_FROM = term("prov:wasDerivedFrom")
OA_SPECIFIC_RESOURCE = term("oa:SpecificResource")
OA_HAS_SOURCE = term("oa:hasSource")
OA_HAS_SELECTOR = term("oa:hasSelector")
OA_TEXT_QUOTE_SELECTOR = term("oa:TextQuoteSelector")
OA_TEXT_POSITION_SELECTOR = term("oa:TextPositionSelector")
OA_EXACT = term("oa:exact")
OA_START = term("oa:start")
OA_END = term("oa:end")

# Ours, document layer: the document, its structure, its evidence
DOCUMENT = term("wge:Document")
FILE = term("wge:file")
SHA256 = term("wge:sha256")
CHARACTERS = term("wge:characters")
TEXT = term("wge:text")
PUBLICITY = term("wge:publicity")
READER = term("wge:reader")
WITHDRAWN = term("wge:withdrawn")
LAYOUT = term("wge:layout")
GENERATION = term("wge:generation")
PENDING = term("wge:pending")
HELD_BY = term("wge:heldBy")
PERSON_DECISION = term("wge:PersonDecision")
DECISION_TEXT = term("wge:DecisionText")
DECISION_KIND = term("wge:decisionKind")
DECIDED_BY = term("wge:decidedBy")
REVIEW = term("wge:review")
STANDS = term("wge:stands")
ORPHANED = term("wge:orphaned")
PROBLEM = term("wge:problem")
TELLS = term("wge:tells")
PROV_BUNDLE = term("prov:Bundle")
DCT_CREATED = term("dct:created")
WARNING = term("wge:warning")
REPORTS = term("wge:reports")
MEETING_KIND = term("wge:meetingKind")
START_TIME = term("wge:startTime")
END_TIME = term("wge:endTime")
PLACE = term("wge:place")
COMBINED_WITH = term("wge:combinedWith")
COMBINED_WITH_NAME = term("wge:combinedWithName")
AGENDA_KEY = term("wge:agendaKey")
COVERAGE = term("wge:Coverage")
SENTENCES = term("wge:sentences")
SENTENCES_WITH_A_FACT = term("wge:sentencesWithAFact")
UNREAD = term("wge:unread")
IN_DOCUMENT = term("wge:inDocument")
POSITION = term("wge:position")
ORDERED = term("wge:ordered")
STARTS_AT = term("wge:startsAt")
ENDS_AT = term("wge:endsAt")
QUOTE = term("wge:quote")
PLACES_IN_ORDER = term("wge:placesInOrder")
PERIOD_WORDS = term("wge:periodWords")

# Ours, document layer: what all facts share
FACT = term("wge:Fact")
CERTAINTY = term("wge:certainty")
AGENDA_ITEM = term("wge:agendaItem")
AGENDA_ITEM_NAME = term("wge:agendaItemName")
CONCLUDED_BY = term("wge:concludedBy")
REASON = term("wge:reason")
RULE = term("wge:Rule")

# Ours, document layer: kinds of fact
PERSON_MENTION = term("wge:PersonMention")
BODY_MENTION = term("wge:BodyMention")
THEME_MENTION = term("wge:ThemeMention")
ATTENDANCE = term("wge:Attendance")
OFFICE_CLAIM = term("wge:OfficeClaim")
STRUCTURE_CLAIM = term("wge:StructureClaim")
PORTFOLIO_CLAIM = term("wge:PortfolioClaim")
ROLE_CLAIM = term("wge:RoleClaim")
SUCCESSION = term("wge:Succession")
MISSING_THING = term("wge:MissingThing")
PROMISE = term("wge:Promise")
PROGRESS = term("wge:Progress")
CORRECTION = term("wge:Correction")
CORRECTED_RECORD = term("wge:CorrectedRecord")
CONFLICT = term("wge:Conflict")

# Ours: their fields. A field that names a person, body or theme has a link (to the mention, or in the state
# to the registry's entity) and beside it, in documents, the name as that document writes it.
OTHER_SURNAME = term("wge:otherSurname")
INITIALS = term("wge:initials")
TUSSENVOEGSEL = term("wge:tussenvoegsel")
KNOWN_THEME = term("wge:knownTheme")
BROADER_THEME = term("wge:broaderTheme")
BROADER_NAME = term("wge:broaderName")
BODY_KIND = term("wge:bodyKind")
LEVEL = term("wge:level")
STATUS = term("wge:status")
PERSON_LINK = term("wge:person")
PERSON_NAME = term("wge:personName")
BODY_LINK = term("wge:body")
BODY_NAME = term("wge:bodyName")
THEME_LINK = term("wge:theme")
THEME_NAME = term("wge:themeName")
OBJECT_LINK = term("wge:object")
OBJECT_NAME = term("wge:objectName")
HOLDER = term("wge:holder")
HOLDER_NAME = term("wge:holderName")
REQUESTED_BY = term("wge:requestedBy")
REQUESTED_BY_NAME = term("wge:requestedByName")
PREDECESSOR = term("wge:predecessor")
PREDECESSOR_NAME = term("wge:predecessorName")
SUCCESSOR = term("wge:successor")
SUCCESSOR_NAME = term("wge:successorName")
SAID_BY = term("wge:saidBy")
SAID_BY_NAME = term("wge:saidByName")
SPEAKER = term("wge:speaker")
SPEAKER_NAME = term("wge:speakerName")
OWNER = term("wge:owner")
OWNER_NAME = term("wge:ownerName")
ABOUT = term("wge:about")
ABOUT_NAME = term("wge:aboutName")
ORGANISATION = term("wge:organisation")
ORGANISATION_NAME = term("wge:organisationName")
NOTE = term("wge:note")
OFFICE = term("wge:office")
RELATION = term("wge:relation")
CAPACITY = term("wge:capacity")
REQUESTED_PROFILE = term("wge:requestedProfile")
FROM = term("wge:from")
UNTIL = term("wge:until")
ROLE_NAME = term("wge:roleName")
WHAT = term("wge:what")
ACT = term("wge:act")
MOVE = term("wge:move")
WORDS = term("wge:words")
BEFORE_WORDS = term("wge:beforeWords")
CONCERN_KIND = term("wge:concernKind")
SUBJECT_WORDS = term("wge:subjectWords")
OUTCOME = term("wge:outcome")
DUE = term("wge:due")
HAPPENED = term("wge:happened")
HAPPENS_ON = term("wge:happensOn")
CLAIM = term("wge:claim")

# Ours, state layer: who holds what, from when to when, worked out from all documents
MENTION = term("wge:mention")
PORTFOLIO = term("wge:Portfolio")
PORTFOLIO_THEME = term("wge:portfolioTheme")
SITUATION = term("wge:Situation")
SLOT = term("wge:slot")
ANSWER = term("wge:answer")
VALUE = term("wge:value")
HOLDING = term("wge:holding")
VALID_FROM = term("wge:validFrom")
VALID_UNTIL = term("wge:validUntil")
EFFECTIVE_ON = term("wge:effectiveOn")
ATTESTED_ON = term("wge:attestedOn")
FIRST_SEEN = term("wge:firstSeen")
LAST_SEEN = term("wge:lastSeen")
VACANCY = term("wge:Vacancy")
OPEN_QUESTION = term("wge:OpenQuestion")
CONCERN = term("wge:Concern")
EVIDENCE = term("wge:evidence")
COVERS_SLOT = term("wge:coversSlot")
DCT_IS_REPLACED_BY = term("dct:isReplacedBy")
DCT_IS_FORMAT_OF = term("dct:isFormatOf")
CAME_UP_ON = term("wge:cameUpOn")
LAST_MEETING = term("wge:lastMeeting")
IN_YEAR = term("wge:inYear")
LAST_MET = term("wge:lastMet")
MENTION_COUNT = term("wge:mentionCount")
UNDATED = term("wge:undated")
HELD_WITH = term("wge:heldWith")
HELD_IN_BODY = term("wge:heldInBody")
HELD_IN_YEAR = term("wge:heldInYear")
PORTFOLIO_SINCE = term("wge:portfolioSince")
DISCUSSED_SINCE = term("wge:discussedSince")
COVERED_BY = term("wge:coveredBy")
TOLD_IN = term("wge:toldIn")
BODY_SITUATION = term("wge:BodySituation")
BODY_RELATION = term("wge:BodyRelation")
FACT_COUNT = term("wge:factCount")

# Ours, state layer: promises and their course
TRACKED_PROMISE = term("wge:TrackedPromise")
PROMISE_STEP = term("wge:PromiseStep")
MADE_ON = term("wge:madeOn")
RECOGNISABLE = term("wge:recognisable")
HAS_STEP = term("wge:hasStep")
STEP = term("wge:step")

# Ours, state layer: what is open, missing or contradictory
FINDING = term("wge:Finding")
LACK = term("wge:Lack")
ADVICE_NOT_TAKEN_UP = term("wge:AdviceNotTakenUp")
ACT_WITHOUT_OWNER = term("wge:ActWithoutOwner")
DISAGREEMENT = term("wge:Disagreement")
UNLISTED_SPEAKERS = term("wge:UnlistedSpeakers")
STRUCTURE_ELSEWHERE = term("wge:StructureElsewhere")
ASPECT = term("wge:aspect")
RESPONSE = term("wge:response")
MAIN_FACT = term("wge:mainFact")

FACT_CLASS: dict[str, NamedNode] = {
    "person": PERSON_MENTION,
    "attendance": ATTENDANCE,
    "office": OFFICE_CLAIM,
    "theme": THEME_MENTION,
    "body": BODY_MENTION,
    "structure": STRUCTURE_CLAIM,
    "portfolio": PORTFOLIO_CLAIM,
    "role": ROLE_CLAIM,
    "succession": SUCCESSION,
    "missing": MISSING_THING,
    "statement": OPENGOV_SPEECH,
    "decision": BESLISSINGSACTIVITEIT,
    "promise": PROMISE,
    "progress": PROGRESS,
    "correction": CORRECTION,
    "event": SCHEMA_EVENT,
    "conflict": CONFLICT,
}
