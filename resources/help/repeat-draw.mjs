// Repeats an audit draw from its exported population: node repeat-draw.mjs population.txt SEED HOW_MANY
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const [file, seed, howMany] = process.argv.slice(2);
const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const population = readFileSync(file, 'utf8');
const ids = population.split('\n').filter(Boolean);
const ranked = ids.map((id) => `${sha256(seed + id)} ${id}`).sort();
console.log(`population ${sha256(population)}`);
for (const line of ranked.slice(0, Number(howMany))) console.log(line.slice(65));
