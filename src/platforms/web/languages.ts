import { z } from 'zod';
import type { Language } from '../../calendar/moment.ts';
import { collection } from '../../store/collection.ts';
import { NONE, type Store } from '../../store/port.ts';

const people = collection('ws-person', z.object({ language: z.enum(['zh-CN', 'en']) }));
const TRIES = 10;

/** The language each persona has chosen. */
export function createLanguages(store: Store, otherwise: Language) {
  return {
    of: async (person: string): Promise<Language> =>
      (await people.get(store, person))?.value.language ?? otherwise,
    async choose(person: string, language: Language): Promise<void> {
      for (let tries = 0; tries < TRIES; tries++) {
        const item = await people.get(store, person);
        if (item?.value.language === language) return;
        const committed = await store.commit([people.put(person, { language }, item?.version ?? NONE)]);
        if (committed.ok) return;
      }
    },
  };
}
