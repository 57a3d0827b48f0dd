import { PREPARATION } from '../import/onet.ts';
import { chosen } from './choice.ts';
import type { Releases } from './releases.ts';
import type { Selection } from './selection.ts';
import type { SourceFacts } from './source-facts.ts';

type Onet = Releases['onet'];
type Choice = Selection['occupations'][number];
type SkillLists = NonNullable<SourceFacts['skills']>;
type Notes = NonNullable<SourceFacts['notes']>;

/** How many general skills of an occupation are shown, the most important first. */
const GENERAL = 8;
const OCCUPATION = 'the O*NET occupation';

/** Technologies, general skills, preparation and related occupations of what a role is in O*NET. */
export function onetFacts({ occupations }: Selection, { onet }: Releases): SourceFacts {
  return {
    skills: [
      ...occupations.flatMap((choice) => technologies(choice, onet)),
      ...occupations.flatMap((choice) => (choice.general === true ? general(choice, onet) : [])),
    ],
    notes: [
      ...preparation(occupations, onet),
      ...occupations.flatMap((choice) => (choice.related === true ? related(choice, onet) : [])),
    ],
  };
}

/** The occupation's own title. */
function titleOf({ code }: Choice, { occupations }: Onet): string {
  return chosen(occupations.byCode, code, OCCUPATION).title;
}

function technologies(choice: Choice, onet: Onet): SkillLists {
  if (choice.technologies === undefined) return [];
  const items = onet.details.technology?.byCode.get(choice.code)?.items ?? [];
  const byName = new Map(items.map((item) => [item.name, item]));
  const title = titleOf(choice, onet);
  return [
    {
      heading: `Technology of ${title} (${choice.technologies.length} of ${items.length})`,
      items: choice.technologies.map((name) => chosen(byName, name, `the technology of ${title}`)),
    },
  ];
}

function general(choice: Choice, onet: Onet): SkillLists {
  const items = onet.details.skills?.byCode.get(choice.code)?.items.slice(0, GENERAL) ?? [];
  return items.length === 0 ? [] : [{ heading: `General skills of ${titleOf(choice, onet)}`, items }];
}

function preparation(choices: readonly Choice[], onet: Onet): Notes {
  const { zones, education } = onet.details;
  const items = choices.flatMap((choice): string[] => {
    const zone = zones?.byCode.get(choice.code);
    const how = zone === undefined ? undefined : PREPARATION[zone - 1];
    return how === undefined
      ? []
      : [`${titleOf(choice, onet)}: job zone ${zone} of 5, ${how} preparation needed`];
  });
  const shares = choices.flatMap(({ code }) => education?.byCode.get(code) ?? []);
  return [...(items.length === 0 ? [] : [{ heading: 'Preparation', items }]), ...shares];
}

function related(choice: Choice, onet: Onet): Notes {
  const codes = onet.details.related?.byCode.get(choice.code) ?? [];
  const items = codes.map((code) => chosen(onet.occupations.byCode, code, OCCUPATION).title);
  return items.length === 0 ? [] : [{ heading: `Occupations related to ${titleOf(choice, onet)}`, items }];
}
