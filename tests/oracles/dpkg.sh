#!/bin/sh
# Pairs of versions, parted by a tab, one a line: -1, 0 or 1 by dpkg.
while IFS="$(printf '\t')" read -r a b; do
  if dpkg --compare-versions "$a" lt "$b"; then echo -1; elif dpkg --compare-versions "$a" gt "$b"; then echo 1; else echo 0; fi
done
