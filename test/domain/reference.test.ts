import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addPeriod } from '#api/domain/duration.ts';
import { fold } from '#api/domain/text.ts';
import { isoDate } from '#api/domain/zone.ts';
import { techniques } from '#db/reference/attack.ts';
import { communes, formerProvinces, provinces } from '#db/reference/provinces.ts';
import {
  incidentTypes,
  incidentTypesSource,
  regulationProfiles,
  workCalendar,
  workingTime,
} from '#db/reference/regulation-profiles.ts';
import {
  expandSample,
  sampleClusters,
  sampleFindings,
  sampleHistory,
  sampleJudgeReasons,
  sampleOrganisations,
  samplePeople,
  sampleResponseTeams,
  sampleSystems,
  sampleTeams,
  sampleTickets,
} from '#db/reference/sample-province.ts';

const folder = new URL('../../db/reference/', import.meta.url).pathname;
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.json') && !name.startsWith('attack'),
);
const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));

/** Every value under every key, at any depth. */
function* walk(value: unknown, key = ''): Generator<{ key: string; value: unknown }> {
  yield { key, value };
  if (Array.isArray(value)) for (const item of value) yield* walk(item, key);
  else if (value !== null && typeof value === 'object')
    for (const [name, item] of Object.entries(value)) yield* walk(item, name);
}
const texts = (value: unknown): string[] =>
  [...walk(value)].flatMap((node) => (typeof node.value === 'string' ? [node.value] : []));

const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(text).toISOString().startsWith(text);
const keys = (list: readonly { key: string }[]): string[] => list.map((item) => item.key);
const missing = (wanted: (string | null)[], known: Iterable<string>): string[] => {
  const set = new Set(known);
  return wanted.filter((key): key is string => key !== null && !set.has(key));
};
const repeated = (list: readonly string[]): string[] => list.filter((item, i) => list.indexOf(item) !== i);
const documentation = /^(192\.0\.2|198\.51\.100|203\.0\.113)\.(\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])$/;
const exampleHost = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+example$/;

describe.each(files)('%s', (name) => {
  const data = read(name);

  it('is NFC, without hidden characters or stray spaces', () => {
    for (const text of [...texts(data), ...[...walk(data)].map((node) => node.key)]) {
      expect(text).toBe(text.normalize('NFC').trim());
      expect(text).not.toMatch(/[\u0000-\u001f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]| {2}/);
    }
  });

  it('holds only real calendar days', () => {
    const named = /^(validFrom|validTo|date|confirmedOn|checkedOn|approvalDue|planDue|effectiveFrom|effectiveTo|asOf)$/;
    for (const { key, value } of walk(data)) if (named.test(key) && value !== null) expect(value).toSatisfy(isDate);
  });

  it('names no mailbox, site or address of the real world', () => {
    for (const text of texts(data)) {
      for (const [, host] of text.matchAll(/(?:@|https?:\/\/)([^\s/:"]+)/g)) expect(host).toMatch(exampleHost);
      for (const [address] of text.matchAll(/\b\d{1,3}(\.\d{1,3}){3}\b/g)) expect(address).toMatch(documentation);
      expect(text).not.toMatch(/\b[a-z0-9-]+\.(vn|com|net|org|gov|edu|info|io)\b/i);
      expect(text).not.toMatch(/(\+84|\b0)[35789]\d{8}\b/);
    }
  });
});

describe('provinces', () => {
  it('are the 34, made of the 63', () => {
    expect(provinces).toHaveLength(34);
    expect(formerProvinces).toHaveLength(63);
    expect(repeated(provinces.map((p) => p.code))).toEqual([]);
    expect(repeated(formerProvinces.map((p) => p.name))).toEqual([]);
    expect(provinces.reduce((sum, p) => sum + p.communes, 0)).toBe(3321);
    for (const province of provinces) {
      expect(formerProvinces.filter((old) => old.successor === province.code).map((old) => old.name)).toEqual(
        province.predecessors,
      );
      expect(province).toMatchObject({ validFrom: '2025-07-01', validTo: null });
      expect(province.fullName).toBe(`${province.kind === 'city' ? 'Thành phố' : 'Tỉnh'} ${province.name}`);
    }
  });

  it('say that the predecessors were not compared with the text of law', () => {
    for (const old of formerProvinces) {
      expect(old).toMatchObject({ validTo: '2025-06-30', checked: false, note: 'chưa đối chiếu văn bản gốc' });
      expect(old.merged).toBe(
        provinces.filter((p) => p.code === old.successor && p.predecessors.length > 1).length === 1,
      );
    }
  });

  it('keep the merged provinces of the reports findable', () => {
    const today = (name: string): string | undefined => provinces.find((p) => p.predecessors.includes(name))?.name;
    expect(['Vĩnh Phúc', 'Nam Định', 'Hậu Giang', 'Sóc Trăng', 'Lào Cai', 'Vĩnh Long'].map(today)).toEqual([
      'Phú Thọ',
      'Ninh Bình',
      'Cần Thơ',
      'Cần Thơ',
      'Lào Cai',
      'Vĩnh Long',
    ]);
  });

  it('have every commune of Vĩnh Long once', () => {
    expect(communes).toHaveLength(provinces.find((p) => p.name === 'Vĩnh Long')?.communes ?? 0);
    expect(repeated(communes.map((c) => c.code))).toEqual([]);
  });
});

describe.each(regulationProfiles.map((profile) => [profile.id, profile] as const))(
  'regulation profile %s',
  (_, profile) => {
    const file = read(`regulations/${profile.id}.json`);

    it('gives every clock, class, step, duty and form a source that the legal basis names', () => {
      const basis = new Set(profile.legalBasis.map((law) => law.number));
      expect(basis.size).toBeGreaterThan(0);
      const rules = [profile.clocks, profile.incidentClasses, profile.steps, profile.duties, profile.periodic].flat();
      for (const rule of rules) {
        expect(basis).toContain(rule.source.number);
        expect(rule.source.note).not.toBe('');
        if (profile.kind === 'law') expect(rule.source.article).toMatch(/^(Điều|Mẫu) /);
        expect(rule.label.vi && rule.label.en).toBeTruthy();
      }
    });

    it('claims no comparison that nobody signed', () => {
      for (const law of profile.legalBasis) {
        if (law.checked === 'gazette')
          expect(law).toMatchObject({ checkedOn: expect.any(String), checkedBy: expect.any(String) });
        else expect([law.checkedOn, law.checkedBy]).toEqual([null, null]);
      }
      for (const { key, value } of walk(file))
        if (key === 'checked') expect(['gazette', 'archive', 'none']).toContain(value);
      const signed = new Set(profile.legalBasis.filter((law) => law.checked === 'gazette').map((law) => law.number));
      for (const clock of profile.clocks)
        if (clock.source.checked === 'gazette') expect(signed).toContain(clock.source.number);
    });

    it('has clocks that can be counted', () => {
      expect(repeated(profile.clocks.map((clock) => clock.code))).toEqual([]);
      expect(profile.clocks.length).toBeGreaterThan(0);
      for (const clock of profile.clocks) {
        expect(['detected_at', 'personal_data_detected_at', 'ended_at']).toContain(clock.t0);
        expect(['minute', 'hour', 'day', 'working_day']).toContain(clock.duration.unit);
        expect(['notify', 'report']).toContain(clock.action);
        expect(Object.keys(clock.when).filter((fact) => fact !== 'serious' && fact !== 'personalData')).toEqual([]);
        expect(clock.warnAt).toEqual(clock.duration.value === 0 ? [] : [0.5, 0.8]);
      }
      const forms = profile.forms.map((form) => form.code);
      expect(
        missing(
          [...profile.clocks, ...profile.periodic].map((item) => item.form),
          forms,
        ),
      ).toEqual([]);
    });
  },
);

describe('the rules of 2026', () => {
  const profile = regulationProfiles.find((one) => one.id === 'vn-2026');
  const clocks = Object.fromEntries((profile?.clocks ?? []).map((clock) => [clock.code, clock]));

  it('count at once, 24 and 72 hours from detection, and personal data from its own start', () => {
    expect(Object.keys(clocks)).toEqual(['immediate', 'initial_24h', 'full_72h', 'personal_data_72h']);
    expect(clocks.immediate).toMatchObject({
      t0: 'detected_at',
      duration: { value: 0, unit: 'minute' },
      action: 'notify',
    });
    expect(clocks.initial_24h).toMatchObject({
      t0: 'detected_at',
      duration: { value: 24, unit: 'hour' },
      when: { serious: true },
    });
    expect(clocks.full_72h).toMatchObject({ t0: 'detected_at', duration: { value: 72, unit: 'hour' }, when: {} });
    expect(clocks.personal_data_72h).toMatchObject({
      t0: 'personal_data_detected_at',
      duration: { value: 72, unit: 'hour' },
      when: { personalData: true },
    });
    for (const code of ['immediate', 'initial_24h', 'full_72h'])
      expect(clocks[code]?.source).toMatchObject({
        number: '331/2026/NĐ-CP',
        article: 'Điều 31.2.d',
        checked: 'archive',
      });
  });

  it('leave "serious" to a person until the ministry says more', () => {
    const serious = profile?.incidentClasses.find((one) => one.code === 'serious');
    expect(serious).toMatchObject({ rule: null, needsHumanDecision: true, source: { checked: 'none' } });
    expect(serious?.decision?.vi).toBe('Người có thẩm quyền xác định – chờ hướng dẫn của Bộ Công an');
    expect(serious?.checklist.length).toBeGreaterThanOrEqual(5);
  });
});

describe('calendar and incident types', () => {
  it('cover 2026 and 2027, marked as not compared', () => {
    expect(repeated(workCalendar.days.map((day) => day.date))).toEqual([]);
    expect(workCalendar.days.map((day) => day.date)).toEqual(workCalendar.days.map((day) => day.date).toSorted());
    expect(new Set(workCalendar.days.map((day) => day.date.slice(0, 4)))).toEqual(new Set(['2026', '2027']));
    for (const day of workCalendar.days) {
      expect(day).toMatchObject({ checked: 'none', note: expect.stringContaining('chưa đối chiếu văn bản gốc') });
      const weekend = [0, 6].includes(new Date(day.date).getUTCDay());
      if (day.kind !== 'holiday') expect(weekend).toBe(day.kind === 'swap_work');
    }
  });

  it('put Tết on the first day of the Vietnamese lunar year', () => {
    const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
    for (const year of ['2026', '2027']) {
      const tet = workCalendar.days.filter(
        (day) => day.date.startsWith(year) && day.name.vi === 'Tết Nguyên đán' && day.kind === 'holiday',
      );
      expect(tet).toHaveLength(5);
      expect(tet.filter((day) => lunar.format(new Date(day.date)) === '1/1')).toHaveLength(1);
    }
  });

  it('carry three working days over Tết 2027 and count a Saturday worked in exchange', () => {
    const at = (day: string): number => Date.parse(`${day}T09:00:00+07:00`);
    // A deadline in days is the midnight that ends its last day.
    const due = (from: string, value: number): string =>
      isoDate(addPeriod(at(from), { value, unit: 'working_day' }, workingTime) - 1);
    expect(due('2027-02-04', 3)).toBe('2027-02-16');
    expect(due('2026-08-21', 1)).toBe('2026-08-22');
  });

  it('are the closed list of ten', () => {
    expect(incidentTypes).toHaveLength(10);
    expect(repeated(incidentTypes.map((type) => type.code))).toEqual([]);
    expect(incidentTypes.map((type) => type.order)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(incidentTypesSource).toMatchObject({ number: '20/2017/TT-BTTTT', article: 'Mẫu 05' });
  });
});

describe('sample organisations', () => {
  const known = keys(sampleOrganisations);
  const byKey = new Map(sampleOrganisations.map((org) => [org.key, org]));

  it('are enough, unique and joined in both directions', () => {
    expect(known.length).toBeGreaterThanOrEqual(150);
    expect(repeated(known)).toEqual([]);
    expect(repeated(sampleOrganisations.map((org) => fold(org.name)))).toEqual([]);
    expect(repeated(sampleOrganisations.flatMap((org) => org.domain ?? []))).toEqual([]);
    expect(repeated(sampleOrganisations.filter((org) => org.kind === 'commune').map((org) => org.code ?? ''))).toEqual(
      [],
    );
    expect(
      missing(
        sampleOrganisations.flatMap((org) => [org.parent, org.successor, ...org.predecessors]),
        known,
      ),
    ).toEqual([]);
    for (const org of sampleOrganisations)
      for (const old of org.predecessors) expect([old, byKey.get(old)?.successor]).toEqual([old, org.key]);
  });

  it('form a tree whose branches do not outlive it', () => {
    for (const org of sampleOrganisations) {
      const above = new Set<string>();
      for (let at = org.parent; at !== null; at = byKey.get(at)?.parent ?? null) {
        expect(above).not.toContain(at);
        above.add(at);
      }
      if (org.validFrom && org.validTo) expect(org.validFrom < org.validTo).toBe(true);
      if (org.successor) {
        expect(org.validTo).not.toBeNull();
        expect((byKey.get(org.successor)?.validFrom ?? '9999') > (org.validTo ?? '')).toBe(true);
      }
      const parent = org.parent === null ? undefined : byKey.get(org.parent);
      if (parent?.validTo) expect((org.validTo ?? '9999') <= parent.validTo).toBe(true);
    }
  });

  it('hold every commune, the merged provinces and the ministry of information departments with their dates', () => {
    expect(sampleOrganisations.filter((org) => org.kind === 'commune').map((org) => org.code)).toEqual(
      communes.map((c) => c.code),
    );
    expect(byKey.get('ubnd-tinh')?.predecessors.map((key) => byKey.get(key)?.validTo)).toEqual([
      '2025-06-30',
      '2025-06-30',
      '2025-06-30',
    ]);
    expect(byKey.get('so-tttt-vl-cu')).toMatchObject({ validTo: '2025-02-28', successor: 'so-khcn-vl-cu' });
    expect(byKey.get('vp-tinh-uy')).toMatchObject({ kind: 'party', parent: 'tinh-uy' });
  });
});

describe('sample systems', () => {
  const known = keys(sampleSystems);

  it('are enough, unique and refer to what exists', () => {
    expect(known.length).toBeGreaterThanOrEqual(40);
    expect(repeated(known)).toEqual([]);
    expect(repeated(sampleSystems.map((system) => fold(system.name)))).toEqual([]);
    expect(repeated(sampleSystems.flatMap((system) => [...system.domains, ...system.addresses]))).toEqual([]);
    expect(
      missing(
        sampleSystems.flatMap((system) => [system.owner, system.operator]),
        keys(sampleOrganisations),
      ),
    ).toEqual([]);
    expect(
      missing(
        sampleSystems.flatMap((s) => [s.hostedOn, s.successor, ...s.predecessors, ...s.links.map((link) => link.to)]),
        known,
      ),
    ).toEqual([]);
    expect(
      missing(
        sampleSystems.flatMap((system) => system.contacts.map((contact) => contact.person)),
        keys(samplePeople),
      ),
    ).toEqual([]);
    for (const system of sampleSystems) {
      expect(system.links.filter((link) => link.kind === 'hosted_on').map((link) => link.to)).toEqual(
        system.hostedOn ? [system.hostedOn] : [],
      );
      expect(system.links.map((link) => link.to)).not.toContain(system.key);
    }
  });

  it('stand on example domains, documentation addresses and levels 1 to 5', () => {
    for (const system of sampleSystems) {
      for (const domain of system.domains) expect(domain).toMatch(exampleHost);
      for (const address of system.addresses) expect(address).toMatch(documentation);
      expect([1, 2, 3, 4, 5]).toContain(system.level);
      expect(system.levelBasis).not.toBe('');
    }
    const level = (key: string): number | undefined => sampleSystems.find((system) => system.key === key)?.level;
    expect(['tthc', 'lgsp', 'tt-thdl', 'wan'].map(level)).toEqual([3, 3, 3, 3]);
  });

  it('keep the two systems that the procedure system came from', () => {
    const merged = sampleSystems.find((system) => system.key === 'tthc');
    expect(merged?.predecessors).toEqual(['dvc-cu', 'motcua-cu']);
    for (const key of merged?.predecessors ?? [])
      expect(sampleSystems.find((s) => s.key === key)).toMatchObject({ status: 'merged', successor: 'tthc' });
  });

  it('have dossiers that the annual form would accept', () => {
    for (const { dossier } of sampleSystems) {
      if (!dossier) continue;
      const approved = dossier.status === 'approved';
      expect([dossier.decision !== null, dossier.approvalDue === null]).toEqual([approved, approved]);
      if (approved) expect(dossier.regulation).not.toBeNull();
      else expect(dossier.inspections).toEqual([]);
      expect(dossier.planDue === null).toBe(dossier.plan === 'full');
    }
    const statuses = new Set(sampleSystems.map((system) => system.dossier?.status));
    expect([...statuses].toSorted()).toEqual(['approved', 'assessed', 'drafting', 'submitted', undefined]);
  });

  it('show fresh, stale and missing contacts', () => {
    const dates = sampleSystems.flatMap((system) => system.contacts.map((contact) => contact.confirmedOn));
    expect(dates.filter((date) => date === null).length).toBeGreaterThan(0);
    expect(new Set(dates).size).toBeGreaterThanOrEqual(3);
    expect(sampleSystems.filter((system) => system.contacts.length === 0).length).toBeGreaterThan(0);
  });
});

describe('sample people, teams and history', () => {
  const orgs = keys(sampleOrganisations);

  it('are invented people of real posts', () => {
    expect(samplePeople.length).toBeGreaterThanOrEqual(60);
    for (const field of ['key', 'name', 'email', 'extension'] as const)
      expect(repeated(samplePeople.map((person) => person[field]))).toEqual([]);
    expect(
      missing(
        samplePeople.map((person) => person.org),
        orgs,
      ),
    ).toEqual([]);
    expect(samplePeople.every((person) => person.invented && person.roles.length > 0)).toBe(true);
    for (const seat of ['control', 'judge', 'blue', 'observer'] as const)
      expect(samplePeople.some((person) => person.seats.includes(seat))).toBe(true);
  });

  it('leave at least three judges without a team of their own house', () => {
    const competing = new Set(sampleTeams.flatMap((team) => team.orgs));
    const judges = samplePeople.filter((person) => person.seats.includes('judge'));
    expect(judges.filter((judge) => !competing.has(judge.org)).length).toBeGreaterThanOrEqual(3);
  });

  it('are 12 attack and 12 defence teams with their own source addresses', () => {
    expect(sampleTeams.filter((team) => team.side === 'red')).toHaveLength(12);
    expect(sampleTeams.filter((team) => team.side === 'blue')).toHaveLength(12);
    expect(
      repeated([
        ...keys(sampleTeams),
        ...sampleTeams.map((team) => team.name),
        ...sampleTeams.flatMap((team) => team.sourceAddresses),
      ]),
    ).toEqual([]);
    expect(
      missing(
        sampleTeams.flatMap((team) => team.orgs),
        orgs,
      ),
    ).toEqual([]);
    const served = new Set(sampleSystems.flatMap((system) => system.addresses));
    for (const team of sampleTeams) {
      expect(team.sourceAddresses.length > 0).toBe(team.side === 'red');
      for (const address of team.sourceAddresses)
        expect([address, documentation.test(address), served.has(address)]).toEqual([address, true, false]);
    }
  });

  it('remember cluster 9, its hosts and the prizes of 2023 under the names of 2023', () => {
    expect(
      missing(
        sampleResponseTeams.flatMap((team) => [team.org]),
        orgs,
      ),
    ).toEqual([]);
    expect(
      missing(
        sampleResponseTeams.map((team) => team.cluster),
        keys(sampleClusters),
      ),
    ).toEqual([]);
    expect(
      missing(
        sampleResponseTeams.flatMap((team) => team.predecessors),
        keys(sampleResponseTeams),
      ),
    ).toEqual([]);
    const drills = sampleHistory.drills;
    expect(
      missing(
        drills.flatMap((d) => [d.host, ...d.coordinators.map((c) => c.org), ...d.awards.map((a) => a.org)]),
        orgs,
      ),
    ).toEqual([]);
    expect(
      missing(
        drills.map((drill) => drill.cluster),
        keys(sampleClusters),
      ),
    ).toEqual([]);
    expect(
      missing(
        sampleHistory.trainings.map((training) => training.host),
        orgs,
      ),
    ).toEqual([]);
    const cluster = drills.find((drill) => drill.cluster === 'cum-9');
    expect(cluster).toMatchObject({ year: 2023, place: 'Sóc Trăng', host: 'so-tttt-st-cu' });
    expect(cluster?.awards.map((award) => award.label)).toEqual(['giải nhì', 'giải ba']);
    expect(drills.find((drill) => drill.key === 'vinh-long-2023')?.theme).toBe(
      'Tấn công mạng thực chiến vào hệ thống thông tin ứng dụng sở, ngành tỉnh Vĩnh Long năm 2023',
    );
  });
});

describe('texts for the simulators', () => {
  const known = techniques.map((technique) => technique.id);
  const systems = keys(sampleSystems);

  it('are findings of every severity on systems that exist', () => {
    expect(sampleFindings.length).toBeGreaterThanOrEqual(60);
    expect(repeated([...keys(sampleFindings), ...sampleFindings.map((finding) => finding.title)])).toEqual([]);
    expect(
      missing(
        sampleFindings.map((finding) => finding.system),
        systems,
      ),
    ).toEqual([]);
    expect(
      missing(
        sampleFindings.map((finding) => finding.technique),
        known,
      ),
    ).toEqual([]);
    expect(new Set(sampleFindings.map((finding) => finding.severity))).toEqual(
      new Set(['critical', 'high', 'medium', 'low']),
    );
    for (const finding of sampleFindings) {
      const host = new URL(finding.endpoint).hostname;
      const domains = sampleSystems.find((system) => system.key === finding.system)?.domains ?? [];
      expect(domains.length ? domains : ['noi-bo.vinhlong-mau.example']).toContain(host);
      expect(finding.impacts.length).toBeGreaterThan(0);
      expect(repeated(finding.impacts)).toEqual([]);
      expect(finding.description.match(/\.(\s|$)/g)?.length).toBeGreaterThanOrEqual(2);
      for (const text of [finding.fixNow, finding.fixLong]) expect(text).toMatch(/\.$/);
    }
  });

  it('are inert: no markup, no query, no command', () => {
    for (const text of texts([sampleFindings, sampleTickets])) {
      expect(text).not.toMatch(
        /[<>`$;{}|\\]{2}|<[a-z/]|union\s+select|' or |\.\.\/|\b(curl|wget|powershell|cmd\.exe|bash)\b|jndi/i,
      );
    }
  });

  it('are tickets with both proofs, answering findings on the same system', () => {
    expect(sampleTickets.length).toBeGreaterThanOrEqual(40);
    expect(repeated(keys(sampleTickets))).toEqual([]);
    expect(
      missing(
        sampleTickets.map((ticket) => ticket.system),
        systems,
      ),
    ).toEqual([]);
    expect(
      missing(
        sampleTickets.map((ticket) => ticket.technique),
        known,
      ),
    ).toEqual([]);
    expect(
      missing(
        sampleTickets.map((ticket) => ticket.incidentType),
        incidentTypes.map((type) => type.code),
      ),
    ).toEqual([]);
    for (const ticket of sampleTickets) {
      expect(ticket.proofOfAction && ticket.proofOfEffect).toBeTruthy();
      const finding = sampleFindings.find((one) => one.key === ticket.finding);
      if (ticket.finding !== null)
        expect([ticket.key, finding?.system, finding?.technique]).toEqual([
          ticket.key,
          ticket.system,
          ticket.technique,
        ]);
    }
  });

  it('are reasons for every decision of the judges', () => {
    const { grades, ...others } = sampleJudgeReasons;
    for (const reasons of [...Object.values(grades), ...Object.values(others)]) {
      expect(reasons.length).toBeGreaterThanOrEqual(3);
      expect(repeated(reasons)).toEqual([]);
    }
  });
});

describe('the sample at load size', () => {
  const size = { orgs: 300, accounts: 7300, portals: 50 };
  const full = expandSample(size);

  it('has the asked numbers, unique, joined and invented', () => {
    expect([full.organisations.length, full.accounts.length, full.portals.length]).toEqual([300, 7300, 50]);
    const orgs = new Set(keys(full.organisations));
    expect(orgs.size).toBe(300);
    expect(repeated(full.organisations.map((org) => fold(org.name)))).toEqual([]);
    expect(
      missing(
        full.organisations.map((org) => org.parent),
        orgs,
      ),
    ).toEqual([]);
    expect(
      missing(
        [...full.accounts, ...full.portals].map((item) => item.org),
        orgs,
      ),
    ).toEqual([]);
    expect(new Set(full.accounts.map((account) => account.login)).size).toBe(7300);
    expect(new Set(full.portals.map((portal) => portal.domain)).size).toBe(50);
    for (const portal of full.portals) expect(portal.domain).toMatch(exampleHost);
    for (const account of full.accounts) expect(account.email).toBe(`${account.login}@vinhlong-mau.example`);
  });

  it('is the same every time, and grows without changing what was there', () => {
    expect(expandSample(size)).toEqual(full);
    const bigger = expandSample({ orgs: 1500, accounts: 8000, portals: 100 });
    expect(bigger.organisations.slice(0, 300)).toEqual(full.organisations);
    expect(bigger.accounts.length).toBe(8000);
    expect(new Set(keys(bigger.organisations)).size).toBe(1500);
  });
});
