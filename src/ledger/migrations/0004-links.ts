// Frozen: what this file makes is in people's files. Changes go into a new migration.

/**
 * What the readings have to do with one another. Made of what is in the other tables and made again at any time, so
 * rows here do change; what people decided is in the entries.
 */
export const links = `
CREATE TABLE linked (
  document TEXT PRIMARY KEY REFERENCES documents,
  reading INTEGER NOT NULL,
  outlet TEXT,
  outlet_name TEXT,
  published TEXT,
  story TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX linked_by_outlet ON linked (outlet_name, published);
CREATE INDEX linked_by_story ON linked (story) WHERE story IS NOT NULL;

-- how far the links go: "reading" and "entry" are the last that were taken in
CREATE TABLE links_made (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- runs of words: which documents hold each
CREATE TABLE fingerprints (
  fingerprint INTEGER NOT NULL,
  document TEXT NOT NULL,
  PRIMARY KEY (fingerprint, document)
) STRICT, WITHOUT ROWID;
-- of runs that many hold: how many of each outlet, of which weeks
CREATE TABLE fingerprint_outlets (
  fingerprint INTEGER NOT NULL,
  outlet TEXT NOT NULL,
  documents INTEGER NOT NULL,
  PRIMARY KEY (fingerprint, outlet)
) STRICT, WITHOUT ROWID;
CREATE TABLE fingerprint_weeks (
  fingerprint INTEGER NOT NULL,
  week INTEGER NOT NULL,
  PRIMARY KEY (fingerprint, week)
) STRICT, WITHOUT ROWID;

CREATE TABLE copies (
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  copy TEXT NOT NULL,
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE INDEX copies_by_other ON copies (b);

CREATE TABLE assertions (
  assertion INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  statement TEXT NOT NULL,
  document TEXT NOT NULL,
  packed TEXT NOT NULL
) STRICT;
CREATE INDEX assertions_of_document ON assertions (document);
CREATE INDEX assertions_of_statement ON assertions (statement);

-- assertions that share a pair of keys, by time
CREATE TABLE assertion_blocks (
  key INTEGER NOT NULL,
  began INTEGER NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (key, began, id)
) STRICT, WITHOUT ROWID;

-- one of two, the lesser first, and how the one stands to the other ("a", where a is the lesser)
CREATE TABLE relations (
  one TEXT NOT NULL,
  two TEXT NOT NULL,
  a TEXT NOT NULL,
  relation TEXT NOT NULL,
  score REAL NOT NULL,
  joins INTEGER NOT NULL,
  PRIMARY KEY (one, two)
) STRICT, WITHOUT ROWID;
CREATE INDEX relations_by_other ON relations (two);

-- by assertion the one that it goes with, and by such a one the claim that it is part of
CREATE TABLE stars (
  assertion TEXT PRIMARY KEY,
  rank INTEGER NOT NULL,
  centre TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX stars_by_centre ON stars (centre);
CREATE TABLE star_claims (
  centre TEXT PRIMARY KEY,
  claim TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX star_claims_by_claim ON star_claims (claim);

CREATE TABLE claims (
  id TEXT PRIMARY KEY,
  headline TEXT NOT NULL,
  members INTEGER NOT NULL,
  documents INTEGER NOT NULL,
  disputes INTEGER NOT NULL,
  first TEXT,
  last TEXT,
  words TEXT NOT NULL,
  -- what it rests on; null until it is asked for
  summary TEXT,
  reports INTEGER,
  origins INTEGER,
  named INTEGER,
  not_recorded INTEGER,
  denials INTEGER,
  figures INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX claims_by_documents ON claims (documents DESC, members DESC, id);
CREATE INDEX claims_contested ON claims (disputes DESC, id) WHERE disputes > 0;
CREATE TABLE claim_members (
  assertion TEXT NOT NULL,
  claim TEXT NOT NULL,
  n INTEGER NOT NULL,
  own INTEGER NOT NULL,
  PRIMARY KEY (assertion, claim)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_members_of ON claim_members (claim, n);
`;
