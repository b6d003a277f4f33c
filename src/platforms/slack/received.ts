import { createHash } from 'node:crypto';
import type { Did, Incoming, Place } from '../port.ts';

/** The bot as Slack knows it. */
export type Me = {
  readonly user: string;
  readonly team: string;
  /** Of an organisation that holds several workplaces. */
  readonly enterprise?: string;
};

/** What somebody did, and by what means they can be answered at once. */
export type Received = { readonly incoming: Incoming; readonly origin: Origin };

export type Origin = {
  readonly by: string;
  readonly kind: Did['kind'] | 'shortcut';
  readonly at?: Place;
  /** Good for five answers within half an hour. */
  readonly responseUrl?: string;
  /** Good for one view within three seconds. */
  readonly triggerId?: string;
  /** The message whose button was pressed; a message for one person's eyes can only be replaced by `responseUrl`. */
  readonly pressed?: { readonly channel: string; readonly message: string; readonly ephemeral: boolean };
  /** The view in which it was done. `fields`: the names of a form's. */
  readonly view?: { readonly id: string; readonly isHome: boolean; readonly fields: readonly string[] };
  /** Done on the home page, or in what was opened from there. */
  readonly fromHome?: true;
};

/** Longest id that is passed on as it is. */
const MOST_ID = 140;

/** Who acted, as Slack says it of buttons, forms and shortcuts. */
type Actor = {
  readonly user: { readonly team_id?: string | null | undefined };
  readonly team?:
    | { readonly id: string; readonly enterprise_id?: string | null | undefined }
    | null
    | undefined;
  readonly enterprise?: { readonly id: string } | null | undefined;
};

/** Whether somebody of our workplace acted. */
export const actsHere = ({ user, team, enterprise }: Actor, me: Me): boolean =>
  isOurs(user.team_id ?? team?.id, enterprise?.id ?? team?.enterprise_id, me);

/** Whether a team is ours, or of our organisation; what is not said is not held against anybody. */
export function isOurs(
  team: string | null | undefined,
  enterprise: string | null | undefined,
  me: Me,
): boolean {
  if (!team || team === me.team) return true;
  return me.enterprise !== undefined && (team === me.enterprise || enterprise === me.enterprise);
}

/** The same for the same act, however often Slack sends it. */
export function idOf(kind: 'ev' | 'tr', unique: string): string {
  if (/^[\x21-\x7e]+$/.test(unique) && unique.length <= MOST_ID) return `${kind}-${unique}`;
  return `${kind}-${createHash('sha256').update(unique).digest('base64url')}`;
}
