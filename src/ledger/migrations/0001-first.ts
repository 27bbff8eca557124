// Frozen: what this file makes is in people's files. Changes go into a new migration.

const tables = `
CREATE TABLE bytes (
  sha256 TEXT PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

-- arrivals: the same bytes from two addresses are two rows
CREATE TABLE captures (
  capture INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL REFERENCES bytes,
  address TEXT NOT NULL,
  at TEXT,
  method TEXT NOT NULL,
  headers TEXT NOT NULL,
  media TEXT NOT NULL,
  UNIQUE (sha256, address)
) STRICT;

CREATE TABLE texts (
  text INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  words TEXT NOT NULL
) STRICT;

CREATE TABLE documents (
  id TEXT PRIMARY KEY,
  capture TEXT NOT NULL UNIQUE REFERENCES bytes
) STRICT;

-- what one version of the reader found in a document; the newest is shown, the older stay
CREATE TABLE readings (
  reading INTEGER PRIMARY KEY,
  document TEXT NOT NULL REFERENCES documents,
  reader TEXT NOT NULL,
  given TEXT NOT NULL,
  at TEXT NOT NULL,
  text INTEGER NOT NULL REFERENCES texts,
  address TEXT NOT NULL,
  url TEXT,
  outlet TEXT,
  title TEXT,
  byline TEXT,
  dateline_start INTEGER,
  dateline_end INTEGER,
  published TEXT,
  updated TEXT,
  language TEXT,
  credits TEXT NOT NULL
) STRICT;
CREATE INDEX readings_of_document ON readings (document, reading);

CREATE TABLE blocks (
  reading INTEGER NOT NULL REFERENCES readings,
  n INTEGER NOT NULL,
  kind TEXT NOT NULL,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  PRIMARY KEY (reading, n)
) STRICT, WITHOUT ROWID;

-- everything found in a document has a row here and one in the table of its kind
CREATE TABLE items (
  item INTEGER PRIMARY KEY,
  reading INTEGER NOT NULL REFERENCES readings,
  kind TEXT NOT NULL,
  n INTEGER NOT NULL,
  digest TEXT NOT NULL,
  UNIQUE (reading, kind, n)
) STRICT;

CREATE TABLE spans (
  item INTEGER NOT NULL REFERENCES items,
  role TEXT NOT NULL,
  piece INTEGER NOT NULL,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (item, role, piece)
) STRICT, WITHOUT ROWID;

CREATE TABLE entities (
  item INTEGER PRIMARY KEY REFERENCES items,
  reading INTEGER NOT NULL REFERENCES readings,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT,
  wikidata TEXT,
  UNIQUE (reading, id)
) STRICT;

CREATE TABLE attributions (
  item INTEGER PRIMARY KEY REFERENCES items,
  reading INTEGER NOT NULL REFERENCES readings,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  manner TEXT NOT NULL,
  polarity TEXT NOT NULL,
  certainty TEXT NOT NULL,
  within TEXT,
  confidence REAL NOT NULL,
  UNIQUE (reading, id),
  FOREIGN KEY (reading, within) REFERENCES attributions (reading, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX attributions_by_id ON attributions (id);

CREATE TABLE hops (
  item INTEGER NOT NULL REFERENCES attributions,
  n INTEGER NOT NULL,
  reading INTEGER NOT NULL REFERENCES readings,
  name TEXT NOT NULL,
  kind TEXT,
  source TEXT,
  last INTEGER NOT NULL,
  PRIMARY KEY (item, n),
  FOREIGN KEY (reading, source) REFERENCES entities (reading, id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE figures (
  item INTEGER PRIMARY KEY REFERENCES items,
  min REAL,
  max REAL,
  unit TEXT
) STRICT;

CREATE TABLE times (
  item INTEGER PRIMARY KEY REFERENCES items,
  type TEXT NOT NULL,
  value TEXT
) STRICT;

CREATE TABLE places (
  item INTEGER PRIMARY KEY REFERENCES items,
  name TEXT NOT NULL,
  geonames INTEGER,
  lat REAL,
  lon REAL,
  precision TEXT
) STRICT;

CREATE TABLE events (
  item INTEGER PRIMARY KEY REFERENCES items,
  reading INTEGER NOT NULL REFERENCES readings,
  code TEXT NOT NULL,
  actor TEXT,
  recipient TEXT,
  figures TEXT NOT NULL,
  time INTEGER,
  place INTEGER,
  attribution TEXT,
  FOREIGN KEY (reading, actor) REFERENCES entities (reading, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (reading, recipient) REFERENCES entities (reading, id) DEFERRABLE INITIALLY DEFERRED,
  FOREIGN KEY (reading, attribution) REFERENCES attributions (reading, id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE unknowns (
  item INTEGER PRIMARY KEY REFERENCES items
) STRICT;

-- who did what, when and why; each row's hash covers the hash of the row before
CREATE TABLE entries (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  verb TEXT NOT NULL,
  subject TEXT NOT NULL,
  why TEXT,
  body TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX entries_by_subject ON entries (subject);

CREATE VIEW newest AS
  SELECT r.* FROM readings r
  WHERE NOT EXISTS (SELECT 1 FROM readings later WHERE later.document = r.document AND later.reading > r.reading);

CREATE VIEW statement_words AS
  SELECT a.item,
    coalesce((SELECT group_concat(words, ' … ' ORDER BY piece) FROM spans s WHERE s.item = a.item AND role = 'content'), '') AS content,
    coalesce((SELECT group_concat(words, ' … ' ORDER BY piece) FROM spans s WHERE s.item = a.item AND role = 'cue'), '') AS cue,
    coalesce((SELECT group_concat(words, ' … ' ORDER BY piece) FROM spans s WHERE s.item = a.item AND role = 'source'), '') AS source
  FROM attributions a;

CREATE VIRTUAL TABLE statement_search USING fts5 (
  content, cue, source, content='statement_words', content_rowid='item', tokenize='porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE text_search USING fts5 (
  words, content='texts', content_rowid='text', tokenize='porter unicode61 remove_diacritics 2'
);
`;

const appendOnly = [
  'bytes',
  'captures',
  'texts',
  'documents',
  'readings',
  'blocks',
  'items',
  'spans',
  'entities',
  'attributions',
  'hops',
  'figures',
  'times',
  'places',
  'events',
  'unknowns',
  'entries',
].flatMap((table) =>
  ['UPDATE', 'DELETE'].map(
    (verb) => `
CREATE TRIGGER ${table}_no_${verb.toLowerCase()} BEFORE ${verb} ON ${table}
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only: ${verb} on ${table} is refused; write a new entry instead'); END;`,
  ),
);

export const first = tables + appendOnly.join('');
