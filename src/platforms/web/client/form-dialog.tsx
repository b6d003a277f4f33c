import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from './app-context.ts';
import { FormField } from './form-field.tsx';
import { type Filling, firstFilling, typedFrom, wrongIn } from './form-filling.ts';
import { Icon } from './icons.tsx';
import type { OpenForm } from './model.ts';

const FIRST_FIELD = '.fields :is(input, textarea, select)';

/** A form over the page. What is wrong stands under its field, and the first such field gets the focus. */
export function FormDialog({ open }: { open: OpenForm }) {
  const { state, doing, words } = useApp();
  const { form, wrong: told } = open;
  const dialog = useRef<HTMLDialogElement>(null);
  const [filling, setFilling] = useState<Filling>(() => firstFilling(form.fields, state.zone));
  const [found, setFound] = useState<{ [field: string]: string }>({});
  const wrong = { ...found, ...told };
  const count = Object.keys(wrong).length;

  useEffect(() => {
    dialog.current?.showModal();
    // on a phone the keyboard would cover the form before one has read it
    const first = matchMedia('(hover: hover)').matches ? FIRST_FIELD : 'h2';
    dialog.current?.querySelector<HTMLElement>(first)?.focus();
  }, []);
  useEffect(() => {
    if (count > 0) dialog.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [told, found]);

  function send(event: Event): void {
    event.preventDefault();
    const missing = wrongIn(form.fields, filling, words);
    setFound(missing);
    if (Object.keys(missing).length === 0) void doing.send(typedFrom(form.fields, filling));
  }

  return (
    <dialog class="form" ref={dialog} aria-labelledby="form-title" onClose={() => doing.closeForm()}>
      <form onSubmit={send} noValidate>
        <header>
          <h2 id="form-title" tabIndex={-1}>
            {form.title}
          </h2>
          <button
            type="button"
            class="icon-button"
            aria-label={form.cancel}
            onClick={() => dialog.current?.close()}
          >
            <Icon name="close" />
          </button>
        </header>
        <div class="fields">
          {form.intro && <p class="intro">{form.intro}</p>}
          {(count > 0 || open.problem) && (
            <p class="form-problem" role="alert">
              {open.problem ?? words.form.check(count)}
            </p>
          )}
          {form.fields.map((field) => (
            <FormField
              field={field}
              value={filling[field.name]}
              wrong={wrong[field.name]}
              fill={(value) => setFilling((now) => ({ ...now, [field.name]: value }))}
              key={field.name}
            />
          ))}
        </div>
        <footer class="dialog-buttons">
          <button type="button" class="card-button" onClick={() => dialog.current?.close()}>
            {form.cancel}
          </button>
          <button type="submit" class="card-button primary" aria-disabled={open.sending === true}>
            {open.sending ? words.form.sending : form.send}
          </button>
        </footer>
      </form>
    </dialog>
  );
}
