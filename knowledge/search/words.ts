import { normalise } from './normalise.ts';

/** A set of words in the form that `normalise` gives them. */
const list = (words: string): ReadonlySet<string> => new Set(normalise(words).split(' '));

/** `short=long` pairs, already in the form that `normalise` gives them. */
const pairs = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text.split(';').map((pair) => {
      const [short = '', long = ''] = pair.trim().split('=');
      return [short, long];
    }),
  );

/** Words that say nothing about which entry is meant, in a title as well as in a question. */
export const STOPWORDS = list('a an and the of for in to with or at on by as all other except including');

/** Words that people put around a name in a sentence. They count a little for an entry that has them, never against one. */
export const FILLERS = list(`
  i im ive id me my we you your is am are was do does did can could should would will what whats who whos how hows
  which where why when that this there about become becoming being get getting got want wanna need like looking look
  interested tell show give find explain please pls plz thanks thank thx hi hello hey pay paid salary wage much
  job jobs role position career vacancy opening start starting into from switch transition someone people person
  good best top new guide roadmap path way step just some any be have has not make made earn day life typical required
  requirement qualification
`);

/** Ranks, which an entry rarely has in its name. They count for an entry that has them, and little against one that has not. */
export const RANKS = list(`
  senior sr snr junior jr jnr lead principal staff entry level mid midlevel intermediate associate intern internship
  trainee graduate grad apprentice experienced certified remote freelance ii iii iv
`);

/** Short forms that no rule can learn from a title, for the words on the right, wherever they stand in a name. */
export const SHORT_FORMS = pairs(
  `swe=software engineer; sde=software development engineer; sdet=software development engineer in test;
  dev=developer; eng=engineer; engr=engineer; engg=engineering; mgr=manager; mngr=manager; admin=administrator;
  ops=operation; qa=quality assurance; k8=kubernete; k8s=kubernete; js=javascript; ts=typescript; db=database;
  dba=database administrator; ml=machine learning; mle=machine learning engineer; ai=artificial intelligence;
  nlp=natural language processing; dl=deep learning; rl=reinforcement learning; genai=generative artificial intelligence;
  llm=large language model; ux=user experience; ui=user interface;
  bi=business intelligence; sre=site reliability engineer; sysadmin=system administrator; infosec=information security;
  appsec=application security; secop=security operation; netsec=network security; cybersec=cybersecurity;
  it=information technology; hr=human resource; gcp=google cloud platform; aws=amazon web service; tech=technician;
  sw=software; hw=hardware; py=python; tf=tensorflow; rep=representative; infra=infrastructure;
  asst=assistant; assoc=associate; coord=coordinator; dir=director; mktg=marketing; sci=scientist`,
);

/** Short forms that stand for a whole name only: `de` in a longer name is something else. */
export const NAME_FORMS = pairs(
  `ds=data scientist; de=data engineer; da=data analyst; ba=business analyst; em=engineering manager;
  fe=frontend engineer; be=backend engineer; cv=computer vision`,
);
