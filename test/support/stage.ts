import { silentLog } from '../../src/log.ts';
import type { Role } from '../../src/people/roles.ts';
import type { Did, Place } from '../../src/platforms/port.ts';
import { memoryEngine } from '../../src/store/engines/memory.ts';
import type { Store } from '../../src/store/port.ts';
import type { Button, Card, Press } from '../../src/view/card.ts';
import type { Filled } from '../../src/view/form.ts';
import { openWorkplace, type WorkplaceParts } from '../../src/workplace.ts';
import { answers } from './content.ts';
import { messenger } from './messenger.ts';
import { fakeWorld } from './world.ts';

export const HALL = 'hall';
const ROLES: { [person: string]: Role } = {
  admin: 'admin',
  organiser: 'organiser',
  cadre: 'cadre',
  'en-organiser': 'organiser',
};

/** A whole bot on a made-up messenger: people act through the front door, and one sees what they see. */
export function stage(given: Partial<WorkplaceParts> & { members?: string[] } = {}) {
  const world = fakeWorld();
  const store: Store = given.store ?? memoryEngine().store('test');
  const chat = messenger({ [HALL]: given.members ?? ['ann', 'bob', 'cem', 'organiser'] });
  let acts = 0;
  const workplace = openWorkplace({
    store,
    world,
    platform: chat.platform,
    answers,
    roleOf: (person) => ROLES[person] ?? 'member',
    language: 'zh-CN',
    zone: 'Asia/Shanghai',
    quiet: { from: '21:30', to: '08:00' },
    desk: { channel: 'desk', direct: false },
    log: silentLog,
    pace: { editEveryMs: 0 },
    ...given,
  });

  async function act(by: string, did: Did, at?: Place, id = `act-${++acts}`) {
    const reply = await workplace.dispatch({ id, by, did, ...(at ? { at } : {}) });
    await workplace.pulse();
    return reply;
  }
  const direct = (person: string): Place => ({ channel: `dm-${person}`, direct: true });

  return {
    world,
    store,
    chat,
    workplace,
    act,
    say: (by: string, text: string, at: Place = direct(by)) => act(by, { kind: 'message', text }, at),
    command: (by: string, text: string, channel = HALL) =>
      act(by, { kind: 'command', text }, { channel, direct: false }),
    press: (by: string, { act: name, input }: Press, channel = HALL) =>
      act(by, { kind: 'press', act: name, input }, { channel, direct: false }),
    send: (by: string, { act: name, input }: Press, filled: Filled) =>
      act(by, { kind: 'send', act: name, input, filled }),
    home: (by: string) => act(by, { kind: 'home' }),
    /** Lets time pass, and the heart beat. */
    async pass(ms: number) {
      world.pass(ms);
      await workplace.beat();
      await workplace.pulse();
    },
  };
}

/** The buttons of a card, those of a tally too. */
export const buttonsOf = (card: Card): Pick<Button, 'label' | 'press'>[] =>
  card.blocks.flatMap((block) => {
    if (block.kind === 'buttons') return block.buttons;
    if (block.kind === 'tally')
      return block.rows.flatMap(({ label, press }) => (press ? [{ label, press }] : []));
    return [];
  });

/** What pressing the button of this label does. */
export function pressOf(card: Card, label: string): Press {
  const found = buttonsOf(card).find((it) => it.label === label);
  if (!found)
    throw new Error(
      `no button ${label} among ${buttonsOf(card)
        .map((it) => it.label)
        .join(', ')}`,
    );
  return found.press;
}

/** Everything a card says, as lines. */
export const textOf = (card: Card): string =>
  [card.title ?? '', ...card.blocks.map((block) => JSON.stringify(block))].join('\n');
