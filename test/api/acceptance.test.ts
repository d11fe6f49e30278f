import { expect, test } from 'vitest';
import { claimDraft, claimSubmit } from '#api/contract/claims.ts';
import { drillRead } from '#api/contract/drill-views.ts';
import { evidenceAttachClaim, evidenceAttachTicket } from '#api/contract/evidence.ts';
import { ticketCreate } from '#api/contract/incidents.ts';
import { memberAcceptRules, memberSignPledge } from '#api/contract/teams.ts';
import { noteActs } from '#api/contract/ticket-acts.ts';
import { drillFold } from '#api/drills/fold.ts';
import { accountId, eachDialect } from '#test/given.ts';
import { drill, drillStream, givenPlay } from './drill-play.ts';

const params = { drill };
const rulesHash = 'a'.repeat(64);
const finding = { title: 'Lỗi', description: 'Mô tả', targetId: 't1', severity: 'high' as const };
const ticket = { title: 'Dấu hiệu lạ', description: '', targetId: 't1' };

eachDialect((dialect) => {
  test('a member seated after the start acts only after accepting the rules and signing the pledge', async () => {
    const play = await givenPlay(dialect);
    const { plan } = (await play.kernel.folds.read(drillFold, drillStream)).state;
    const replanned = { plan: { ...plan, rulesHash }, phases: [] };
    await play.given(drillStream, [{ type: 'drill.replanned', subject: null, payload: replanned }]);
    // Of those already seated the acceptance of another text no longer counts either.
    const red = await play.as('red');
    const draft = { params, body: finding };
    expect(await red.refused(claimDraft, draft)).toMatchObject({ code: 'rules.not_accepted' });
    await red.call(memberAcceptRules, { params, body: { rulesHash } });
    const { id: claim } = await red.call(claimDraft, draft);

    await play.seat(drill, 'user', 'red', 'team-red');
    await play.seat(drill, 'blue2', 'blue', 'team-blue');
    const [mate, late] = [await play.as('user'), await play.as('blue2')];
    expect((await mate.call(drillRead, { params })).me).toMatchObject({ mayAct: false });
    const refusals = async () => [
      await mate.refused(claimDraft, draft),
      await mate.refused(claimSubmit, { params: { drill, claim } }),
      await mate.refused(evidenceAttachClaim, {
        params: { drill, claim },
        body: { upload: 'a'.repeat(32), kind: 'other' },
      }),
      await late.refused(ticketCreate, { params, body: ticket }),
    ];
    for (const refusal of await refusals()) expect(refusal).toMatchObject({ status: 403, code: 'rules.not_accepted' });
    for (const client of [mate, late]) await client.call(memberAcceptRules, { params, body: { rulesHash } });
    for (const refusal of await refusals()) expect(refusal.code).toBe('rules.not_accepted');
    for (const client of [mate, late]) await client.call(memberSignPledge, { params });
    expect((await mate.call(drillRead, { params })).me).toMatchObject({ mayAct: true });
    await mate.call(claimSubmit, { params: { drill, claim } });
    const { id: incident } = await late.call(ticketCreate, { params, body: ticket });

    // Another member of the same team, as new.
    await play.seat(drill, 'staff', 'blue', 'team-blue');
    const staff = await play.as('staff');
    const about = { drill, incident };
    expect(await staff.refused(noteActs.drill, { params: about, body: { text: 'x' } })).toMatchObject({
      code: 'rules.not_accepted',
    });
    expect(
      await staff.refused(evidenceAttachTicket.drill, { params: about, body: { upload: 'a'.repeat(32) } }),
    ).toMatchObject({
      code: 'rules.not_accepted',
    });
    const waived = ['rules_accepted', 'pledge_signed'] as const;
    await play.given(
      drillStream,
      waived.map((item) => ({
        type: 'gate.item_overridden',
        subject: null,
        payload: { item, targetId: accountId('staff'), reason: 'đã ký bản giấy' },
      })),
    );
    await staff.call(noteActs.drill, { params: about, body: { text: 'x' } });
  });
});
