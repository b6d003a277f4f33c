import type { curate as zhCn } from '../zh-cn/curate.ts';

export const curate: typeof zhCn = {
  usage: {
    title: 'Usage:',
    check:
      '  gongyou content check [FOLDER] [--json]     check the content files: where, what, and how to mend it',
    eval: [
      '  gongyou content eval QUESTIONS.jsonl [--bar answer=0.9,cite=0.95,f1=0.9,false=0.05] [--part tune|report] [--json]',
      '                               score labelled questions; exits with 1 below the bar',
    ].join('\n'),
    fit: [
      '  gongyou content fit QUESTIONS.jsonl [--part tune|report] [--most-false 0.03] [--write]',
      '                               learn from labelled questions how to rank and how sure to be before answering;',
      '                               --write puts it into weights.json of the content folder',
    ].join('\n'),
  },
  fine: ({ reports, entries }) => `The content is fine: ${reports} reports, ${entries} entries.`,
  found: ({ errors, warnings }) => `Errors: ${errors}. Warnings: ${warnings}.`,
  warned: ({ words }) => `warning: ${words}`,
  error: {
    'figure-unit': ({ what }) => `The figure “${what}” has no unit. Write it in unit.`,
    'figure-year': ({ what, other }) =>
      `The year “${other}” of the figure “${what}” names no time. Write a year or a period, or that the report gives none.`,
    'figure-elsewhere': ({ what }) =>
      `The figure ${what} is not in the answer. Check the report and make both the same.`,
    'asked-alike': ({ what, other }) =>
      `Without repetitions ${what} has only ${other}. Add other ways of asking (ask: 4 at least, ask-en: 2).`,
    'asked-elsewhere': ({ what, other }) =>
      `The way of asking “${what}” points to ${other} already. Say which level or year is meant.`,
    'related-gone': ({ what }) => `The related entry ${what} does not exist. Correct it, or take it out.`,
    'related-self': ({ what }) => `The related entry ${what} is the entry itself. Take it out.`,
    'english-lacks': ({ what }) =>
      `The English answer lacks ${what}, which the Chinese one has. Check the report and mend either.`,
    'english-adds': ({ what }) =>
      `The English answer has ${what}, which the Chinese one lacks. Check the report and mend either.`,
    'period-vague': ({ what }) =>
      `about “${what}” names no time. Write a year or a period, or that the report gives none.`,
    'half-width': ({ what }) =>
      `“${what}” has a half-width mark after a Chinese character. Make it full-width.`,
    'source-stray': ({ what }) =>
      `No report has the id ${what}, so this full text is not used. Correct its name, or use gongyou content import.`,
    'title-long': ({ what }) => `The title “${what}” is longer than 18 characters. Shorten it.`,
  },
  warning: {
    'word-shared': ({ what, other }) => `“${what}” stands for “${other}” as well, so either may be found.`,
    'one-language': ({ what }) =>
      `${what} is in one language alone, which is then shown to everybody. Add the other.`,
    'section-gone': ({ what, other }) =>
      `The section “${what}” is not in the full text ${other}. Make it the same, or import it again.`,
    'draft-todo': ({ what }) => `Still to be done in this draft: ${what}.`,
    'term-unused': ({ what }) => `No entry speaks of “${what}”, so looking it up finds nothing.`,
  },
  file: {
    unreadable: ({ path }) => `${path} cannot be opened. Check its name and permissions.`,
    empty: ({ path }) => `${path} has no question to score. Check the file, or choose another --part.`,
    'not-json': ({ path, line }) => `${path}:${line}: not complete JSON. Write one question a line.`,
    wrong: ({ path, line, what }) =>
      `${path}:${line}: ${what} is missing or wrong. Compare with content/README.md.`,
    twice: ({ path, line, what }) => `${path}:${line}: the id ${what} is used twice. Change one of them.`,
    bar: ({ what }) =>
      `“${what}” in --bar is not understood. Write answer, cite, section, f1 or false, then = and a number from 0 to 1.`,
  },
  fitting: {
    of: ({ questions, drills }) =>
      `Learned from ${questions} labelled questions and ${drills} ways of asking (each left out while it was tried). Cross-validated in five parts:`,
    head: '  sure    right     unanswered  wrongly answered  F1',
    row: ({ sure, right, unanswered, false: wrongly, f1, isChosen }) =>
      `${isChosen ? '→' : ' '} ${sure}    ${right.padEnd(8)}  ${unanswered.padEnd(10)}  ${wrongly.padEnd(16)}  ${f1}`,
    chosen: ({ sure, most }) =>
      `Answers from a certainty of ${sure} on: the lowest at which at most ${most} of what the reports do not say is answered; below it answers too much, above it too little.`,
    ranks: 'Ranked by: ',
    judges: 'Judged by: ',
    written: ({ path }) => `Written to ${path}; a running gongyou uses it in a few seconds.`,
    notWritten: 'Nothing was written; add --write for that.',
    most: ({ what }) => `“${what}” is not what --most-false takes. Write a number from 0 to 1, such as 0.03.`,
  },
  score: {
    questions: ({ all, answerable, unanswerable, talk }) =>
      `${all} questions: ${answerable} that the reports answer, ${unanswerable} that they do not, ${talk} of small talk`,
    answer: 'right answers',
    abstained: 'not answered, though the reports do',
    wrong: 'answered, but wrongly or in part',
    cite: 'right report cited',
    section: 'right section cited',
    f1: 'leaving unanswered (F1)',
    precision: 'precision of that',
    recall: 'recall of that',
    false: 'false answers',
    talk: 'small talk met well',
    marked: 'live markup in an answer',
    length: 'mean length of an answer',
    by: {
      language: 'by language',
      style: 'by style',
      report: 'by report',
      kind: 'not to be answered, by kind',
    },
    none: 'none given',
    rightly: 'met rightly',
    confused: ({ count }) => `Not right, ${count}:`,
    confusion: ({ id, q, wanted, got }) => `  ${id} ${q}\n      wanted: ${wanted}\n      got: ${got}`,
    wantedNothing: 'no answer',
    wantedTalk: 'small talk without a source',
    wanted: ({ reports, must }) => `${reports}: ${must}`,
    gotNothing: ({ near }) => (near === '' ? 'no answer' : `no answer (nearest: ${near})`),
    got: ({ entry, text }) => `${entry}: ${text}`,
    below: ({ name, value, bar }) => `Below the bar: ${name} is ${value}, and should be ${bar}.`,
    passed: 'The bar is met.',
  },
};
