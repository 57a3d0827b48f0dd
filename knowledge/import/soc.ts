/**
 * The major groups of the Standard Occupational Classification 2018 by the first two digits of a code, in short:
 * the family of an imported occupation. https://www.bls.gov/soc/2018/major_groups.htm
 */
const MAJOR_GROUPS = new Map([
  ['11', 'Management'],
  ['13', 'Business and financial operations'],
  ['15', 'Computer and mathematical'],
  ['17', 'Architecture and engineering'],
  ['19', 'Life, physical and social science'],
  ['21', 'Community and social service'],
  ['23', 'Legal'],
  ['25', 'Education and library'],
  ['27', 'Arts, design, entertainment, sports and media'],
  ['29', 'Healthcare practitioners and technicians'],
  ['31', 'Healthcare support'],
  ['33', 'Protective service'],
  ['35', 'Food preparation and serving'],
  ['37', 'Cleaning and maintenance of buildings and grounds'],
  ['39', 'Personal care and service'],
  ['41', 'Sales'],
  ['43', 'Office and administrative support'],
  ['45', 'Farming, fishing and forestry'],
  ['47', 'Construction and extraction'],
  ['49', 'Installation, maintenance and repair'],
  ['51', 'Production'],
  ['53', 'Transportation and moving of materials'],
  ['55', 'Military'],
]);

/** The family of a SOC or O*NET-SOC code. */
export function familyOf(code: string): string | undefined {
  return MAJOR_GROUPS.get(code.slice(0, 2));
}

/**
 * The occupations that wages and projections are published for under one joint code of their own, since they cannot be told apart.
 * https://www.bls.gov/oes/soc_2018.htm
 */
const JOINT_CODES = new Map([
  ['13-1020', ['13-1021', '13-1022', '13-1023']],
  ['13-2020', ['13-2022', '13-2023']],
  ['21-1018', ['21-1011', '21-1014']],
  ['25-2052', ['25-2055', '25-2056']],
  ['25-9045', ['25-9042', '25-9043', '25-9049']],
  ['29-2010', ['29-2011', '29-2012']],
  ['31-1120', ['31-1121', '31-1122']],
  ['39-7010', ['39-7011', '39-7012']],
  ['47-4090', ['47-4091', '47-4099']],
  ['51-2028', ['51-2022', '51-2023']],
  ['51-2090', ['51-2092', '51-2099']],
  ['53-1047', ['53-1042', '53-1043', '53-1044', '53-1049']],
]);

/** The SOC codes that a published code is about: itself, as a rule. */
export function socCodes(published: string): readonly string[] {
  return JOINT_CODES.get(published) ?? [published];
}
