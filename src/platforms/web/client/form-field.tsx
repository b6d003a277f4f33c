import type { Field } from '../../../view/form.ts';
import { useApp } from './app-context.ts';
import { PeopleChoice } from './people-choice.tsx';
import { zoneIn } from './words.ts';

type Value = string | readonly string[];
type Props = {
  readonly field: Field;
  readonly value: Value | undefined;
  readonly wrong: string | undefined;
  readonly fill: (value: Value) => void;
};

/** Up to this many options stand open; more are folded into a list. */
const OPEN_OPTIONS = 8;

/** A field with its label, hint and what is wrong with it. */
export function FormField({ field, value, wrong, fill }: Props) {
  const { state, model, words } = useApp();
  const id = `field-${field.name}`;
  const hint = [
    field.hint,
    field.kind === 'lines' ? words.form.lines : undefined,
    field.kind === 'moment' ? words.form.moment(zoneIn(model.language, state.zone)) : undefined,
  ].filter((line) => line !== undefined && line !== '');
  const label = (
    <>
      {field.label}
      {field.optional && <span class="optional">{words.form.optional}</span>}
    </>
  );
  const isGroup = field.kind === 'picks' || field.kind === 'people' || isOpenPick(field);
  const described = [hint.length > 0 ? `${id}-hint` : '', wrong ? `${id}-wrong` : '']
    .filter(Boolean)
    .join(' ');
  const about = {
    'aria-describedby': described || undefined,
    'aria-invalid': wrong ? ('true' as const) : undefined,
  };
  const notes = (
    <>
      {hint.length > 0 && (
        <p class="hint" id={`${id}-hint`}>
          {hint.join(' ')}
        </p>
      )}
      <Control field={field} id={id} value={value ?? ''} about={about} fill={fill} />
      {wrong && (
        <p class="wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </>
  );
  if (!isGroup)
    return (
      <div class="field">
        <label for={id}>{label}</label>
        {notes}
      </div>
    );
  return (
    <fieldset class="field" aria-describedby={about['aria-describedby']}>
      <legend>{label}</legend>
      {notes}
    </fieldset>
  );
}

const isOpenPick = (field: Field): boolean => field.kind === 'pick' && field.options.length <= OPEN_OPTIONS;

type ControlProps = {
  readonly field: Field;
  readonly id: string;
  readonly value: Value;
  readonly about: { 'aria-describedby': string | undefined; 'aria-invalid': 'true' | undefined };
  readonly fill: (value: Value) => void;
};

function Control({ field, id, value, about, fill }: ControlProps) {
  const { state, model } = useApp();
  const one = typeof value === 'string' ? value : '';
  const many = typeof value === 'string' ? [] : value;
  const shared = { id, required: !field.optional, ...about };
  switch (field.kind) {
    case 'text':
      if (!field.long)
        return <input type="text" {...shared} value={one} onInput={(it) => fill(it.currentTarget.value)} />;
      return <textarea rows={4} {...shared} value={one} onInput={(it) => fill(it.currentTarget.value)} />;
    case 'lines':
      return <textarea rows={4} {...shared} value={one} onInput={(it) => fill(it.currentTarget.value)} />;
    case 'moment':
      return (
        <input type="datetime-local" {...shared} value={one} onInput={(it) => fill(it.currentTarget.value)} />
      );
    case 'pick':
      if (isOpenPick(field)) return <Options {...{ field, id, about, fill }} chosen={[one]} kind="radio" />;
      return <Folded {...shared} options={field.options} value={one} fill={fill} />;
    case 'picks':
      return <Options {...{ field, id, about, fill }} chosen={many} kind="checkbox" />;
    case 'channel': {
      const open = state.channels.filter(({ direct }) => !direct);
      const options = open.map((it) => ({ value: it.id, label: `# ${it.name[model.language]}` }));
      return <Folded {...shared} options={options} value={one} fill={fill} />;
    }
    case 'people':
      return <PeopleChoice id={id} chosen={many} about={about} fill={fill} />;
  }
}

type FoldedProps = ControlProps['about'] & {
  readonly id: string;
  readonly required: boolean;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly fill: (value: string) => void;
};

function Folded({ options, fill, value, ...shared }: FoldedProps) {
  const { words } = useApp();
  return (
    <select {...shared} value={value} onChange={(it) => fill(it.currentTarget.value)}>
      <option value="">{words.form.choose}</option>
      {options.map((option) => (
        <option value={option.value} key={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

type OptionsProps = {
  readonly field: Extract<Field, { kind: 'pick' | 'picks' }>;
  readonly id: string;
  readonly kind: 'radio' | 'checkbox';
  readonly chosen: readonly string[];
  readonly about: ControlProps['about'];
  readonly fill: (value: Value) => void;
};

function Options({ field, id, kind, chosen, about, fill }: OptionsProps) {
  const toggle = (value: string): void => {
    const others = chosen.filter((it) => it !== value);
    const many = others.length === chosen.length ? [...chosen, value] : others;
    fill(kind === 'radio' ? value : many);
  };
  return (
    <div class="options">
      {field.options.map(({ value, label }) => (
        <label key={value}>
          <input
            type={kind}
            name={id}
            checked={chosen.includes(value)}
            aria-invalid={about['aria-invalid']}
            onChange={() => toggle(value)}
          />
          <span>{label}</span>
        </label>
      ))}
    </div>
  );
}
