import { type Files, table } from './download.ts';

/** Hand-made files in O*NET's own format: three occupations of two major groups, and a military one. */
export const OCCUPATIONS = [
  ['O*NET-SOC Code', 'Title', 'Description'],
  ['15-1252.00', 'Software Developers', 'Ours: make "software".'],
  ['15-2051.00', 'Data Scientists', 'Ours: answer questions with data.'],
  ['17-2061.00', 'Computer Hardware Engineers', 'Ours: make hardware.'],
  ['55-3019.00', 'Military Enlisted, All Other', 'Ours: everybody else.'],
];
export const TITLES = [
  ['O*NET-SOC Code', 'Alternate Title', 'Short Title', 'Source(s)'],
  ['15-1252.00', 'AI Engineer (Artificial Intelligence Engineer)', 'AI Engineer', '10'],
  ['15-1252.00', 'Platform Engineer', 'n/a', '02,10'],
  ['15-2051.00', 'Data Analyst', 'n/a', '08'],
  ['15-2051.00', 'Platform Engineer', 'n/a', '08'],
  ['17-2061.00', 'Recreational Vehicle (RV) Computer Engineer', 'n/a', '08'],
  ['17-2061.00', 'Engineer (Boards)', 'n/a', '08'],
  ['55-3019.00', 'Radio Operator', 'n/a', '09'],
];
const REPORTED = [
  ['O*NET-SOC Code', 'Reported Job Title', 'Shown in My Next Move'],
  ['15-1252.00', 'Platform Engineer', 'Y'],
  ['15-2051.00', 'Data Analyst', 'N'],
  ['17-2061.00', 'Engineer (Boards)', 'N'],
];
const ZONES = [
  ['O*NET-SOC Code', 'Job Zone', 'Date', 'Domain Source'],
  ['15-1252.00', '4', '08/2023', 'Analyst'],
  ['15-2051.00', '5', '08/2023', 'Analyst'],
  ['17-2061.00', '4', '08/2023', 'Analyst'],
];
const RELATED = [
  ['O*NET-SOC Code', 'Related O*NET-SOC Code', 'Relatedness Tier', 'Index'],
  ['15-1252.00', '17-2061.00', 'Primary-Long', '2'],
  ['15-1252.00', '15-2051.00', 'Primary-Short', '1'],
  ['17-2061.00', '15-1252.00', 'Primary-Short', '1'],
  ['17-2061.00', '15-2051.00', 'Supplemental', '2'],
];
export const TECHNOLOGY = [
  ['O*NET-SOC Code', 'Example', 'Commodity Code', 'Commodity Title', 'Hot Technology', 'In Demand'],
  ['15-1252.00', 'Python', '43232408', 'Ours', 'Y', 'Y'],
  ['15-1252.00', 'Adobe "Photoshop"', '43232102', 'Ours', 'N', 'N'],
  ['15-2051.00', 'R', '43232408', 'Ours', 'Y', 'N'],
  ['15-2051.00', 'Kubeflow', '43232408', 'Ours', 'N', 'N'],
  ['17-2061.00', 'Verilog', '43232408', 'Ours', 'N', 'Y'],
];
const rating = (
  code: string,
  name: string,
  scale: string,
  value: string,
  suppress = 'N',
  irrelevant = 'N',
) => [code, name, scale, value, suppress, irrelevant];
const SKILLS = [
  ['O*NET-SOC Code', 'Element Name', 'Scale ID', 'Data Value', 'Recommend Suppress', 'Not Relevant'],
  ...['15-1252.00', '15-2051.00', '17-2061.00'].flatMap((code) => [
    rating(code, 'Programming', 'IM', '4.12'),
    rating(code, 'Programming', 'LV', '4.5'),
    rating(code, 'Writing', 'IM', '3.00'),
    rating(code, 'Writing', 'LV', '1.00', 'N', 'Y'),
    rating(code, 'Repairing', 'IM', '1.25'),
    rating(code, 'Repairing', 'LV', '0.12'),
    rating(code, 'Speaking', 'IM', '3.9', 'Y'),
    rating(code, 'Speaking', 'LV', '3.9'),
  ]),
];
const share = (code: string, category: string, value: string, suppress = 'N') => [
  code,
  'RL',
  category,
  value,
  suppress,
];
const EDUCATION = [
  ['O*NET-SOC Code', 'Scale ID', 'Category', 'Data Value', 'Recommend Suppress'],
  ...['15-1252.00', '15-2051.00', '17-2061.00'].flatMap((code) => [
    share(code, '5', '2.5'),
    share(code, '6', '60.0'),
    share(code, '8', '30.2'),
    share(code, '11', '7.3', 'Y'),
    [code, 'RW', '1', '100.0', 'n/a'],
  ]),
];

const tabs = (rows: readonly (readonly string[])[]) => table('\t', rows);

/** What an importer of O*NET must have. */
export const NEEDED: Files = {
  'Occupation Data.txt': tabs(OCCUPATIONS),
  'Alternate Titles.txt': tabs(TITLES),
};

/** Everything that it reads. */
export const ALL: Files = {
  ...NEEDED,
  'Read Me.txt': 'O*NET 29.2 Database\nFebruary 2025 Release\n',
  'Sample of Reported Titles.txt': tabs(REPORTED),
  'Job Zones.txt': tabs(ZONES),
  'Related Occupations.txt': tabs(RELATED),
  'Technology Skills.txt': tabs(TECHNOLOGY),
  'Skills.csv': table(',', SKILLS),
  'Education, Training, and Experience.txt': tabs(EDUCATION),
};

/** Rows whose column has another name. */
const renamed = (rows: readonly (readonly string[])[], from: string, to: string) =>
  rows.map((row, i) => (i === 0 ? row.map((name) => (name === from ? to : name)) : row));
const [SKILLS_HEAD = [], ...SKILLS_ROWS] = SKILLS;
const skillsOf = (...names: string[]) =>
  tabs([SKILLS_HEAD, ...SKILLS_ROWS.filter(([, name]) => names.includes(name ?? ''))]);

/** The same as releases since 30.3 have it: other names of files and columns, and general skills in two files. */
export const NEWER: Files = {
  ...Object.fromEntries(Object.entries(ALL).filter(([name]) => !/^(Alternate|Technology|Skills)/.test(name))),
  'Read Me.txt': 'O*NET 31.0 Database\nAugust 2026 Release\n',
  'Job Titles.txt': tabs(renamed(TITLES, 'Alternate Title', 'Job Title')),
  'Software Skills.txt': tabs(
    renamed(TECHNOLOGY, 'Example', 'Workplace Example').map((row) =>
      row.filter((_, i) => i !== 2 && i !== 3),
    ),
  ),
  'Essential Skills.txt': skillsOf('Programming', 'Writing', 'Speaking'),
  'Transferable Skills.txt': skillsOf('Repairing'),
};

/** The files with one of them changed. */
export function changed(name: string, change: (text: string) => string | Buffer): Files {
  return { ...ALL, [name]: change(String(ALL[name])) };
}
