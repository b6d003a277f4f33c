import type { Handler } from '../src/handler.ts';
import { answerRate } from './answer-rate.ts';
import { ask } from './ask.ts';
import { askForm } from './ask-form.ts';
import { deskAnswer } from './desk-answer.ts';
import { deskAsk } from './desk-ask.ts';
import { deskCancel } from './desk-cancel.ts';
import { deskReply } from './desk-reply.ts';
import { deskSend } from './desk-send.ts';
import { entryShow } from './entry-show.ts';
import { eventAnnounce } from './event-announce.ts';
import { eventAnswer } from './event-answer.ts';
import { eventDrop } from './event-drop.ts';
import { eventFormOpen } from './event-form.ts';
import { eventPlan } from './event-plan.ts';
import { help } from './help.ts';
import { home } from './home.ts';
import { language } from './language.ts';
import { pollClose } from './poll-close.ts';
import { pollFormOpen } from './poll-form.ts';
import { pollOpen } from './poll-open.ts';
import { pollVote } from './poll-vote.ts';
import { sourceShow } from './source-show.ts';

/** Everything people can ask of the bot. */
export const handlers: readonly Handler[] = [
  ask,
  askForm,
  entryShow,
  sourceShow,
  answerRate,
  deskAsk,
  deskSend,
  deskCancel,
  deskReply,
  deskAnswer,
  pollOpen,
  pollFormOpen,
  pollVote,
  pollClose,
  eventFormOpen,
  eventPlan,
  eventAnnounce,
  eventDrop,
  eventAnswer,
  home,
  help,
  language,
];
