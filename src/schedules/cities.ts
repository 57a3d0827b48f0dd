import { allZones } from './zones.ts';

/**
 * Cities that the zone database names no zone after, or writes in another language, by the zone that they have: in small
 * letters without accents. Only names by which everybody thinks of the same city.
 */
const CITIES: Readonly<Record<string, string>> = {
  'Europe/Berlin':
    'munich,munchen,muenchen,munique,hamburg,hamburgo,koln,koeln,cologne,colonia,frankfurt,stuttgart,dusseldorf,duesseldorf,leipzig,dresden,nurnberg,nuernberg,nuremberg,hannover,hanover,bremen,dortmund,essen,karlsruhe,berlim',
  'Europe/Vienna': 'wien,viena,graz,linz,salzburg,innsbruck',
  'Europe/Zurich': 'zuerich,zurique,genf,geneva,geneve,ginebra,genebra,basel,basilea,bern,berna,lausanne',
  'Europe/Madrid': 'barcelona,valencia,sevilla,seville,malaga,bilbao,zaragoza',
  'Atlantic/Canary': 'las palmas,tenerife',
  'Europe/Lisbon': 'lisboa,lissabon,porto,oporto,coimbra,braga',
  'Europe/Paris': 'lyon,marseille,toulouse,bordeaux,lille,nantes',
  'Europe/London':
    'londres,manchester,birmingham,edinburgh,edimburgo,glasgow,leeds,bristol,liverpool,belfast',
  'Europe/Rome': 'rom,roma,milan,milano,mailand,milao,turin,torino,napoli,naples,neapel',
  'Europe/Amsterdam': 'rotterdam,utrecht,den haag,the hague,eindhoven',
  'Europe/Brussels': 'brussel,bruxelles,bruselas,bruxelas,antwerpen,antwerp,gent,ghent',
  'Europe/Warsaw': 'warszawa,warschau,varsovia,krakow,krakau,cracow,wroclaw,breslau,gdansk,danzig',
  'Europe/Prague': 'praha,prag,praga,brno',
  'Europe/Copenhagen': 'kobenhavn,kopenhagen,copenhague,aarhus',
  'Europe/Stockholm': 'estocolmo,goteborg,gothenburg,malmo',
  'Europe/Athens': 'athen,atenas,thessaloniki',
  'Europe/Kyiv': 'kiev,kiew,lviv,kharkiv',
  'Europe/Istanbul': 'estambul,istambul,ankara,izmir',
  'America/New_York':
    'nyc,new york city,nueva york,nova york,boston,washington dc,philadelphia,miami,atlanta',
  'America/Chicago': 'houston,dallas,austin,san antonio,minneapolis,new orleans,nashville',
  'America/Denver': 'salt lake city,boulder',
  'America/Los_Angeles': 'san francisco,seattle,san diego,las vegas,sacramento,oakland,palo alto',
  'America/Toronto': 'ottawa,montreal,quebec',
  'America/Edmonton': 'calgary',
  'America/Mexico_City': 'ciudad de mexico,cdmx,mexiko stadt,cidade do mexico,guadalajara,puebla',
  'America/Argentina/Buenos_Aires': 'rosario',
  'America/Bogota': 'medellin,cali',
  'America/Lima': 'arequipa',
  'America/Santiago': 'valparaiso,santiago de chile',
  'America/Caracas': 'maracaibo',
  'America/Sao_Paulo':
    'rio,rio de janeiro,brasilia,belo horizonte,curitiba,porto alegre,campinas,florianopolis,goiania',
  'Asia/Kolkata': 'mumbai,bombay,delhi,new delhi,bangalore,bengaluru,chennai,hyderabad,pune',
  'Asia/Shanghai': 'beijing,peking,pekin,pequim,shenzhen,guangzhou,hangzhou',
  'Asia/Tokyo': 'tokio,toquio,osaka,kyoto',
  'Asia/Dubai': 'abu dhabi',
  'Asia/Jerusalem': 'tel aviv,haifa',
  'Asia/Ho_Chi_Minh': 'hanoi,saigon',
  'Africa/Cairo': 'kairo,el cairo',
  'Africa/Johannesburg': 'cape town,kapstadt,durban,pretoria',
  'Africa/Lagos': 'abuja',
};

let zones: ReadonlyMap<string, string> | undefined;

/** The zone of a city: of "São Paulo", "München", "new york"; undefined for what is no city, or not clear. */
export function zoneOfCity(typed: string): string | undefined {
  zones ??= zonesByCity();
  return zones.get(foldCity(typed));
}

function zonesByCity(): ReadonlyMap<string, string> {
  const named = allZones().filter((zone) => zone.includes('/') && !zone.startsWith('Etc/'));
  const others = Object.entries(CITIES).flatMap(([zone, names]) =>
    names.split(',').map((name) => [name, zone] as const),
  );
  // Of two names of a zone the newer one stands last.
  return new Map([...named.map((zone) => [foldCity(cityIn(zone)), zone] as const), ...others]);
}

function cityIn(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1);
}

function foldCity(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
