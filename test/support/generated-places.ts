/** Where generated cables come from and what they are tagged with: real posts and real TAGS, by falling frequency. */

const EMBASSIES =
  'Ankara,Baghdad,Tokyo,Amman,Paris,Kuwait,Madrid,Moscow,Beijing,Khartoum,New Delhi,Cairo,Jakarta,Abuja,Hanoi,Manila,Bangkok,Brasilia,Islamabad,Kabul,Tel Aviv,Buenos Aires,Bogota,Berlin,London,Rome,Seoul,Nairobi,Harare,Lima,Caracas,Mexico,Ottawa,Colombo,Kathmandu,Dhaka,Rangoon,Phnom Penh,Kyiv,Tbilisi,Baku,Yerevan,Tashkent,Astana,Ashgabat,Dushanbe,Bishkek,Belgrade,Sarajevo,Pristina,Skopje,Sofia,Bucharest,Budapest,Warsaw,Prague,Vienna,Bern,Brussels,The Hague,Lisbon,Athens,Nicosia,Beirut,Damascus,Riyadh,Sanaa,Muscat,Abu Dhabi,Doha,Manama,Tunis,Algiers,Rabat,Tripoli,Addis Ababa,Asmara,Djibouti,Kampala,Kigali,Bujumbura,Kinshasa,Luanda,Lusaka,Maputo,Pretoria,Windhoek,Gaborone,Accra,Lome,Cotonou,Abidjan,Dakar,Bamako,Niamey,Ndjamena,Yaounde,Libreville,Stockholm,Oslo,Copenhagen,Helsinki,Reykjavik,Tallinn,Riga,Vilnius,Minsk,Chisinau,Zagreb,Ljubljana,Tirana,Valletta,Dublin,Quito,La Paz,Santiago,Asuncion,Montevideo,San Salvador,Managua,Tegucigalpa,Guatemala,San Jose,Panama,Port Au Prince,Santo Domingo,Kingston,Canberra,Wellington,Singapore,Kuala Lumpur';
const CONSULATES =
  'Jerusalem,Istanbul,Hong Kong,Shanghai,Guangzhou,Mumbai,Chennai,Kolkata,Karachi,Lahore,Peshawar,Sao Paulo,Rio De Janeiro,Frankfurt,Munich,Hamburg,Milan,Naples,Florence,Barcelona,Toronto,Montreal,Vancouver,Halifax,Sydney,Melbourne,Ho Chi Minh City,Chiang Mai,Surabaya,Casablanca,Cape Town,Durban,Johannesburg,Lagos,Jeddah,Dhahran,Dubai,Adana,Vladivostok,Yekaterinburg,Guadalajara,Monterrey,Tijuana,Guayaquil,Osaka Kobe,Naha,Chengdu,Shenyang,Strasbourg,Marseille';

export interface GeneratedPlace {
  /** as the table of metadata names it: `Embassy Hanoi` */
  origin: string;
  /** in the reference id: `HANOI` */
  code: string;
  /** in the header: `AMEMBASSY HANOI` */
  address: string;
}

function place(kind: string, address: string, name: string): GeneratedPlace {
  const capitals = name.toUpperCase();
  return { origin: `${kind} ${name}`, code: capitals.replaceAll(' ', ''), address: `${address} ${capitals}` };
}

export const PLACES: readonly GeneratedPlace[] = [
  { origin: 'Secretary of State', code: 'STATE', address: 'SECSTATE WASHDC' },
  ...EMBASSIES.split(',').map(name => place('Embassy', 'AMEMBASSY', name)),
  ...CONSULATES.split(',').map(name => place('Consulate', 'AMCONSUL', name)),
];

export const TAGS: readonly string[] =
  'PREL PGOV PHUM ECON PTER EFIN PARM ETRD SNAR KDEM MARR EAID ENRG KPAO EINV PINR MOPS KNNP SMIG CVIS KCRM OPRC ASEC UNSC PREF ELAB EAIR SENV TBIO BEXP KIPR KWMN SOCI KISL PBTS EPET IZ TU RS CH IR IS AF PK JA KU KS FR GM UK IT SP BR VE CO MX CA EG JO LE SY SA IN ID VM TH RP BM CB MY AS NZ NO SW DA FI EN LG LH PL EZ HU RO BU GR CY UP BO MD GG AM AJ KZ UZ TX TI KG SF NI KE ET SO SU UG ZI AO CG UN NATO EU APEC ASEAN OSCE WTRO TIP'.split(
    ' ',
  );

/** Classifications as the table writes them, with their share in percent. */
export const CLASSIFICATIONS: readonly { name: string; share: number; mark: string; code: string }[] = [
  { name: 'UNCLASSIFIED', share: 30, mark: 'U', code: 'UUUUU' },
  { name: 'UNCLASSIFIED//FOR OFFICIAL USE ONLY', share: 23, mark: 'SBU', code: 'UUUUU' },
  { name: 'CONFIDENTIAL', share: 38.2, mark: 'C', code: 'CCCCC' },
  { name: 'CONFIDENTIAL//NOFORN', share: 2.3, mark: 'C', code: 'CCCCC' },
  { name: 'SECRET', share: 5.1, mark: 'S', code: 'SSSSS' },
  { name: 'SECRET//NOFORN', share: 1.4, mark: 'S', code: 'SSSSS' },
];

/** Cables a year, after the real collection's shape: few before 2002, most of 2005 to 2009. */
export function cablesInYear(year: number): number {
  const many = [4000, 9700, 22_000, 36_000, 40_500, 41_500, 44_000, 50_500, 8900][year - 2002];
  return many ?? (year < 1972 ? 2 : year < 1990 ? 30 : year < 1998 ? 60 : 250);
}
