-- Feeds: what was imported, whence, and how old it is. One row for each name.
create table feed (
  id integer primary key,
  name text not null unique,
  kind text not null,
  source text not null,
  as_of text,
  imported_at text not null,
  records integer not null,
  etag text,
  last_modified text
);

-- Files of the advisory index beside the database, oldest first; of a record in several the last counts.
create table segment (
  id integer primary key,
  digest text not null,
  records bigint not null
);

-- Known exploited vulnerabilities.
create table kev (
  cve text not null,
  feed integer not null references feed (id),
  added text not null,
  due text,
  ransomware integer not null,
  name text not null,
  action text not null,
  primary key (cve, feed)
);

-- The probability of exploitation within 30 days.
create table epss (
  cve text not null,
  feed integer not null references feed (id),
  score real not null,
  percentile real not null,
  primary key (cve, feed)
) without rowid;

-- European vulnerability records by every id they go by.
create table euvd (
  alias text not null,
  feed integer not null references feed (id),
  id text not null,
  exploited_since text,
  primary key (alias, feed, id)
);
create index euvd_id on euvd (id);

-- What suppliers state of a vulnerability: one row for each of its ids.
create table supplier_statement (
  id integer primary key,
  feed integer not null references feed (id),
  vulnerability text not null,
  supplier text not null,
  status text not null,
  because text not null,
  document text not null,
  stated_at text
);
create index supplier_statement_vulnerability on supplier_statement (vulnerability);
create index supplier_statement_document on supplier_statement (document, feed);
-- The package URLs it is stated for, those of components inside a product with them.
create table supplier_product (
  statement integer not null references supplier_statement (id) on delete cascade,
  purl text not null,
  version text not null,
  range text not null
);
create index supplier_product_statement on supplier_product (statement);

-- Component versions, each once.
create table component (
  id integer primary key,
  key text not null unique,
  purl text,
  name text not null,
  version text
);

-- The packages by which advisories may speak of a component: ecosystem and name.
create table component_package (
  package text not null,
  component integer not null references component (id),
  primary key (package, component)
) without rowid;

-- Sets of components in pieces of 4096 ids, each distinct piece once.
create table piece (
  id integer primary key,
  digest {blob} not null unique,
  bits {blob} not null
);

-- A set of components, each distinct set once.
create table component_set (
  id integer primary key,
  digest {blob} not null unique,
  count integer not null
);
create table set_piece (
  number integer not null,
  component_set integer not null references component_set (id),
  piece integer not null references piece (id),
  primary key (number, component_set)
);
create index set_piece_set on set_piece (component_set);

-- Bills of materials by the digest of their bytes, which are kept as a blob.
create table sbom (
  id integer primary key,
  sha256 text not null unique,
  format text not null,
  format_version text not null,
  subject text,
  bytes bigint not null,
  component_set integer not null references component_set (id),
  imported_at text not null,
  unmatched integer not null
);
create table sbom_unmatched (
  sbom integer not null references sbom (id),
  reason text not null,
  count integer not null,
  primary key (sbom, reason)
);

create table release (
  id integer primary key,
  product text not null,
  version text not null,
  line text,
  supported integer,
  first_placed text,
  last_placed text,
  unique (product, version)
);
create table release_sbom (
  release integer not null references release (id),
  sbom integer not null references sbom (id),
  added_at text not null,
  primary key (release, sbom)
);
create index release_sbom_sbom on release_sbom (sbom);
create index sbom_component_set on sbom (component_set);

-- What was matched: a record of an advisory that hits a component version, or that concerns its package and could not be judged.
create table finding (
  component integer not null references component (id),
  record text not null,
  source text not null,
  judged integer not null,
  because text not null,
  fixed text not null,
  primary key (component, record)
);
create index finding_record on finding (record);

-- Up to where: the last segment, the last component, and the rules by which.
create table matched (
  one integer primary key check (one = 1),
  rules integer not null,
  last_segment bigint not null,
  last_component integer not null
);
insert into matched (one, rules, last_segment, last_component) values (1, 0, 0, 0);
