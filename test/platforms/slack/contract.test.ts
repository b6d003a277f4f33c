import { expect } from 'vitest';
import type { Filled } from '../../../src/view/form.ts';
import { buttonsOf, linesOf } from '../../support/slack/shown.ts';
import type { Message, View, Whisper } from '../../support/slack/workplace.ts';
import { platformContract, type Scene } from '../contract.ts';
import { ANN, BOB, eventually, HALL, type Mode, openUnion } from './scene.ts';

for (const mode of ['http', 'socket'] as const)
  platformContract(`Slack by ${mode}`, (dispatch) => openScene(mode, dispatch));

async function openScene(mode: Mode, dispatch: Parameters<Scene['platform']['start']>[0]): Promise<Scene> {
  const { double, platform, people, workplace } = await openUnion(mode);
  await platform.start(dispatch);

  /** All that a person sees, the newest last. */
  function onShow(person: string): (Message | Whisper | View)[] {
    const direct = workplace.direct(person).id;
    const home = workplace.homes.get(person);
    const modal = workplace.modal(person);
    return [
      ...workplace.messages.filter((it) => it.bot && (it.channel === HALL || it.channel === direct)),
      ...workplace.whispers.filter((it) => it.user === person),
      ...(home ? [home] : []),
      ...(modal ? [modal] : []),
    ];
  }

  function read(shown: Message | Whisper | View): string[] {
    const lines = linesOf(shown).flatMap((line) => line.split('\n'));
    if (!('view' in shown)) return lines;
    const { title } = shown.view as { title?: { text: string } };
    return [...(title ? [title.text] : []), ...lines, ...Object.values(shown.errors)];
  }

  return {
    platform,
    channel: HALL,
    people: [ANN, BOB],
    annsName: '小安',
    seen: (person) => onShow(person).flatMap(read),
    // what Slack sends is escaped
    say: async (person, text) => void (await people.write(person, escaped(text))),
    mention: async (person, text) => void (await people.mention(person, HALL, escaped(text))),
    command: async (person, text) => void (await people.command(person, HALL, escaped(text))),
    openHome: async (person) => void (await people.openHome(person)),
    async press(person, label) {
      const named = (it: Message | Whisper | View) =>
        buttonsOf(it.blocks).some(
          (button) => button.text.text === label || button.accessibility_label === label,
        );
      const shown = onShow(person).findLast(named);
      if (!shown) throw new Error(`no button ${label}`);
      await people.press(person, shown, label);
    },
    async fill(person, typed) {
      await eventually(() => expect(workplace.modal(person)).toBeDefined());
      const fields = Object.entries(typed).map(([name, value]) => [name, asSlackHasIt(name, value)]);
      await people.submit(person, Object.fromEntries(fields));
    },
    async close() {
      await platform.stop();
      await double.close();
      expect(double.problems).toEqual([]);
    },
  };
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function asSlackHasIt(name: string, value: Filled[string] | undefined): unknown {
  if (typeof value === 'number') return value / 1000;
  return name === 'options' && Array.isArray(value) ? ` ${value.join(' \n\n ')}\n` : value;
}
