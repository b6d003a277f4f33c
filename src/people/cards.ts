import type { Texts } from '../texts/index.ts';
import type { Block, Button, Card } from '../view/card.ts';
import type { Person } from './index.ts';
import { reaches } from './roles.ts';

/** What this person can do here, in sentences. */
export function helpCard(by: Person, { home }: Texts): Card {
  const items = [
    home.canAsk,
    home.canVote,
    ...(reaches(by.role, 'cadre') ? [home.canReply, home.canPoll] : []),
    ...(reaches(by.role, 'organiser') ? [home.canRemind] : []),
    home.canLanguage,
  ];
  return {
    title: home.hello({ name: by.name }),
    blocks: [
      { kind: 'text', text: home.about },
      { kind: 'list', items },
    ],
  };
}

/** The home page: who I am here, what I can do, what I have running. */
export function homeCard(by: Person, polls: readonly { id: string; title: string }[], texts: Texts): Card {
  const { home } = texts;
  const acts: Button[] = [
    { label: home.ask, tone: 'primary', press: { act: 'ask.form', input: {} } },
    ...(reaches(by.role, 'cadre') ? [{ label: home.poll, press: { act: 'poll.form', input: {} } }] : []),
    ...(reaches(by.role, 'organiser')
      ? [{ label: home.training, press: { act: 'event.form', input: {} } }]
      : []),
  ];
  const help = helpCard(by, texts);
  return {
    title: home.title,
    blocks: [
      { kind: 'text', quiet: true, text: `${by.name} · ${home.role[by.role]}` },
      { kind: 'text', text: home.about },
      { kind: 'buttons', buttons: acts },
      ...(reaches(by.role, 'cadre') ? runningBlocks(polls, texts) : []),
      ...help.blocks.slice(1),
      { kind: 'text', quiet: true, text: home.privacy },
    ],
  };
}

function runningBlocks(polls: readonly { id: string; title: string }[], { home, surveys }: Texts): Block[] {
  if (polls.length === 0) return [{ kind: 'text', quiet: true, text: home.nothing }];
  const confirm = { text: surveys.closeSure, yes: surveys.closeYes, no: surveys.closeNo };
  return [
    { kind: 'text', text: home.running },
    {
      kind: 'buttons',
      buttons: polls.map(({ id, title }) => ({
        label: home.close({ title }),
        press: { act: 'poll.close', input: { survey: id } },
        confirm,
      })),
    },
  ];
}
