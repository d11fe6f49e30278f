import { renderSVG } from 'uqr';
import { expect, it } from 'vitest';
import { boardCodeCreate } from '#api/contract/board-code.ts';
import { boardCheckpoint, boardFreeze, boardPublic } from '#api/contract/board.ts';
import { urlOf } from '#api/contract/call.ts';
import { drillPause, drillResume } from '#api/contract/drill-life.ts';
import { drillRead } from '#api/contract/drill-views.ts';
import { drillAnnounce, drillWithdrawAnnouncement } from '#api/contract/run-sheet.ts';
import { checkpointText } from '#api/domain/chain.ts';
import { latestCheckpoint, signCheckpoint } from '#api/kernel/checkpoint.ts';
import { eachDialect } from '#test/given.ts';
import { drill, drillStream, givenPlay } from './drill-play.ts';

const of = { params: { drill } };

eachDialect((dialect) => {
  const setUp = async () => {
    const app = await givenPlay(dialect);
    const control = await app.as('control');
    const { code } = await control.call(boardCodeCreate, of);
    const hall = app.visitor();
    const board = () => hall.call(boardPublic, { params: { code } });
    const picture = (seq: number) => hall.fetch(urlOf(boardCheckpoint, { params: { code }, query: { seq } }));
    return { app, control, board, picture };
  };

  it('reads why the clock stands, and what was announced to it, within the second', async () => {
    const { control, board } = await setUp();
    const say = (text: string, audience: 'everyone' | 'hall' | 'red') =>
      control.call(drillAnnounce, { ...of, body: { text, audience, mustRead: false } });
    expect(await board()).toMatchObject({ pause: null, notice: null });
    await control.call(drillPause, { ...of, body: { reason: 'Mất điện hội trường' } });
    await say('Riêng người tham gia', 'everyone');
    await say('Riêng đội đỏ', 'red');
    expect(await board()).toMatchObject({ pause: { reason: 'Mất điện hội trường' }, notice: null });
    await say('Nghỉ trưa đến 13:00', 'hall');
    expect(await board()).toMatchObject({ notice: { text: 'Nghỉ trưa đến 13:00' } });
    await control.call(drillResume, { ...of, body: { reason: 'Có điện' } });
    expect((await board()).pause).toBeNull();
  });

  it('reads that a word to it was withdrawn, and why; of others nothing', async () => {
    const { app, control, board } = await setUp();
    const say = (audience: 'hall' | 'red', text: string) =>
      control.call(drillAnnounce, { ...of, body: { text, audience, mustRead: true } });
    const withdraw = (announcement: number) =>
      control.call(drillWithdrawAnnouncement, { ...of, body: { announcement, reason: 'Gửi nhầm' } });
    const [hall, red] = [await say('hall', 'Nghỉ trưa đến 13:00'), await say('red', 'Riêng đội đỏ')];
    const before = await board();
    await withdraw(red.seq);
    expect(await board()).toEqual(before);
    const told = async (login: 'red' | 'blue' | 'observer') =>
      (await (await app.as(login)).call(drillRead, of)).announcements.map(({ text, withdrawn }) => [
        text,
        withdrawn?.reason ?? null,
      ]);
    expect(await told('red')).toEqual([
      ['Nghỉ trưa đến 13:00', null],
      ['Riêng đội đỏ', 'Gửi nhầm'],
    ]);
    expect(await told('blue')).toEqual([['Nghỉ trưa đến 13:00', null]]);
    app.clock.pass(1_000);
    await withdraw(hall.seq);
    expect((await board()).notice).toEqual({
      at: before.notice?.at,
      text: 'Nghỉ trưa đến 13:00',
      withdrawn: { at: app.clock.now(), reason: 'Gửi nhầm' },
    });
    expect(await told('observer')).toEqual([['Nghỉ trưa đến 13:00', 'Gửi nhầm']]);
    const again = { ...of, body: { announcement: hall.seq, reason: 'x' } };
    expect((await control.refused(drillWithdrawAnnouncement, again)).code).toBe('announcement.withdrawn');
    const other = { ...of, body: { announcement: hall.seq - 1, reason: 'x' } };
    expect((await control.refused(drillWithdrawAnnouncement, other)).code).toBe('not_found');
    await say('hall', 'Nghỉ trưa đến 13:30');
    expect((await board()).notice).toMatchObject({ text: 'Nghỉ trưa đến 13:30', withdrawn: null });
  });

  it('shows as a picture the very text the checkpoint signs, and none from behind a freeze', async () => {
    const { app, control, board, picture } = await setUp();
    await signCheckpoint(app.kernel, drillStream, 'test');
    const { checkpoint } = await board();
    const seq = checkpoint?.seq ?? 0;
    const answer = await picture(seq);
    expect(answer.headers.get('content-type')).toBe('image/svg+xml');
    const signed = await latestCheckpoint(app.kernel.db.read, drillStream, seq);
    expect(signed?.seq).toBe(seq);
    const text = checkpointText(signed ?? { stream: '', seq, hash: '', at: 0 });
    expect(await answer.text()).toBe(renderSVG(text, { ecc: 'L', border: 3, pixelSize: 1 }));

    await control.call(boardFreeze, { ...of, body: { reason: 'Giờ cuối' } });
    await app.decide(await app.submit('red'));
    await signCheckpoint(app.kernel, drillStream, 'test');
    const newest = await latestCheckpoint(app.kernel.db.read, drillStream);
    expect(newest?.seq).toBeGreaterThan(seq);
    expect((await picture(newest?.seq ?? 0)).status).toBe(404);
    expect((await picture(seq)).status).toBe(200);
  });
});
