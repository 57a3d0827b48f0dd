import { say } from '../../src/message/say.ts';
import type { Ask, Draft } from '../../src/reply.ts';
import { zoneId } from '../../src/schedules/rule.ts';
import { zoneOfCity } from '../../src/schedules/cities.ts';
import { zonesNear } from '../../src/schedules/zones.ts';
import { quote } from '../input/resolve.ts';
import { nextActions, asButtonsOrMenu } from '../views/actions.ts';

/** The zone that somebody typed, by its own name or that of a city; undefined where it is neither. */
export function zoneMeant(typed: string): string | undefined {
  return zoneId(typed.trim()) ?? zoneOfCity(typed);
}

/** Asks which city somebody means who typed no zone but something near one; undefined where that need not be asked. */
export function askZone(typed: string | undefined, { command, values }: Ask): Draft | undefined {
  if (typed === undefined || zoneMeant(typed) !== undefined) return undefined;
  const near = zonesNear(typed);
  if (near.length === 0) return undefined;
  const choices = near.map((zone) => ({ label: zone, ask: { command, values: { ...values, zone } } }));
  return {
    tone: 'question',
    title: say('Which time zone?'),
    lead: [
      say('I do not know the time zone "{typed}". Pick the city whose time you mean.', {
        typed: quote(typed),
      }),
    ],
    body: nextActions(asButtonsOrMenu(say('Pick one'), choices)),
  };
}
