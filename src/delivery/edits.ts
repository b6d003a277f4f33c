import type { Log } from '../log.ts';
import type { Platform } from '../platforms/port.ts';
import { type Store, StoreAway } from '../store/port.ts';
import type { Card } from '../view/card.ts';
import { minutes, type World } from '../world.ts';
import { type Message, messages } from './message.ts';

type EditsParts = {
  readonly store: Store;
  readonly world: World;
  readonly platform: Pick<Platform, 'edit'>;
  readonly log: Log;
  paint(message: Message): Promise<Card | undefined>;
  readonly editEveryMs: number;
};

/** Marks of a message in these states wait until it is sent. */
const NOT_YET: readonly string[] = ['due', 'claimed', 'unknown'] satisfies Message['state']['is'][];

/**
 * Brings messages that are marked as out of date up to date, the one that waited longest first. However many marks
 * a message got, it is painted once; marks that came while it was being painted stay, so the last state is always
 * shown in the end, whichever instance shows it.
 */
export function createEdits({ store, world, platform, log, paint, editEveryMs }: EditsParts) {
  const editedAt = new Map<string, number>();
  const faultAt = new Map<string, number>();
  let nextAt = 0;

  async function edit(key: string, version: number): Promise<void> {
    const unmark = async (): Promise<boolean> => {
      const { ok } = await store.commit([{ kind: 'delete', key: { collection: 'stale', id: key }, version }]);
      return ok;
    };
    const item = await messages.get(store, key);
    const state = item?.value.state;
    if (state && NOT_YET.includes(state.is)) return;
    const card = item && state?.is === 'sent' ? await paint(item.value) : undefined;
    if (state?.is !== 'sent' || !card) {
      await unmark();
      return;
    }
    nextAt = world.now() + editEveryMs;
    editedAt.set(key, world.now());
    const ended = await platform
      .edit(state.posted, card)
      .catch((error: unknown) => ({ kind: 'unclear', why: String(error) }) as const);
    if (ended.kind === 'later') nextAt = world.now() + ended.retryAfterMs;
    if (ended.kind !== 'done') log.warn({ key, ended: ended.kind, why: ended.why }, 'not edited');
    if (ended.kind !== 'done' && ended.kind !== 'never') return;
    if (await unmark()) return;
    // another instance was quicker, and ours may have covered its newer state: once more
    if (!(await store.get({ collection: 'stale', id: key })))
      await store.commit([{ kind: 'add', key: { collection: 'stale', id: key }, by: 1 }]);
  }

  /** A fault of ours over one message must not hold up the others: it is tried again in a minute. */
  function rest(key: string, error: unknown): void {
    if (error instanceof StoreAway) throw error;
    log.error({ key, error: String(error) }, 'edit put off');
    faultAt.set(key, world.now());
  }

  const isResting = (key: string): boolean =>
    Math.abs(world.now() - (faultAt.get(key) ?? -minutes(1))) < minutes(1);

  return {
    async round(): Promise<void> {
      const marks = await store.list('stale', { limit: 1000 });
      if (marks.length === 0) {
        editedAt.clear();
        faultAt.clear();
        return;
      }
      const waiting = marks.sort((a, b) => (editedAt.get(a.id) ?? 0) - (editedAt.get(b.id) ?? 0));
      for (const { id, version } of waiting) {
        // a rest of over ten minutes is a clock that was set back
        if (world.now() < nextAt && nextAt - world.now() < minutes(10)) return;
        if (!isResting(id)) await edit(id, version).catch((error: unknown) => rest(id, error));
      }
    },
  };
}
