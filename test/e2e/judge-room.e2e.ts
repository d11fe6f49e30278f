import { claimRead } from '#api/contract/claim-views.ts';
import { vi } from '#web/i18n/vi/index.ts';
import { act, givenClaim, givenDrill } from './drill.ts';
import { expect, test } from './fixtures.ts';

const { claim, common, drill: words, shell } = vi;

test.describe('the room of the judges, on a small laptop', () => {
  test.use({ viewport: { width: 1366, height: 768 } });

  test('shows grades, points and button at once, and says what missing proof costs', async ({ signedIn, server }) => {
    const drill = await givenDrill(server);
    const id = await givenClaim(server, drill, 1, { description: 'Dòng này dài.\n'.repeat(80) });
    const judge = await signedIn('judge');
    await judge.goto(`${drill.path}/judge?claim=${id}`);
    for (const part of [
      judge.getByRole('radio', { name: vi.ui.severity.critical }),
      judge.getByText(claim.pointsIf),
      judge.getByRole('button', { name: claim.accept, exact: true }),
    ])
      await expect(part).toBeInViewport({ ratio: 1 });
    await judge.keyboard.press('3');
    const missing = judge.getByText(claim.noImpactEvidence({ times: '0,5' }));
    await expect(judge.getByRole('status').filter({ hasText: '30,00' })).toBeVisible();
    await expect(missing).toBeInViewport();
    await judge.keyboard.press('b');
    await expect(judge.getByRole('status').filter({ hasText: '60,00' })).toBeVisible();
    await expect(missing).toBeHidden();
    await judge.mouse.wheel(0, 900);
    await expect(judge.getByRole('button', { name: claim.accept, exact: true })).toBeInViewport();
    await judge.keyboard.press('?');
    await expect(judge.getByRole('dialog', { name: shell.help }).getByText(claim.impactEvidence)).toBeVisible();
  });

  test('takes a slip of the hand back, by key and by button', async ({ signedIn, server }) => {
    const drill = await givenDrill(server);
    const id = await givenClaim(server, drill, 1);
    const judge = await signedIn('judge');
    await judge.goto(`${drill.path}/judge`);
    const open = judge.getByRole('button', { name: claim.accept, exact: true });
    for (const undo of [
      () => judge.keyboard.press('z'),
      () => judge.getByRole('button', { name: common.undo }).first().click(),
    ]) {
      await expect(open).toBeEnabled();
      await judge.keyboard.press('4');
      await judge.keyboard.press('Enter');
      await expect(judge.getByText(claim.queueEmpty).first()).toBeVisible();
      await undo();
      await expect(judge.getByText(claim.undone).first()).toBeAttached();
    }
    await expect(open).toBeEnabled();
    const seen = await act(judge, claimRead, { params: { drill: drill.id, claim: id } });
    expect(seen).toMatchObject({ status: 'submitted', decisions: [], points: 0 });
  });
});

test('a page of a drill says on paper that it is one, and which', async ({ signedIn, server }) => {
  const drill = await givenDrill(server);
  const control = await signedIn('control');
  for (const path of ['', '/control', '/claims', '/tickets', '/board', '/log']) {
    await control.goto(`${drill.path}${path}`);
    await control.emulateMedia({ media: 'print' });
    await expect(control.getByText(shell.drill, { exact: true }).first()).toBeVisible();
    await expect(control.getByText(words.printedAt({ at: '' }).trim()).first()).toBeVisible();
    await expect(control.getByRole('navigation')).toHaveCount(0);
    await control.emulateMedia({ media: 'screen' });
  }
});
