import type { Command } from 'commander';
import { PLACES } from '../../../adapters/index.ts';
import { commands } from '../../../commands/index.ts';
import type { Place, Setup } from '../../adapter.ts';
import { print } from '../print.ts';
import { problemOf, setUp } from '../setup.ts';
import { UsageProblem } from '../usage-problem.ts';

/** What places need once, such as `manifest slack` and `deploy discord`: a task each. */
export function setUpPlaces(program: Command): void {
  for (const place of PLACES) if (place.setup !== undefined) addTask(program, place, place.setup);
}

function addTask(program: Command, { settings }: Place, setup: Setup): void {
  const name = settings.place;
  const task = program
    .command(setup.task)
    .summary(`${setup.task} ${name}: ${setup.about}`)
    .argument('[place]', name)
    .action(async (asked: string | undefined, { url }: { url?: string }) => {
      if (asked !== name) throw new UsageProblem(`Only one place has that: rolecall ${setup.task} ${name}.`);
      const { config, log } = setup.needsVariables ? setUp() : setUp([]);
      if (setup.needsVariables) {
        if (config.problems.some((problem) => problem.place === name)) throw problemOf(config);
        if (!config.places.includes(name))
          throw new UsageProblem(`Set ${settings.ways[0]?.needs.join(' and ')} first: see .env.example.`);
      }
      const wish = { variables: config.variables, log };
      print(await setup.run(commands, url === undefined ? wish : { ...wish, url: originOf(url) }));
    });
  if (setup.takesUrl === true)
    task.option('--url <address>', 'where the bot is reached from outside: https://…');
}

/** An address without a slash at its end. @throws UsageProblem where nobody outside could post to it safely. */
function originOf(url: string): string {
  const read = URL.canParse(url) ? new URL(url) : undefined;
  if (read?.protocol !== 'https:' || read.search !== '' || read.hash !== '')
    throw new UsageProblem(`${url} is no address that can be posted to: it is like https://bot.example.org.`);
  return read.href.replace(/\/$/, '');
}
