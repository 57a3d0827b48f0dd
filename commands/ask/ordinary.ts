/** Words of which a question is made whatever it is about: none of them is a name by itself. */
export const ORDINARY: ReadonlySet<string> = new Set(
  `a an and the of for in to with or at on by as all i im i'm i've ive id me my mine we you your u ur it its it's is isnt isn't am are
  was were be been being do does did done dont don't can cant can't could should shouldnt would will wont won't what whats
  what's who whos who's how hows how's which where wheres when why that this these those there about become becoming get
  gets getting got want wants wanna need needs like look looking show shows tell give gives find finding explain please pls
  plz thanks thank thx hi hello hey much many more most less least some any every each so if but not no yes from into onto
  toward towards than then them they their he she his her one someone somebody people person just really actually even
  still too very also only now today currently here go goes going move moving switch switching change changing transition
  start starting started begin work works working worked job jobs role roles position career careers pay pays paid salary
  salaries earn earns earning make makes making money take takes long short time months month years year weeks week hours
  hour day days best better good great top new free cheap under over between vs versus compare compared difference course
  courses certificate certification certifications cert certs book books learn learning study studying skill skills road
  roadmap ladder level levels plan path way ways know knows have has had without using use used help me mean means think
  really worth it say said ok okay maybe may might must shall let lets ever
  hate love like enjoy hope wish feel feeling felt bored boring tired sick stuck lost confused scared afraid worried sure unsure happy sad
  life world friend friends boss anyone anything everything nothing something thing things stuff way ways place question questions answer
  enough almost never always often sometimes usually right wrong true false big small huge old young possible realistic honestly
  beginner beginners intermediate advanced intro introductory basic basics cost costs price prices tech
  gimme deets ya yall complete absolute total pure full whole
  yo bro dude man guys folks hmm um lol btw tbh idk asap w exp yrs hrs
  lot lots late hard stats because while during after before until since per again back out up down off same other another else am pm via etc
  below above less max maximum dollar dollars buck bucks euro euros usd cheaper cheapest affordable inexpensive`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Ranks: part of a name that they begin, no name by themselves. */
export const RANKS: ReadonlySet<string> = new Set(
  'entry senior sr junior jr mid midlevel staff lead principal associate graduate intern head'.split(' '),
);
