import type { Finding } from '../finding.ts';
import { type Clash, clashes, isAbbreviation } from '../load/name-clashes.ts';
import { findingAt } from '../load/entry.ts';
import type { Entry } from '../load/entry.ts';
import type { RoleFile } from '../kinds/role.ts';

/** Names that two roles written by hand share. Imported occupations share thousands, which a search can handle. */
export function checkNames(roles: Iterable<Entry<RoleFile>>): Finding[] {
  return clashes(roles).map((clash) => {
    const { role, path } = clash.second;
    const { message, severity } = judged(clash);
    return findingAt(role.origin, path, message, severity);
  });
}

function judged({ first, second, takenOver }: Clash): Pick<Finding, 'message' | 'severity'> {
  const other = first.role.value.id;
  const short = isAbbreviation(first.name) && isAbbreviation(second.name);
  if (first.alias && second.alias && short && !takenOver)
    return {
      severity: 'warning',
      message: `"${second.name}" also means ${other}: whoever types it is asked which`,
    };
  if (takenOver)
    return {
      severity: 'warning',
      message: `"${second.name}" was an alias of ${other} in an earlier pack; this role takes it over`,
    };
  const whose = first.alias ? `an alias of ${other}` : `the name of ${other}`;
  return { severity: 'error', message: `"${second.name}" is also ${whose}: keep it in one of the two` };
}
