import type { Command } from '../../src/command.ts';
import { setReportChannel } from './channel.ts';
import { acceptReport, dismissReport } from './decide.ts';
import { exportReports } from './export.ts';
import { listReports } from './list.ts';

/** Everything managers do with reports of mistakes. */
export const reports: readonly Command[] = [
  listReports,
  acceptReport,
  dismissReport,
  setReportChannel,
  exportReports,
];
