import table from './attack-techniques.json' with { type: 'json' };

export interface Tactic {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly nameVi: string;
}

export interface Technique {
  readonly id: string;
  readonly name: string;
  readonly nameVi: string;
  /** Keys of `tactics`, in the order of the matrix. */
  readonly tactics: readonly string[];
  /** Id of the technique this one refines, null for a top-level technique. */
  readonly parent: string | null;
}

type Row = [id: string, name: string, nameVi: string, tactics: string[]];

/** Release of MITRE ATT&CK Enterprise the table holds. */
export const attackVersion = table.version;

/** Notice MITRE's terms of use require wherever the table is reproduced. */
export const attackNotice = table.notice;

/** Says whose the Vietnamese names are; shown beside the notice. */
export const attackNoteVi = table.note_vi;

/** The 14 tactics, in the order of the matrix. */
export const tactics: readonly Tactic[] = table.tactics.map(({ id, key, name, name_vi }) => ({
  id,
  key,
  name,
  nameVi: name_vi,
}));

/** All techniques and sub-techniques, ordered by id. */
export const techniques: readonly Technique[] = (table.techniques as Row[]).map(([id, name, nameVi, tactics]) => ({
  id,
  name,
  nameVi,
  tactics,
  parent: id.includes('.') ? id.slice(0, id.indexOf('.')) : null,
}));

const byId = new Map(techniques.map((technique) => [technique.id, technique]));

/** The technique with this exact id (`T1190`, `T1059.001`), or undefined. */
export const techniqueById = (id: string): Technique | undefined => byId.get(id);
