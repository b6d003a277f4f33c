import { useState } from 'preact/hooks';
import { useApp } from './app-context.ts';
import { Avatar } from './avatar.tsx';

type Props = {
  readonly id: string;
  readonly chosen: readonly string[];
  readonly about: { 'aria-invalid': 'true' | undefined };
  readonly fill: (people: readonly string[]) => void;
};

/** People to choose from, found by name. */
export function PeopleChoice({ id, chosen, about, fill }: Props) {
  const { state, model, words } = useApp();
  const [find, setFind] = useState('');
  const { language } = model;
  const shown = state.personas.filter(({ name, job }) =>
    `${name['zh-CN']} ${name.en} ${job[language]}`.toLowerCase().includes(find.trim().toLowerCase()),
  );
  const toggle = (person: string): void =>
    fill(chosen.includes(person) ? chosen.filter((it) => it !== person) : [...chosen, person]);
  return (
    <div class="people-choice">
      <div class="people-bar">
        <input
          type="search"
          id={id}
          value={find}
          placeholder={words.form.find}
          aria-label={words.form.find}
          aria-invalid={about['aria-invalid']}
          onInput={(event) => setFind(event.currentTarget.value)}
        />
        <button type="button" class="link" onClick={() => fill(state.personas.map((it) => it.id))}>
          {words.form.all}
        </button>
        <button type="button" class="link" onClick={() => fill([])}>
          {words.form.none}
        </button>
      </div>
      <div class="options scrolls">
        {shown.map((person) => (
          <label key={person.id}>
            <input type="checkbox" checked={chosen.includes(person.id)} onChange={() => toggle(person.id)} />
            <Avatar by={person.id} small />
            <span>{person.name[language]}</span>
            <span class="quiet">{person.job[language]}</span>
          </label>
        ))}
      </div>
      <p class="hint" role="status">
        {words.form.people(chosen.length)}
      </p>
    </div>
  );
}
