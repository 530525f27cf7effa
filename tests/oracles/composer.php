<?php
// Pairs of versions, parted by a tab, one a line: -1, 0 or 1 by version_compare, without a leading v, as Composer strips it.
while (($line = fgets(STDIN)) !== false) {
    [$a, $b] = array_map(fn ($v) => preg_replace('/^v(?=.)/i', '', $v), explode("\t", rtrim($line, "\n")));
    echo version_compare($a, $b), "\n";
}
