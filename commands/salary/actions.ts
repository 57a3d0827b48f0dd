import type { KnowledgeBase, Role } from '../../knowledge/index.ts';
import { message, say } from '../../src/message/say.ts';
import { type Action, askButton } from '../../src/reply.ts';
import { askOf } from '../input/resolve.ts';
import { asButtonsOrMenu } from '../views/actions.ts';
import { guideOf } from '../views/guide/guide.ts';
import { levelName, roleTitle } from '../views/names.ts';
import { tabs } from '../views/tabs.ts';
import { type PayPlace, placeName, placesOf } from './place.ts';
import { PAY_LEVELS, type PayLevel, type View } from './views.ts';

/** A view as a button offers it, where there is something to see. */
interface Offer {
  readonly view: View;
  /** A sentence of the catalogue. */
  readonly label: string;
  readonly has: (role: Role, knowledge: KnowledgeBase) => boolean;
}

const OFFERS: readonly Offer[] = [
  { view: 'summary', label: message('In short'), has: ({ pay }) => pay.length > 0 },
  { view: 'bands', label: message('By source'), has: ({ pay }) => pay.length > 0 },
  { view: 'picture', label: message('Picture'), has: ({ pay }) => pay.length > 1 },
  {
    view: 'spread',
    label: message('Percentiles'),
    has: ({ pay }) => pay.some(({ p10, p25, p75, p90 }) => [p10, p25, p75, p90].some(Boolean)),
  },
  { view: 'why', label: message('Why these differ'), has: ({ pay }) => pay.length > 0 },
  {
    view: 'factors',
    label: message('What moves pay'),
    has: (role, knowledge) => role.payFactors.length > 0 || guideOf(role, knowledge) !== undefined,
  },
];

/** What is shown of a role's pay. */
export interface Shown {
  readonly view: View;
  readonly level: PayLevel | undefined;
  readonly place: PayPlace | undefined;
}

function ofPlace(place: PayPlace | undefined): { readonly place?: PayPlace } {
  return place === undefined ? {} : { place };
}

/** A menu of the countries that have figures, and remote jobs, but for what is shown. */
function otherPlaces(role: Role, shown: PayPlace | undefined): Action[] {
  const choices = placesOf(role)
    .filter((place) => place !== shown)
    .map((place) => ({ label: placeName(place), ask: askOf('salary', { role: role.id, place }) }));
  return choices.length === 0 ? [] : [{ kind: 'choose', label: say('Elsewhere'), choices }];
}

/** From one view of a role's pay to the others, to one level or all, and to what else there is of the role. */
export function viewActions(role: Role, at: Shown, knowledge: KnowledgeBase): Action[] {
  const { view: shown, level, place } = at;
  const offered = OFFERS.filter(({ view, has }) => view !== shown && shown !== 'all' && has(role, knowledge));
  const views = offered.map(({ view, label }) => {
    const ofLevel = level !== undefined && (view === 'picture' || view === 'bands') ? { level } : {};
    return askButton(say(label), 'salary', { role: role.id, view, ...ofLevel, ...ofPlace(place) });
  });
  return [
    ...views.slice(0, 1),
    ...(place === undefined
      ? []
      : [askButton(say('Pay: {role}', { role: role.title }), 'salary', { role: role.id })]),
    ...(level === undefined
      ? []
      : [askButton(say('All levels'), 'salary', { role: role.id, ...ofPlace(place) })]),
    ...views.slice(1),
    ...oneLevel(role, at),
    ...otherPlaces(role, place),
    ...tabs(role, knowledge, 'salary'),
  ];
}

/** A menu of the levels that have figures, but for the one that is shown. */
function oneLevel(role: Role, { view: shown, level, place }: Shown): Action[] {
  const choices = PAY_LEVELS.filter(
    (each) => each !== level && role.pay.some((band) => band.level === each),
  ).map((each) => ({
    label: levelName(each),
    ask: askOf('salary', {
      role: role.id,
      view: shown === 'picture' ? shown : undefined,
      level: each,
      ...ofPlace(place),
    }),
  }));
  return choices.length === 0 ? [] : [{ kind: 'choose', label: say('Only one level'), choices }];
}

/** Where no source gives the pay of a role: that of related ones, and what else there is. */
export function relatedActions(role: Role, knowledge: KnowledgeBase): Action[] {
  const related = [...new Set(role.related.map((each) => each.role))];
  const choices = related
    .filter((id) => (knowledge.roles.get(id)?.pay.length ?? 0) > 0)
    .map((id) => ({
      label: say('Pay: {role}', { role: roleTitle(id, knowledge) }),
      ask: { command: 'salary', values: { role: id } },
    }));
  return [...asButtonsOrMenu(say('Related'), choices), ...tabs(role, knowledge, 'salary')];
}
