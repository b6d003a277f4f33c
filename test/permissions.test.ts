import { describe, expect, it } from 'vitest';
import { handlers } from '../handlers/index.ts';
import { ROLES, reaches } from '../src/people/roles.ts';
import { stage, textOf } from './support/stage.ts';

/** The least role for each act: changing one here is a decision, not a slip. */
const MAY: { readonly [act: string]: string } = {
  ask: 'member',
  'ask.form': 'member',
  'entry.show': 'member',
  'source.show': 'member',
  'answer.rate': 'member',
  'desk.ask': 'member',
  'desk.send': 'member',
  'desk.cancel': 'member',
  'desk.reply': 'cadre',
  'desk.answer': 'cadre',
  'poll.open': 'cadre',
  'poll.form': 'cadre',
  'poll.vote': 'member',
  'poll.close': 'cadre',
  'event.form': 'organiser',
  'event.plan': 'organiser',
  'event.announce': 'organiser',
  'event.drop': 'organiser',
  'event.answer': 'member',
  home: 'member',
  help: 'member',
  language: 'member',
};
const people = { member: 'ann', cadre: 'cadre', organiser: 'organiser', admin: 'admin' };

describe('who may do what', () => {
  it('is decided for every act', () => {
    expect(Object.fromEntries(handlers.map(({ name, may }) => [name, may]))).toEqual(MAY);
  });

  const pairs = handlers.flatMap(({ name, may }) => ROLES.map((role) => ({ name, may, role })));
  it.each(pairs)('$name, pressed and sent by a $role', async ({ name, may, role }) => {
    const { act } = stage();
    const refusal = /这件事要由/;

    for (const kind of ['press', 'send'] as const) {
      const did =
        kind === 'press' ? { kind, act: name, input: {} } : { kind, act: name, input: {}, filled: {} };
      const reply = await act(people[role], did, { channel: 'hall', direct: false });
      const words = 'show' in reply ? textOf(reply.show) : '';
      expect(refusal.test(words)).toBe(!reaches(role, may));
    }
  });
});
