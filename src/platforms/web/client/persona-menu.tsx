import { useApp } from './app-context.ts';
import { Avatar } from './avatar.tsx';
import { Icon } from './icons.tsx';
import { Popover } from './popover.tsx';

const ROLES = ['member', 'cadre', 'organiser', 'admin'] as const;

/** Who is played now, and everybody else one can be. */
export function PersonaMenu() {
  const { state, model, doing, words } = useApp();
  const { language } = model;
  const { me } = state;
  const role = words.role[me.role];
  return (
    <Popover
      kind="persona"
      label={words.persona.change}
      button={
        <>
          <Avatar by={me.id} />
          <span class="who">
            <strong>
              {me.name[language]} <span class="mark">{role}</span>
            </strong>
            <span>{me.job[language]}</span>
          </span>
          <Icon name="chevron" />
        </>
      }
    >
      {(close) => (
        <>
          <p class="quiet">{words.persona.note}</p>
          {ROLES.map((each) => (
            <section key={each}>
              <h3>{words.roles[each]}</h3>
              {state.personas
                .filter((persona) => persona.role === each)
                .map((persona) => (
                  <button
                    type="button"
                    class="person"
                    key={persona.id}
                    aria-current={persona.id === me.id ? 'true' : undefined}
                    onClick={() => {
                      close();
                      void doing.play(persona.id);
                    }}
                  >
                    <Avatar by={persona.id} small />
                    <span class="name">{persona.name[language]}</span>
                    <span>{persona.job[language]}</span>
                  </button>
                ))}
            </section>
          ))}
        </>
      )}
    </Popover>
  );
}
