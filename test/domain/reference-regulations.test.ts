import { describe, expect, it } from 'vitest';
import { addPeriod } from '#api/domain/duration.ts';
import { isoDate } from '#api/domain/zone.ts';
import {
  incidentTypes,
  incidentTypesSource,
  regulationProfiles,
  workCalendar,
  workingTime,
} from '#db/reference/regulation-profiles.ts';
import { walk, missing, repeated, read } from './reference-given.ts';

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
