import { attackNotice, attackVersion, techniques } from '#db/reference/attack.ts';
import { techniqueSearch } from '../contract/techniques.ts';
import { fold } from '../domain/text.ts';
import { query } from '../kernel/query.ts';

const index = techniques.map((technique) => ({
  technique,
  id: fold(technique.id),
  text: fold(`${technique.id} ${technique.name} ${technique.nameVi}`),
}));

export const searchTechniques = query({
  operation: techniqueSearch,
  run: async ({ query: { search, limit } }) => {
    const words = fold(search)
      .split(' ')
      .filter((word) => word !== '');
    const hits = index.filter(({ text }) => words.every((word) => text.includes(word)));
    // What was typed as an id comes first.
    const first = words[0] ?? '';
    const ranked = [
      ...hits.filter(({ id }) => id.startsWith(first)),
      ...hits.filter(({ id }) => !id.startsWith(first)),
    ];
    return {
      items: ranked
        .slice(0, limit)
        .map(({ technique: { id, name, nameVi, tactics } }) => ({ id, name, nameVi, tactics: [...tactics] })),
      version: attackVersion,
      notice: attackNotice,
    };
  },
});
