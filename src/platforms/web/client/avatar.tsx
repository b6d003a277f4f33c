import { BOT, PERSONAS } from '../personas.ts';
import { useApp } from './app-context.ts';

/** A square with somebody's initials in a colour of their own; the bot’s is red. */
export function Avatar({ by, small }: { by: string; small?: true }) {
  const { state, model } = useApp();
  const index = PERSONAS.findIndex(({ id }) => id === by);
  const person = state.personas.find(({ id }) => id === by);
  const colour = by === BOT ? 'bot' : `tint-${index % 6}`;
  return (
    <span class={`avatar ${colour}${small ? ' small' : ''}`} aria-hidden="true">
      {by === BOT ? '工' : initials(person?.name[model.language] ?? '')}
    </span>
  );
}

/** 林小燕 → 小燕, Lin Xiaoyan → LX. */
function initials(name: string): string {
  if (!name.includes(' ')) return name.slice(-2);
  return name
    .split(' ')
    .map((word) => word[0])
    .join('');
}
