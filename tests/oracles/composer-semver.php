<?php
// Pairs of versions, parted by a tab, one a line: -1, 0 or 1 by Composer, x where one is no version, is a branch, or has fewer numbers than the other.
require '/usr/share/php/Composer/Semver/autoload.php';
$parser = new Composer\Semver\VersionParser();
while (($line = fgets(STDIN)) !== false) {
    $texts = explode("\t", rtrim($line, "\n"));
    try {
        [$a, $b] = array_map([$parser, 'normalize'], $texts);
    } catch (UnexpectedValueException $e) {
        echo "x\n";
        continue;
    }
    $numbers = array_map(fn ($t) => preg_match('/^v?\d+(\.\d+)*/i', $t, $m) ? substr_count($m[0], '.') : -1, $texts);
    echo $numbers[0] !== $numbers[1] || str_starts_with($a, 'dev-') || str_starts_with($b, 'dev-') ? 'x' : version_compare($a, $b), "\n";
}
