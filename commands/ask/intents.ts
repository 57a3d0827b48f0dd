import type { Ask } from '../../src/reply.ts';
import { askOf } from '../input/resolve.ts';
import type { Meant } from './meant.ts';
import type { Phrase } from './phrases.ts';
import { phrasesOf } from './phrases.ts';

/** Something people ask, the words they ask it in, and the command that answers it. */
export interface Intent {
  readonly name: string;
  readonly phrases: readonly Phrase[];
  /** The command with its values; undefined where what it needs is not named. */
  readonly ask: (meant: Meant) => Ask | undefined;
  /** The same without a role: with one more value, it is whole. */
  readonly about?: Pick<Ask, 'command' | 'values'> & { readonly option: string };
}

type Values = Readonly<Record<string, string>>;

/** A question about one role: `line` is the command with what it says besides, such as `role section:week`. */
function one(line: string, table: string, option = 'role'): Intent {
  const [command = '', ...said] = line.split(' ');
  const values: Values = Object.fromEntries(said.map((each) => each.split(':')));
  return {
    name: line,
    phrases: phrasesOf(table),
    about: { command, option, values },
    ask: ({ role, roles, ranks, explicit }) => {
      if (line === 'transition' && explicit && roles.length === 2) return undefined;
      const level = line === 'salary' && ranks.length === 1 ? ranks[0] : undefined;
      return role === undefined ? undefined : askOf(command, { [option]: role, ...values, level });
    },
  };
}

/** A question that needs no role. */
function plainly(command: string, table: string): Intent {
  return { name: command, phrases: phrasesOf(table), ask: () => askOf(command, {}) };
}

function other(name: string, ask: Intent['ask'], table: string, about?: Intent['about']): Intent {
  return { name, phrases: phrasesOf(table), ask, ...(about === undefined ? {} : { about }) };
}

/**
 * Everything people ask: an entry each, `;` between phrases, `!` behind what names the very thing. Of two that the words
 * fit as well, the earlier one is meant. Phrases are compared without plurals and British spellings; a name between two
 * of their words does no harm: "find … jobs" is `find job`.
 */
export const INTENTS: readonly Intent[] = [
  other(
    'plan',
    planned,
    'plan!; plan me; plan my; plan for; make a plan; study plan; what else do i need; hours a week; budget; my gap; skill gap!; what am i missing; am i missing; what do i lack; still need',
  ),
  other(
    'pay',
    compared,
    'pay gap; pay more; earn more; make more; paid more; paid better; better paid; pay better; higher pay; higher salary; higher paid; more money; salary difference; pay difference; difference in pay; difference in salary; difference in salary; earn less; pay less; highest salary; best paid; pay the most; pay best',
  ),
  other(
    'compare',
    compared,
    'vs; versus; difference!; differ; different; compare!; comparison!; compared; better; or; should i be; side by side; which one; similar; same as; same thing; choose between; choose; between; decide',
  ),
  other('compare', comparedAlone, 'vs; versus; difference!; compare!; comparison!'),
  other(
    'transition',
    moved,
    'transition; switch; move from; moving; move to; move into; change from; pivot; go from; get from; from; into; crossover; become; retrain; to; jump',
  ),
  one(
    'transition',
    'where can i go; where can go; where do go; what next!; whats next!; now what!; what come next; what come after; what come before; what after; move on from; next after; next step after; next step for; exit option; way out; leave; closest; closest to; close to; near to; nearest; adjacent; career change; other role; related role; similar role; role similar; role are similar; similar to; job similar; alike; what can i become; what can a become; what can an become; what else can i; lead to; get into from; who become; do next; can do next; can i do as; can do as; go next; next role; next job; next career; come from; what background; background; transferable; transition; switch; pivot',
    'from',
  ),
  other(
    'course',
    taught,
    'course!; class; tutorial!; book!; certification!; certificate!; cert!; certified; exam; training!; bootcamp!; resource; mooc!; video; where learn; where can i learn; where do i learn; how do i learn; how to learn; best way to learn; learn; study; teach; read; coursera!; udemy!; lesson; documentation!; material',
    { command: 'course', option: 'about', values: {} },
  ),
  one(
    'role section:interview',
    'interview!; round!; onsite!; phone screen!; loop; take home assignment!; take home test!; take home task!; assignment!; coding challenge!; coding test!; company test!; employer test!; interview question; interview process; prepare for interview; at interview; in interview; asked in interview; interviewer; leetcode; whiteboard; hiring process; technical screen; they ask; will they ask',
  ),
  one(
    'role section:portfolio',
    'portfolio!; project; side project!; what should i build; build; github!; showcase; project idea!; capstone!; show off',
  ),
  one(
    'role section:resume',
    'resume!; cv!; rejected!; get rejected; screened out!; ghosted!; ignored; manager look for; manager want from!; recruiter want from!; recruiter; look for in; stand out; curriculum vitae!; linkedin; bullet point; cover letter!; ats',
  ),
  one(
    'role section:jobs',
    'find a job; find job; find work; job board!; where to apply; apply; job search!; job hunt!; land a job; land a; get hired; job posting; vacancy; get a job; looking for work; looking for a job; job site; referral; networking; job',
  ),
  one(
    'role section:employers',
    'who hire!; hire; hiring; company!; employer!; which company; sector; industry; who employ!; firm; startup; work for',
  ),
  one(
    'role section:outlook',
    'outlook!; demand; in demand; future; replace; will ai; will automl; will llm; will gpt; automl!; llm; copilot; eat; ai replace; take over; ai take; affect; impact; threaten; automate; automated; automation; ai go take; take job; take my job; ai kill; kill; wipe out; steal job; worth become; worth be; worth do; worth learn; worth get; worth study; be it worth; good idea; good time; regret; be needed; still needed; still be needed; still exist; exist; be around; still be around; still relevant; relevant; year from now; in year; growth; growing; safe; dying; dead; die; saturated; oversaturated!; job market!; market; chatgpt; worth it; still worth; real job!; real career!; real thing; ai impact; obsolete; job security; future proof; good career; grow; shrink; best future; bright future; have a future; hot; hard to find; job opening; opening; prospect; disappear; degree!; master!; msc!; bsc!; uni!; dropout!; phd!; diploma!; without school; go to school; go back to school; bachelor!; master degree!; college; university; education!; self taught!; entry level role; entry level job; is a entry level; is an entry level; considered entry level; entry level friendly; first job; how hard!; hard to get a job!; hard to get in!; easy to get!; difficult; competitive; without experience; no experience; fresh graduate; new grad; hard to get',
  ),
  one(
    'salary view:why',
    'why differ; figure differ; salary differ; pay differ; number differ; number so different; figure so different; so different; source differ; disagree; source disagree; level mapping; why source',
  ),
  one(
    'salary view:factors',
    'negotiate!; negotiation!; raise; get paid more!; paid more!; earn more!; make more!; pay more!; higher pay!; higher salary!; better pay!; better paid; what move!; what affect!; affect pay!; affect salary; pay depend; depend on; increase my salary; increase salary; pay factor; earn more money; influence',
  ),
  one('salary view:spread', 'percentile!; p90!; p10!; top 10; top ten; distribution!; spread!; top earner'),
  one(
    'salary',
    'salary!; pay!; median!; take home pay!; take home; bring home!; top company!; big company!; big tech!; top tech!; a year; average pay; going rate; get paid; paid; earn!; earning!; what do make; what do a make; wage!; compensation!; comp!; income!; money; make; how much; how much worth; total comp; tc; per year; rate; band; pay range; salary range; pay scale; bonus; equity; stock; top firm; faang; rich; lucrative',
  ),
  one(
    'role section:skills',
    'separate!; set apart!; differentiate!; strong candidate!; great one!; good one; outstanding!; what is often missing',
  ),
  one(
    'ladder',
    'ladder!; focus on; focus; career ladder; career level; level; promoted!; promotion!; get promoted; advance; advancement; progression!; career progression; career path; seniority!; next level; get to; become senior; become a senior; to senior; from junior; years of experience; how many year; year to; rung; grow as; rank; grade; reach',
  ),
  other(
    'roadmap',
    travelled,
    'roadmap!; road map!; way into; way in; fastest way; quickest way; easiest way; how do i become; how to become; how can i become; how become; how do you become; become; start; get started; where do i start; where to start; should i start; step; timeline; break into; get into; enter; curriculum!; learning path!; learn path!; study path!; learning plan!; path; from scratch; beginner; route; how long; how long to become; how long do take; how many month; be a; want to be; to be; how to be; way to be; where do i begin; where to begin; begin; thinking about',
    { command: 'roadmap', option: 'role', values: {} },
  ),
  other(
    'skills',
    asked,
    'skill!; must i know!; must know!; what must!; need; what do i need; need to be; know; need to know; should i know; require; required; requirement!; technology; tech stack!; stack; tool; language; programming language; prerequisite!; qualification; what to learn; should i learn; must learn; need to learn; good at; have to learn; competency!; software; framework; math!; how much math; how much code; how good at; technical',
    { command: 'skills', option: 'role', values: {} },
  ),
  one(
    'role section:week',
    'day; day to day!; day in the life!; typical day!; all day; daily; normal day!; average day!; usual day!; regular day!; working day!; workday!; day like; week like; typical week!; week; responsibility!; duties!; duty!; task; actually do; what do; what a do; what an do; job description!; work look like; job look like; what is it like; a job like!; an job like!; the job like!; what like; code; coding; to be like; being; spend time; routine; what would do; what would a do; what would an do; who do work with!; work with; do at work; do exactly; be do as; i be doing; will i do; will i be doing; would i do; involve; on a daily basis; main task; doing all; do all day',
  ),
  plainly(
    'sources',
    'source!; data come; data collected; the data; collect; get data; get your data; number come from; figure come from; calculate; these number; your number; your figure; method; trust; licence!; how do you know; up to date!; how old is the; how old is this; how old are; how old is your!; how old are your!; how recent; how current; last updated!; citation!; reliable; your data; your information',
  ),
  plainly(
    'help',
    'help; can i do here!; what is this; hola; oi; ola; hallo; moin; bonjour; ciao; who made you; hello; hi; hey; thank; good morning; what can you do; what can i ask; what can you; command; how do you work; how does this work; who are you; what are you; what do you do; how do i use; use this bot; use you; your feature; are you a bot; are you human',
  ),
  one(
    'role',
    'gimme; deet; rundown; lowdown; scoop; what is; what is a; whats; whats a; whats an; who is; tell me; tell me about; explain; overview!; describe; description; info; information; define; definition!; meaning; mean; what are; about',
  ),
];

function planned({ role, from, to, skills, amounts }: Meant): Ask | undefined {
  const goal = to ?? role;
  if (goal === undefined) return undefined;
  const start = from === goal ? undefined : from;
  const have = skills.length === 0 ? undefined : skills.map(({ id }) => id).join(',');
  const { hoursPerWeek, budget } = amounts;
  return askOf('plan', { to: goal, from: start, have, 'hours-per-week': hoursPerWeek, budget });
}

function travelled({ role, amounts }: Meant): Ask | undefined {
  return role === undefined ? undefined : askOf('roadmap', { role, 'hours-per-week': amounts.hoursPerWeek });
}

function asked({ role, skills, knowing }: Meant): Ask | undefined {
  if (role === undefined) return undefined;
  const have = knowing && skills.length > 0 ? skills.map(({ id }) => id).join(',') : undefined;
  return askOf('skills', { role, have });
}

const NAMES = ['first', 'second', 'third', 'fourth'] as const;

function compared({ roles }: Meant): Ask | undefined {
  if (roles.length < 2) return undefined;
  const named = roles.slice(0, NAMES.length).map((id, at) => [NAMES[at] ?? '', id] as const);
  return askOf('compare', Object.fromEntries(named));
}

/** One role is known, the other is not: what to compare it with is asked back. */
function comparedAlone({ roles }: Meant): Ask | undefined {
  const [first, ...others] = roles;
  return first === undefined || others.length > 0 ? undefined : askOf('compare', { first });
}

function moved({ from, to }: Meant): Ask | undefined {
  return from === undefined || to === undefined ? undefined : askOf('transition', { from, to });
}

function taught({ subject, amounts, cost, level, kind }: Meant): Ask | undefined {
  return subject === undefined
    ? undefined
    : askOf('course', { about: subject, cost, level, hours: amounts.hours, budget: amounts.budget, kind });
}

/** Every word of every phrase: a typing mistake in one of them is mended. */
export const VOCABULARY: ReadonlySet<string> = new Set(
  INTENTS.flatMap(({ phrases }) => phrases.flatMap(({ words }) => words)),
);
