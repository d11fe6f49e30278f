import { describe, expect, it } from 'vitest';
import { communes, formerProvinces, provinces } from '#db/reference/provinces.ts';
import { repeated } from './reference-given.ts';

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
