import type { Instant } from '../world.ts';
import { NONE, type Store, type Version, type Write } from './port.ts';

/** A line of a timetable: whose turn it is, told by its id alone, so that it can be read whatever release wrote it. */
export type Line = { readonly id: string; readonly version: Version; readonly of: string };

/** What to look at when: records that are nothing but a moment and an id, in the order of the moments. */
export type Timetable = {
  /** Enters `of` at a moment; conflicts where it stands there already. */
  put(at: Instant, of: string): Write;
  delete(line: Line): Write;
  /** Puts off a line, in one commit with others. */
  move(line: Line, at: Instant): Write[];
  get(store: Store, at: Instant, of: string): Promise<Line | undefined>;
  /** The lines up to a moment, the earliest first. */
  due(store: Store, now: Instant, limit: number): Promise<Line[]>;
  /** The moment of the first line of all. */
  first(store: Store): Promise<Instant | undefined>;
};

/** @param name a collection of its own; the ids entered are printable ASCII, at most 185 characters */
export function timetable(name: string): Timetable {
  const key = (id: string) => ({ collection: name, id });
  const idOf = (at: Instant, of: string): string => `${stamp(at)}~${of}`;
  const read = ({ id, version }: { id: string; version: Version }): Line => ({
    id,
    version,
    of: id.slice(WIDTH + 1),
  });
  const put = (at: Instant, of: string): Write => ({
    kind: 'put',
    key: key(idOf(at, of)),
    version: NONE,
    value: null,
  });
  const remove = ({ id, version }: Line): Write => ({ kind: 'delete', key: key(id), version });
  return {
    put,
    delete: remove,
    move: (line, at) => (idOf(at, line.of) === line.id ? [] : [remove(line), put(at, line.of)]),
    async get(store, at, of) {
      const stored = await store.get(key(idOf(at, of)));
      return stored && read({ id: idOf(at, of), version: stored.version });
    },
    async due(store, now, limit) {
      return (await store.list(name, { before: stamp(now + 1), limit })).map(read);
    },
    async first(store) {
      const [line] = await store.list(name, { limit: 1 });
      return line && Number.parseInt(line.id, 10);
    },
  };
}

/** Digits of a moment: enough until the year 5138. */
const WIDTH = 14;

/** A moment as text that sorts as the moments do. */
const stamp = (at: Instant): string => String(Math.max(0, Math.ceil(at))).padStart(WIDTH, '0');
