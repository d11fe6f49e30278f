import { z } from 'zod';
import { params } from './drill-fields.ts';
import { operation } from './operation.ts';

export const boardCodeCreate = operation({
  name: 'board_code.create',
  method: 'POST',
  path: '/drills/:drill/board-code',
  roles: ['drill:control'],
  summary: 'Makes a new code for the board in the hall; the old one stops working.',
  params,
  output: z.object({ code: z.string() }),
});

export const boardCodeRead = operation({
  name: 'board_code.read',
  method: 'GET',
  path: '/drills/:drill/board-code',
  roles: ['drill:control'],
  summary: 'The code of the board in the hall, to be shown on the projector.',
  params,
  output: z.object({ code: z.string().nullable() }),
});

export const boardCodeOperations = [boardCodeCreate, boardCodeRead] as const;
