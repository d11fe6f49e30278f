import { expect, it } from 'vitest';
import { checkStreams } from '#api/log/check-streams.ts';
import { eachDialect } from '#test/dialects.ts';
import { startProcess } from './child.ts';
import { givenKernel } from './given-kernel.ts';
import { counted } from './note.ts';

const stream = 'drill:a';

eachDialect((dialect) => {
  it('says what durability rests on', async () => {
    const { kernel } = await givenKernel(dialect);
    const settings = await kernel.db.doctor();
    if (dialect.name === 'sqlite')
      expect(settings).toMatchObject({
        journal_mode: 'wal',
        synchronous: '2',
        foreign_keys: '1',
        integrity_check: 'ok',
      });
    else {
      expect(settings).toMatchObject({ synchronous_commit: 'on', full_page_writes: 'on' });
      if (dialect.engine === 'server') expect(settings).toMatchObject({ fsync: 'on' });
    }
  });

  it('keeps every acknowledged write through kill -9, three times', async () => {
    const { kernel, place } = await givenKernel(dialect);
    if (place.url === null) return expect(dialect.engine).toBe('embedded');
    const acknowledged: string[] = [];
    for (let round = 1; round <= 3; round += 1) {
      const enough = Promise.withResolvers<void>();
      const from = acknowledged.length;
      const child = startProcess(['write', place.url, stream, `${round}`], (line) => {
        acknowledged.push(line);
        if (acknowledged.length - from === 200) enough.resolve();
      });
      await enough.promise;
      child.kill('SIGKILL');
      await child.ended;
    }
    const { state } = await kernel.folds.read(counted, stream);
    const kept = new Set(state.texts);
    expect(acknowledged.filter((text) => !kept.has(text))).toEqual([]);
    expect(state.texts).toHaveLength(kept.size);
    for await (const { fault } of checkStreams(kernel.db.read)) expect(fault).toBeNull();
  });
});
