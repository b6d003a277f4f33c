import { writeSync } from 'node:fs';
import { sqliteEngine } from '../../src/store/engines/sqlite.ts';
import { StoreAway } from '../../src/store/port.ts';

// A process of its own that commits until it is killed, or the given number of times, eight at once. Each commit
// makes the record of its name and adds 1 to a counter; what became of it is said on a line: `<fate> <name>`.
const [file = '', name = '', times = '1e9', size = '10'] = process.argv.slice(2);
const engine = sqliteEngine(file);
const store = engine.store('children');
let next = 0;

async function work(): Promise<void> {
  while (next < Number(times)) {
    const id = `${name}-${next++}`;
    const made = { collection: 'made', id };
    const fate = await store
      .commit([
        { kind: 'put', key: made, version: 0, value: 'x'.repeat(Number(size)) },
        { kind: 'add', key: { collection: 'count', id: 'all' }, by: 1 },
      ])
      .then(
        () => 'written',
        (error: unknown) => {
          if (!(error instanceof StoreAway)) throw error;
          return error.uncertain ? 'uncertain' : 'refused';
        },
      );
    writeSync(1, `${fate} ${id}\n`);
  }
}

await Promise.all(Array.from({ length: 8 }, work));
await engine.close();
