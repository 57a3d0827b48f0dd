/** What the command line can be asked to do. */
export const USAGE = `Usage:
  npm start                                       every place whose variables are set; a terminal chat with none,
                                                  in the language of LC_ALL, LC_MESSAGES or LANG; or: -- --lang de
  npm run --silent rolecall -- ask "/role ml-engineer" [--as text|json|discord|slack] [--lang en|es|de|pt-BR]
                                                  text is in the language of LC_ALL, LC_MESSAGES or LANG unless told
  npm run --silent rolecall -- ask --batch        one question a line in, one JSON answer a line out; English unless told
  npm run --silent rolecall -- check [DIR]        lints knowledge
  npm run --silent rolecall -- import onet|oews|projections|esco|gdad|advertised-pay DIR --out PACK
                                                  turns a publisher's download into a pack
  npm run --silent rolecall -- reports export --out DIR
                                                  writes the accepted reports of mistakes, for whoever corrects them
  npm run --silent rolecall -- migrate FILE       moves schedules and studies from a file to DATABASE_URL
  npm run --silent rolecall -- manifest slack     the Slack app manifest
  npm run --silent rolecall -- deploy discord     registers the Discord commands`;
