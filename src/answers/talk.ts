import { z } from 'zod';
import type { Place } from '../platforms/port.ts';
import { passing } from '../store/passing.ts';
import { NONE, type Store, type Write } from '../store/port.ts';
import { minutes, type World } from '../world.ts';

/** What a conversation was last about, so that a follow-up is understood. */
export const Topic = z.object({
  /** The last question. */
  question: z.string(),
  /** The entry it was answered with. */
  entry: z.string().exactOptional(),
  at: z.number(),
});
export type Topic = z.infer<typeof Topic>;

/** Kept for two days at most, and taken up for half an hour. */
export const topics = passing('talk');
const FRESH_MS = minutes(30);

export type TalkParts = {
  readonly store: Store;
  readonly world: World;
  /** Adds writes to the commit that ends the act; they are left out where they conflict. */
  alongside(writes: Write[]): void;
};

export function createTalk({ store, world, alongside }: TalkParts) {
  return {
    /** What was last talked about here, if that is not long ago. */
    async about(at: Place | undefined): Promise<Topic | undefined> {
      const kept = at && (await topics.get(store, idOf(at), world.now()));
      if (!kept) return undefined;
      const topic = Topic.parse(kept.value);
      return world.now() - topic.at <= FRESH_MS ? topic : undefined;
    },

    /** Notes what is talked about now, together with the answer. */
    async note(at: Place | undefined, question: string, entry: string | undefined): Promise<void> {
      if (!at) return;
      const now = world.now();
      const id = idOf(at);
      const old = await topics.get(store, id, now);
      const topic: Topic = { question, at: now, ...(entry ? { entry } : {}) };
      alongside([topics.put(id, topic, old?.version ?? NONE, now)]);
    },
  };
}

export type Talk = ReturnType<typeof createTalk>;

const idOf = ({ channel, thread }: Place): string =>
  thread === undefined ? channel : `${channel}.${thread}`;
