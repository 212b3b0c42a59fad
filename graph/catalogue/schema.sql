-- Every thing that something follows from or that follows from something: a document, the meetings of a body, a post…
CREATE TABLE node (
  number INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  dirty INTEGER NOT NULL DEFAULT 0,  -- whether it has to be worked out again
  triples BLOB,                      -- what it adds to the state graph
  UNIQUE (kind, key)
);
CREATE INDEX node_dirty ON node (kind, number) WHERE dirty;

-- What one node tells another, in the order of `sort`.
CREATE TABLE claim (
  target INTEGER NOT NULL,
  sort TEXT NOT NULL,
  source INTEGER NOT NULL,
  data BLOB NOT NULL
);
CREATE INDEX claim_target ON claim (target, sort);
CREATE INDEX claim_source ON claim (source);

CREATE TABLE document (
  number INTEGER PRIMARY KEY,  -- of its node
  id TEXT NOT NULL UNIQUE,
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  reader TEXT NOT NULL,
  sort TEXT NOT NULL,
  version TEXT,
  date TEXT,
  meeting TEXT NOT NULL,       -- body, date and sort: what a concept and the adopted minutes have alike
  facts INTEGER NOT NULL,
  judged INTEGER NOT NULL,     -- whether decisions changed what is read from it
  replaced_by TEXT,
  reading BLOB NOT NULL,
  names BLOB                   -- what its names mean, as last worked out
);
CREATE INDEX document_file ON document (file);
CREATE INDEX document_sha256 ON document (sha256);
CREATE INDEX document_meeting ON document (meeting);
CREATE INDEX document_judged ON document (number) WHERE judged;

CREATE TABLE mention (
  document INTEGER NOT NULL,
  kind TEXT NOT NULL,   -- person, body, theme
  fact TEXT,            -- its IRI; none for a body that only the heading names
  key TEXT NOT NULL,    -- by which those that may be one are found: a surname; a name with whose minutes
  name TEXT NOT NULL,
  forms TEXT NOT NULL,
  scope TEXT NOT NULL,
  data BLOB,            -- the rest of a person
  entity TEXT,          -- what it stands for, as last worked out
  date TEXT             -- of the meeting, where the minutes count
);
CREATE INDEX mention_document ON mention (document);
CREATE INDEX mention_key ON mention (kind, key);
CREATE INDEX mention_entity ON mention (entity, date);
CREATE INDEX mention_fact ON mention (fact) WHERE fact IS NOT NULL;

-- The names of bodies and themes, each once, with how often each is written.
CREATE TABLE name (
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  forms TEXT NOT NULL,
  scope TEXT NOT NULL,
  times INTEGER NOT NULL,
  entity TEXT,
  PRIMARY KEY (kind, key, forms)
) WITHOUT ROWID;
CREATE INDEX name_entity ON name (entity);

-- By what persons are linked: surnames that minutes say one person bore, and names that look alike in an IRI.
CREATE TABLE link (
  surname TEXT NOT NULL,
  by TEXT NOT NULL,
  times INTEGER NOT NULL,
  PRIMARY KEY (surname, by)
) WITHOUT ROWID;
CREATE INDEX link_by ON link (by);

CREATE TABLE entity (
  iri TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  label TEXT NOT NULL,
  forms TEXT NOT NULL,
  former TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX entity_kind ON entity (kind);
CREATE TABLE former (iri TEXT NOT NULL, entity TEXT NOT NULL, PRIMARY KEY (iri, entity)) WITHOUT ROWID;

-- Of what a document speaks besides what it mentions.
CREATE TABLE refers (entity TEXT NOT NULL, document INTEGER NOT NULL, PRIMARY KEY (entity, document)) WITHOUT ROWID;
CREATE INDEX refers_document ON refers (document);

-- The names of groups that a document speaks of: a theme may be in them.
CREATE TABLE speaks_of_group (document INTEGER NOT NULL, name TEXT NOT NULL);
CREATE INDEX group_document ON speaks_of_group (document);

-- The themes in the minutes by their labels, as last seen.
CREATE TABLE coined (label TEXT PRIMARY KEY, iri TEXT NOT NULL) WITHOUT ROWID;

-- The documents that came, changed or went since the search index was brought up to date.
CREATE TABLE unindexed (document TEXT PRIMARY KEY) WITHOUT ROWID;

CREATE TABLE touched (kind TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
