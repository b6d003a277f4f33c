import { z } from 'zod';
import type { Language } from '../calendar/moment.ts';
import type { Platform } from '../platforms/port.ts';
import { Refusal } from '../refusal.ts';
import { collection } from '../store/collection.ts';
import type { Store } from '../store/port.ts';
import { languageOf } from '../texts/index.ts';
import type { Role } from './roles.ts';

/** Somebody of the workplace, as the bot needs to know them. */
export type Person = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly language: Language;
  /** IANA. */
  readonly zone: string;
};

const Wishes = z.object({ language: z.enum(['zh-CN', 'en']).exactOptional() });
const wishes = collection('wishes', Wishes);

export type PeopleParts = {
  readonly store: Store;
  readonly platform: Pick<Platform, 'person' | 'members'>;
  roleOf(person: string): Role;
  readonly language: Language;
  readonly zone: string;
};

/** Who is who: name, role, language and zone; what somebody chose goes before what the messenger says. */
export function createPeople({ store, platform, roleOf, language, zone }: PeopleParts) {
  return {
    /** What a whole channel is spoken to in. */
    everybody: { language, zone },

    async person(id: string): Promise<Person> {
      const [facts, wish] = await Promise.all([platform.person(id), wishes.get(store, id)]);
      return {
        id,
        name: facts.name,
        role: roleOf(id),
        language: wish?.value.language ?? languageOf(facts.locale, language),
        zone: facts.zone ?? zone,
      };
    },

    /** @throws Refusal busy */
    async speak(id: string, wanted: Language): Promise<void> {
      const old = await wishes.get(store, id);
      const { ok } = await store.commit([wishes.put(id, { ...old?.value, language: wanted }, old?.version)]);
      if (!ok) throw new Refusal('busy', {});
    },

    /** The people in a channel; why not, where the messenger does not say. */
    inChannel: (channel: string) => platform.members(channel),
  };
}

export type People = ReturnType<typeof createPeople>;
