// Pairs of versions, parted by a tab, one a line: -1, 0 or 1 by node-semver in loose mode, x where one is no version.
const { valid, compareLoose } = require('semver');
const lines = require('fs').readFileSync(0, 'utf8').split('\n').filter((line) => line.length > 0);
console.log(lines.map((line) => line.split('\t')).map(([a, b]) => (valid(a, true) && valid(b, true) ? compareLoose(a, b) : 'x')).join('\n'));
