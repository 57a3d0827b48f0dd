import type { Citation } from '../../knowledge/index.ts';
import { fitsPhone } from '../../src/fit/phone.ts';
import { bold, type Draft, type Field, type ReplyNode, type Text } from '../../src/reply.ts';
import type { Section } from './section.ts';

/**
 * A part of a short answer, in the order in which parts stand. What is longest is shown where there is room; each of the
 * other `forms` says less, and an empty one leaves the part to the view that shows all of it.
 */
export interface Part {
  readonly forms: readonly (readonly Section[])[];
  /** Which part gives way first: that with the lowest number; one for all its steps, or one for each of them. */
  readonly yields: number | readonly number[];
}

/** A part that is shown as it is or not at all. */
export function optional(sections: readonly Section[], yields: number): Part {
  return { forms: [sections, []], yields };
}

/** A part that is always shown. */
export function always(sections: readonly Section[]): Part {
  return { forms: [sections], yields: 0 };
}

/**
 * An answer on one phone screen: the parts that people ask for least give way until it is one, and what then has room again
 * comes back. Which they are is the same in every language and on every place. What gives way stands whole in the full
 * view, which the answer has to offer.
 */
export function onOneScreen(
  parts: readonly Part[],
  draftOf: (sections: readonly Section[], isWhole: boolean) => Draft,
): Draft {
  const drawn = (chosen: readonly number[]): Draft => {
    const sections = parts.flatMap(({ forms }, at) => forms[chosen[at] ?? 0] ?? []);
    return draftOf(
      inOneList(sections),
      chosen.every((form) => form === 0),
    );
  };
  const steps = inTurn(parts);
  let chosen = parts.map(() => 0);
  let yielded = 0;
  while (yielded < steps.length && !fitsPhone(drawn(chosen))) {
    chosen = stepped(chosen, steps[yielded], 1);
    yielded += 1;
  }
  // The last to give way is worth most, and the last step of a part is undone first.
  for (const step of steps.slice(0, Math.max(0, yielded - 1)).toReversed()) {
    const isLast = step.form === (chosen[step.part] ?? 0);
    const back = stepped(chosen, step, -1);
    if (isLast && fitsPhone(drawn(back))) chosen = back;
  }
  return drawn(chosen);
}

/** That a part says less: its form by then. */
interface Step {
  readonly part: number;
  readonly form: number;
  readonly turn: number;
}

/** Every step by which parts give way, the first to do so first. */
function inTurn(parts: readonly Part[]): Step[] {
  const steps = parts.flatMap(({ forms, yields }, part) =>
    forms.slice(1).map((_, at): Step => ({
      part,
      form: at + 1,
      turn: typeof yields === 'number' ? yields : (yields[at] ?? Infinity),
    })),
  );
  return steps.toSorted((a, b) => a.turn - b.turn);
}

function stepped(chosen: readonly number[], step: Step | undefined, by: number): number[] {
  return chosen.map((form, part) => (part === step?.part ? form + by : form));
}

/** "Pay (US, a year): median wage $104K": a line of a screen, with what it rests on. */
export function labelled({ name, value }: Field, evidence: readonly Citation[]): Section {
  return item(value.length === 0 ? [bold(name)] : [bold(name), ': ', ...value], evidence);
}

/** A line of a screen that needs no name. */
export function item(text: Text, evidence: readonly Citation[]): Section {
  return { evidence, node: { kind: 'list', items: [text] }, named: true };
}

/** The lines of a screen that stand below each other as one list. */
function inOneList(sections: readonly Section[]): Section[] {
  const whole: Section[] = [];
  for (const section of sections) {
    const last = whole.at(-1);
    const node = last === undefined ? undefined : together(last.node, section.node);
    if (last === undefined || node === undefined) whole.push(section);
    else whole[whole.length - 1] = { ...last, evidence: [...last.evidence, ...section.evidence], node };
  }
  return whole;
}

function together(above: ReplyNode, below: ReplyNode): ReplyNode | undefined {
  if (above.kind !== 'list' || below.kind !== 'list') return undefined;
  if (above.title !== undefined || below.title !== undefined) return undefined;
  if (above.ordered === true || below.ordered === true) return undefined;
  return { ...above, items: [...above.items, ...below.items] };
}

/** Parts of which the last gives way first. */
export function lastYields(sections: readonly Section[]): Part[] {
  return sections.map((section, at) => optional([section], sections.length - at));
}

/** A part that grows shorter item by item, from so many down to so few. */
export function shrinking(
  most: number,
  least: number,
  yields: Part['yields'],
  of: (count: number) => Section[],
): Part {
  const counts = Array.from({ length: Math.max(1, most - least + 1) }, (_, less) => most - less);
  return { forms: counts.map(of), yields };
}
