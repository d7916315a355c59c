// Validates each statement of the files in a folder; prints what is wrong with which, as one JSON object.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import factory from 'xapi-validation/dist/factory.js';

const [folder] = process.argv.slice(2);
const said = {};
for (const name of readdirSync(folder).filter((each) => each.endsWith('.json')).sort()) {
  said[name] = JSON.parse(readFileSync(join(folder, name), 'utf8'))
    .map((statement) => factory.statement(statement, ['statement']).map((fault) => `${fault.constructor.name} ${(fault.path ?? []).join('.')}`));
}
console.log(JSON.stringify(said));
