import { cpus } from 'node:os';
import { benchAnswers } from './answers.ts';
import { benchBolt } from './bolt.ts';
import type { Figure } from './figure.ts';
import { benchRetrieval } from './retrieval.ts';
import { benchStart } from './start.ts';
import { benchStore } from './store.ts';

const parts: { readonly [name: string]: () => Promise<Figure[]> } = {
  answers: benchAnswers,
  retrieval: () => benchRetrieval(process.argv.includes('--large')),
  store: benchStore,
  bolt: benchBolt,
  start: benchStart,
};
/** `--large`: a million passages as well, which takes some minutes. */
const asked = process.argv.slice(2).filter((it) => it !== '--large');
const unknown = asked.filter((it) => !(it in parts));
if (unknown.length > 0) {
  console.error(`no such bench: ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`);
  process.exit(2);
}

const round = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`);
for (const [name, bench] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  for (const { name: what, value, unit, yardstick, ratio } of await bench()) {
    const beside = yardstick ? `   ${yardstick.name}: ${round(yardstick.value)} ${unit}` : '';
    const times = ratio === undefined ? '' : `   ratio ${ratio.toFixed(2)}`;
    console.log(`${name.padEnd(8)} ${what.padEnd(44)} ${round(value).padStart(8)} ${unit}${beside}${times}`);
  }
}
