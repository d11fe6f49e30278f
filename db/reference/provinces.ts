import data from './provinces.json' with { type: 'json' };

/** One of the 34 provinces and centrally run cities. Dates are yyyy-MM-dd; `communes` counts xã, phường, đặc khu. */
export interface Province {
  code: string;
  name: string;
  fullName: string;
  kind: 'province' | 'city';
  communes: number;
  predecessors: string[];
  validFrom: string;
  validTo: string | null;
  note?: string;
}

/** One of the 63 before 1/7/2025. `merged` = false where the same province goes on unchanged. */
export interface FormerProvince {
  name: string;
  kind: 'province' | 'city';
  validTo: string;
  successor: string;
  merged: boolean;
  checked: boolean;
  note: string;
}

export interface Commune {
  code: string;
  name: string;
  fullName: string;
  kind: 'commune' | 'ward' | 'special_zone';
  province: string;
  validFrom: string;
  validTo: string | null;
}

export const provinces = data.provinces as readonly Province[];
export const formerProvinces = data.predecessors as readonly FormerProvince[];
/** Only Vĩnh Long's; other provinces import their own list. */
export const communes = data.communes as readonly Commune[];
export const provincesSource = data.source;
