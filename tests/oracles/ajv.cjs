// Arguments: files of JSON Schemas, the one to check against first. Documents, one a line: "true" or "false" by ajv.
const { readFileSync } = require('fs');
const schemas = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8').replaceAll('.SNAPSHOT', '')));
const Ajv = schemas[0].$schema.includes('2020-12') ? require('ajv/dist/2020') : require('ajv');
// ajv-formats knows no internationalised addresses: of these only the kind is compared.
const ajv = new (Ajv.default ?? Ajv)({ strict: false, allErrors: false, formats: { 'iri-reference': true, iri: true, 'idn-email': true } });
require('ajv-formats')(ajv, ['date-time', 'date', 'time', 'email', 'uri', 'uri-reference', 'uuid', 'regex']);
for (const other of schemas.slice(1)) ajv.addSchema(other);
const validate = ajv.compile(schemas[0]);
const lines = readFileSync(0, 'utf8').split('\n').filter((line) => line.length > 0);
console.log(lines.map((line) => validate(JSON.parse(line))).join('\n'));
