-- What a whole source had when it was last read: the ids of its records in ordinal order, one a line, deflated.
create table listing (
  feed integer not null references feed (id),
  source text not null,
  ids {blob} not null,
  primary key (feed, source)
);

-- Records that a source no longer has, and that nobody withdrew.
create table gone (
  record text not null,
  feed integer not null references feed (id),
  source text not null,
  since text not null,
  primary key (record, feed, source)
);
