import { normalise } from './normalise.ts';

/** A set of words in the form that `normalise` gives them. */
const list = (words: string): ReadonlySet<string> => new Set(normalise(words).split(' '));

/** Words that say nothing about which entry is meant, in a title as well as in a question. */
export const STOPWORDS = list('a an and the of for in to with or at on by as all other except including');

/**
 * Words that people put around a name, and ranks that an entry rarely has for itself. In what was typed they are
 * optional: they help an entry that has them ("Career Coach", "Tech Lead") and do not count against one that has not.
 */
export const OPTIONAL = list(`
  i im id me my we you your it is am are be was do does did can could should would will what whats who whos how hows
  which where why when that this there about become becoming being get getting want wanna need like looking look
  interested tell show give find explain please pls plz thanks thank thx hi hello hey pay paid salary wage
  job role position career vacancy work working start into from move switch transition someone people person
  good new guide roadmap path learn learning study course just some any much
  senior sr snr junior jr jnr lead principal staff entry level mid midlevel intermediate associate intern internship
  trainee graduate grad apprentice experienced certified remote freelance i ii iii iv v
`);

/** Short forms that no rule can learn from a title. Each stands for the words on its right. */
export const SHORT_FORMS: ReadonlyMap<string, string> = new Map(
  `swe=software engineer; sde=software development engineer; dev=developer; eng=engineer; engr=engineer;
  mgr=manager; mngr=manager; admin=administrator; ops=operation; qa=quality assurance; k8=kubernete;
  js=javascript; ts=typescript; db=database; dba=database administrator; ml=machine learning; mle=machine learning engineer;
  ai=artificial intelligence; nlp=natural language processing; cv=computer vision; dl=deep learning;
  rl=reinforcement learning; genai=generative ai; llm=large language model; ux=user experience; ui=user interface;
  pm=product manager; tpm=technical program manager; ba=business analyst; bi=business intelligence;
  em=engineering manager; sre=site reliability engineer; sysadmin=system administrator; infosec=information security;
  appsec=application security; secop=security operation; netsec=network security; cybersec=cybersecurity;
  it=information technology; hr=human resource; fe=frontend engineer; be=backend engineer; sec=security;
  gcp=google cloud platform; aws=amazon web service; tech=technician; sw=software; hw=hardware; ds=data scientist;
  de=data engineer; da=data analyst; py=python; tf=tensorflow; arch=architect; prog=programmer; rep=representative`
    .split(';')
    .map((pair) => pair.trim().split('=') as [string, string]),
);
