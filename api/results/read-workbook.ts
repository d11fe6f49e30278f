import { resultsFile } from '../contract/results.ts';
import { organisationNames } from '../board/board-of.ts';
import { query } from '../kernel/query.ts';
import { settledDrill } from './settled.ts';
import { resultWords } from './words.ts';
import { resultsWorkbook } from './workbook.ts';

export const readWorkbook = query({
  operation: resultsFile,
  run: async ({ params, query: { locale }, actor }, kernel) => {
    const { state, official } = await settledDrill(kernel, actor, params.drill, ['ended', 'judging']);
    const file = await resultsWorkbook(state, resultWords[locale], await organisationNames(kernel, state), official);
    return new Response(file, {
      headers: {
        'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'content-disposition': 'attachment; filename="ket-qua-dien-tap.xlsx"',
        'cache-control': 'no-store',
      },
    });
  },
});
