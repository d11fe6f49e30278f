import { ReadableStream } from 'node:stream/web';
import { logExport, logExportShared } from '../contract/log.ts';
import type { EventTable } from '#db/schema/kernel.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { query } from '../kernel/query.ts';
import { drillReader, streamOf } from './drill-reader.ts';
import { logFile } from './log-file.ts';

export const exportLog = query({
  operation: logExport,
  async run({ params, actor }, kernel) {
    return download(kernel, params.drill, (await drillReader(kernel, params.drill, actor)).open);
  },
});

export const exportSharedLog = query({
  operation: logExportShared,
  async run({ params, actor }, kernel) {
    return download(kernel, params.drill, (await drillReader(kernel, params.drill, actor)).open);
  },
});

function download(kernel: Kernel, drillId: string, open: (row: EventTable) => boolean): Response {
  const lines = ReadableStream.from(encoded(logFile(kernel, streamOf(drillId), open)));
  return new Response(lines as globalThis.ReadableStream, {
    headers: {
      'content-type': 'application/x-ndjson',
      'content-disposition': `attachment; filename="log-${drillId}.ndjson"`,
      'cache-control': 'no-store',
    },
  });
}

async function* encoded(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const line of lines) yield Buffer.from(line);
}
