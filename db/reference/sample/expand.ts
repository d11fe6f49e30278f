import nameParts from './name-parts.json' with { type: 'json' };
import organisationData from './organisations.json' with { type: 'json' };
import peopleData from './people.json' with { type: 'json' };
import type { SampleOrganisation, SamplePerson } from './types.ts';

/** Load size of one tenant; the largest province in the source reports has 292 units, 7,273 accounts, 48 portals. */
export interface SampleSize {
  orgs: number;
  accounts: number;
  portals: number;
}

export interface SampleAccount {
  login: string;
  name: string;
  email: string;
  org: string;
  role: SamplePerson['roles'][number];
}

/** A component site of the provincial portal. */
export interface SamplePortal {
  key: string;
  name: string;
  domain: string;
  org: string;
  system: 'cong-ttdt';
}

export interface ExpandedSample {
  organisations: SampleOrganisation[];
  accounts: SampleAccount[];
  portals: SamplePortal[];
}

/** The sample province filled up to `size` (never below the shipped lists). The same size gives the same answer, always. */
export function expandSample(size: SampleSize): ExpandedSample {
  const organisations = expandOrganisations(size.orgs);
  return {
    organisations,
    accounts: accountsOf(organisations, size.accounts),
    portals: portalsOf(organisations, size.portals),
  };
}

const shippedOrganisations = organisationData as readonly SampleOrganisation[];
const shippedPeople = peopleData as readonly SamplePerson[];

/** Units below the communes, as the 2023 report counts them: one kind after the other through all communes. */
const belowCommunes = [
  { suffix: 'tram-y-te', name: 'Trạm Y tế' },
  { suffix: 'hcc', name: 'Trung tâm Phục vụ hành chính công' },
  { suffix: 'to-cnsc', name: 'Tổ công nghệ số cộng đồng' },
  { suffix: 'truong-th', name: 'Trường Tiểu học' },
  { suffix: 'truong-thcs', name: 'Trường THCS' },
];

function expandOrganisations(count: number): SampleOrganisation[] {
  const organisations = [...shippedOrganisations];
  const communes = shippedOrganisations.filter((org) => org.kind === 'commune');
  for (let i = 0; organisations.length < count; i++) {
    const commune = pick(communes, i % communes.length);
    const round = Math.floor(i / communes.length);
    const unit = pick(belowCommunes, round % belowCommunes.length);
    const ordinal = Math.floor(round / belowCommunes.length) + 1;
    const place = lowerFirst(commune.shortName ?? commune.name);
    organisations.push({
      key: `${commune.key}-${unit.suffix}${ordinal > 1 ? `-${ordinal}` : ''}`,
      name: `${unit.name} ${place}${ordinal > 1 ? ` số ${ordinal}` : ''} (mẫu)`,
      shortName: null,
      kind: 'unit',
      parent: commune.key,
      code: null,
      domain: null,
      validFrom: '2025-07-01',
      validTo: null,
      predecessors: [],
      successor: null,
      external: false,
      note: null,
    });
  }
  return organisations;
}

function accountsOf(organisations: SampleOrganisation[], count: number): SampleAccount[] {
  const current = organisations.filter((org) => org.validTo === null && !org.external);
  const headed = new Set(shippedPeople.filter((person) => person.roles.includes('head')).map((person) => person.org));
  const accounts: SampleAccount[] = shippedPeople.map((person) => ({
    login: person.key,
    name: person.name,
    email: person.email,
    org: person.org,
    role: person.roles[0] ?? 'staff',
  }));
  const random = sequence(86);
  for (let i = 0; accounts.length < count; i++) {
    const login = `cb-${String(i + 1).padStart(5, '0')}`;
    const given = random(2) === 0 ? nameParts.male : nameParts.female;
    const name = [nameParts.family, given.middle, given.given].map((part) => pick(part, random(part.length))).join(' ');
    const org = pick(current, i % current.length).key;
    const role = headed.has(org) ? (random(20) === 0 ? 'officer' : 'staff') : 'head';
    headed.add(org);
    accounts.push({ login, name, email: `${login}@vinhlong-mau.example`, org, role });
  }
  return accounts;
}

function portalsOf(organisations: SampleOrganisation[], count: number): SamplePortal[] {
  const hosts = organisations.filter(
    (org) => org.domain !== null && org.parent === 'ubnd-tinh' && org.validTo === null,
  );
  if (count > hosts.length) throw new RangeError(`at most ${hosts.length} portals`);
  return hosts.slice(0, count).map((org) => ({
    key: `cong-${org.key}`,
    name: `Cổng thành phần ${org.shortName ?? org.name}`,
    domain: org.domain ?? '',
    org: org.key,
    system: 'cong-ttdt',
  }));
}

/** mulberry32: small, and the same on every machine. Returns integers in [0, below). */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function pick<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new RangeError(`no item ${index} in a list of ${list.length}`);
  return found;
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
