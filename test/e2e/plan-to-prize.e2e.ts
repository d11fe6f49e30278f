import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import ExcelJS from 'exceljs';
import { claimList } from '#api/contract/claim-views.ts';
import { password } from '#test/people.ts';
import { vi } from '#web/i18n/vi/index.ts';
import { act } from './drill.ts';
import { expect, test } from './fixtures.ts';
import { choose, confirm, dialog, press, printsWhole } from './hands.ts';

const { auth, board, claim, control, drill, incident, log, plan, results, ui } = vi;
const cli = fileURLToPath(new URL('../../api/cli.ts', import.meta.url));
const canary = 'CHIMYEN-4471';
const picture = {
  name: 'anh-khai-thac.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

test('a drill goes from plan to prize', async ({ signedIn, visitor }, info) => {
  test.setTimeout(180_000);
  const organiser = await signedIn('organiser');
  let path = '';
  const room = (page: Page, name: string) => page.goto(`${path}${name}`);

  await test.step('the organiser drafts it from a scenario, with a target, two teams and a judge', async () => {
    await organiser.goto('/drills/new?scenario=tan-cong-thuc-chien-so-nganh');
    await organiser.getByLabel(drill.create.name).fill('Diễn tập thực chiến 2026 (mẫu)');
    await organiser.getByLabel(drill.create.startsAt).fill('bây giờ');
    await organiser.getByLabel(drill.create.contact).fill('Trực ban 0900 000 000 (mẫu)');
    await press(organiser, drill.create.submit);
    await expect(organiser).toHaveURL(/\/drills\/[0-9a-f-]{36}$/);
    path = new URL(organiser.url()).pathname;

    await room(organiser, '/plan');
    await press(organiser, plan.targets.add);
    const box = dialog(organiser);
    await box.getByLabel(plan.targets.free).check();
    await box.getByLabel(plan.targets.name).fill('Cổng dịch vụ công (mẫu)');
    await choose(box, plan.targets.owner, 'Sở Khoa học và Công nghệ (mẫu)');
    await box.getByLabel(plan.targets.scope).fill('dvc.mau.example');
    await press(box, plan.targets.add);
    await expect(box).toBeHidden();

    await room(organiser, '/teams');
    for (const [name, side, organisation] of [
      ['Đội Sao Khuê', drill.seat.red, 'Công ty Cung cấp Mẫu'],
      ['Đội Lá Chắn', drill.seat.blue, 'Sở Khoa học và Công nghệ (mẫu)'],
    ] as const) {
      await press(organiser, plan.teams.add);
      await box.getByLabel(plan.teams.name).fill(name);
      await box.getByLabel(side).check();
      await choose(box, plan.teams.addOrganisation, organisation);
      await press(box, plan.teams.add);
      await expect(box).toBeHidden();
    }
    for (const [name, role] of [
      ['Hồ Giám Khảo', drill.seat.judge],
      ['Lý Phòng Thủ', drill.seat.blue],
    ] as const) {
      await press(organiser, plan.teams.give);
      await choose(box, plan.teams.giveTo, name);
      await box.getByLabel(plan.teams.role).selectOption(role);
      if (role === drill.seat.blue) await box.getByLabel(plan.teams.team, { exact: true }).selectOption('Đội Lá Chắn');
      await press(box, plan.teams.give);
      await expect(box).toBeHidden();
    }
  });

  const teamCard = (name: string) =>
    organiser.locator('section', { has: organiser.getByRole('heading', { name, level: 3 }) }).last();
  let red = organiser;

  await test.step('it is approved and prepared; a newcomer joins by link, registers and pledges', async () => {
    await room(organiser, '/control');
    await organiser.getByLabel(control.approve.number).fill('12/QĐ-UBND (mẫu)');
    await organiser.getByLabel(control.approve.on).fill('20/11/2026');
    await press(organiser, control.approve.submit);
    await press(organiser, control.prepare.submit);
    await expect(organiser.getByText(control.start.missing({ n: 1 }).slice(0, 9)).first()).toBeVisible();

    await room(organiser, '/teams');
    await press(teamCard('Đội Sao Khuê'), plan.teams.invite);
    await press(dialog(organiser), drill.overview.invite);
    const link = await dialog(organiser).getByRole('textbox', { name: 'Liên kết mời' }).inputValue();
    await organiser.keyboard.press('Escape');
    await press(teamCard('Đội Sao Khuê'), drill.overview.addresses);
    await dialog(organiser).getByLabel(drill.overview.addresses).last().fill('192.0.2.10\n198.51.100.0/24');
    await press(dialog(organiser), drill.overview.saveAddresses);
    await organiser.keyboard.press('Escape');

    red = await visitor();
    await red.goto(link);
    await red.getByLabel(drill.join.name).fill('Nguyễn Thị Thử Nghiệm');
    await red.getByLabel(drill.join.login).fill('nguyen.thi.thu');
    await red.getByLabel(auth.newPassword, { exact: true }).fill(password);
    await press(red, drill.join.newAccount);
    await expect(red).toHaveURL(path);
  });

  const [judge, blue] = [await signedIn('judge'), await signedIn('blue')];
  await test.step('members accept the rules and pledge; the start is refused until nothing is missing', async () => {
    for (const member of [red, blue, judge]) {
      await room(member, '');
      await press(member, drill.overview.acceptRules);
      await expect(member.getByText(drill.overview.rulesAccepted)).toBeVisible();
      await press(member, drill.overview.signPledge);
      await expect(member.getByText(drill.overview.pledged)).toBeVisible();
    }
    await room(organiser, '/control');
    const start = organiser.getByRole('button', { name: control.start.submit });
    await expect(start).toBeDisabled();
    await expect(organiser.locator('#start-missing')).toContainText(control.gate.items.target_consent);
    const record = organiser.getByRole('button', { name: new RegExp(`^${control.gate.record} ?: `) });
    for (let left = await record.count(); left > 0; left -= 1) {
      await record.first().click();
      await dialog(organiser).getByLabel(control.gate.reference).fill(`${left}/CV (mẫu)`);
      await dialog(organiser).getByLabel(control.gate.on).fill('21/11/2026');
      await press(dialog(organiser), control.gate.record);
      await expect(dialog(organiser)).toBeHidden();
      await expect(record).toHaveCount(left - 1);
    }
    await expect(organiser.locator('#start-missing')).toContainText(control.start.ready);
    await press(organiser, control.board.make);
    await expect(organiser.getByRole('link', { name: control.board.open })).toBeVisible();
    await start.click();
    await confirm(organiser, control.start.submit, control.start.typed);
    await expect(organiser.getByText(control.clock.left).first()).toBeVisible();
  });

  const hall = await visitor();
  const code = (await organiser.getByRole('link', { name: control.board.open }).getAttribute('href')) ?? '';
  await hall.goto(code);
  const points = hall.locator('.row', { hasText: 'Đội Sao Khuê' }).locator('.points');
  await expect(points).toContainText('0');

  await test.step('red sends a finding with evidence; blue sees nothing of it', async () => {
    await sendFinding(`Vượt quyền ${canary}`);
    await red.getByLabel(claim.evidence, { exact: true }).setInputFiles(picture);
    await expect(red.getByText('Bằng chứng (1)')).toBeVisible();
    for (const name of ['', '/tickets', '/board', '/log', '/results']) {
      await room(blue, name);
      expect(await blue.content()).not.toContain(canary);
    }
    expect((await blue.request.get(`${path}/claims`)).status()).toBeGreaterThanOrEqual(400);
  });

  async function sendFinding(title: string) {
    await room(red, '/claims/new');
    await red.getByLabel(claim.target, { exact: true }).selectOption('Cổng dịch vụ công (mẫu)');
    await red.getByLabel(claim.name).fill(title);
    await red.getByLabel(ui.severity.high).check();
    await red.getByLabel(claim.description, { exact: true }).fill('Đổi số hồ sơ trên địa chỉ thì xem được hồ sơ khác.');
    await red.keyboard.press('Control+Enter');
    await expect(red).toHaveURL(/\/claims\/[0-9a-f-]{36}$/);
  }
  const judgeNext = async (grade: string) => {
    await expect(judge.getByRole('button', { name: claim.accept, exact: true })).toBeEnabled();
    for (const key of ['j', grade, 'Enter']) await judge.keyboard.press(key);
    await expect(judge.getByText(claim.queueEmpty).first()).toBeVisible();
  };

  await test.step('control verifies with V, a judge decides in three keys, the hall moves by itself', async () => {
    const { items } = await act(organiser, claimList, { params: { drill: path.split('/')[2] ?? '' }, query: {} });
    await room(organiser, `/claims/${items[0]?.id}`);
    await organiser.keyboard.press('v');
    await expect(organiser.getByText(claim.status.verified).first()).toBeVisible();
    await room(judge, '/judge');
    await judgeNext('3');
    await expect(points).not.toContainText(/^0/);
  });

  await test.step('blue logs a ticket with an action and proof of effect', async () => {
    await room(blue, '/tickets/new');
    await blue.getByLabel(incident.what).fill('Nhiều lượt tra cứu lạ từ một địa chỉ');
    await blue.keyboard.press('Control+Enter');
    await expect(blue).toHaveURL(/\/tickets\/[0-9a-f-]{36}$/);
    await blue.keyboard.press('h');
    const box = dialog(blue);
    await box.getByLabel(incident.action, { exact: true }).fill('Chặn địa chỉ 192.0.2.10 ở tường lửa');
    await box.getByLabel(incident.proofOfAction).fill('Luật số 14 đã bật');
    await box.getByLabel(incident.proofOfEffect).fill('Không còn lượt tra cứu sau 5 phút');
    await press(box, incident.addAction);
    await expect(box).toBeHidden();
    await expect(blue.getByText('Không còn lượt tra cứu sau 5 phút')).toBeVisible();
  });

  await test.step('the clock stops for all and goes on', async () => {
    await room(organiser, '/control');
    await organiser.keyboard.press('p');
    await expect(hall.getByText(board.paused)).toBeVisible();
    await expect(organiser.getByRole('button', { name: control.clock.resume })).toBeVisible();
    await organiser.keyboard.press('r');
    await expect(hall.getByText(board.paused)).toBeHidden();
  });

  await test.step('the public board freezes while the judge goes on', async () => {
    await press(organiser, control.freeze.freeze);
    await confirm(organiser, control.freeze.freeze, undefined, 'Giờ cuối');
    await expect(hall.getByText(board.frozenHint)).toBeVisible();
    const before = await points.textContent();
    await sendFinding('Lộ tệp cấu hình');
    await room(judge, '/judge');
    await judgeNext('4');
    await room(judge, '/board');
    await hall.reload();
    await expect(hall.getByText(board.frozenHint)).toBeVisible();
    expect(await points.textContent()).toBe(before);
  });

  await test.step('it ends, is judged, revealed and published with shared prizes', async () => {
    const before = (await points.textContent()) ?? '';
    await press(organiser, control.clock.end);
    await confirm(organiser, control.clock.end, control.clock.endTyped, 'Đã đạt mục đích');
    await press(organiser, control.after.openJudging);
    await confirm(organiser, control.after.openJudging);
    await expect(organiser.getByText(control.after.resultsHint)).toBeVisible();
    for (let left = 2; left > 0; left -= 1) {
      await expect(organiser.getByRole('button', { name: `${board.reveal} (${left})` })).toBeEnabled();
      await organiser.keyboard.press('n');
    }
    // The hall turns to the side that is revealed, also while the last step is still on its way.
    await expect(async () => {
      await hall.goto(`${code}?side=red`);
      await expect(points).not.toHaveText(before, { timeout: 3_000 });
    }).toPass();

    await room(organiser, '/results');
    await press(organiser, results.edit);
    const prize = organiser.getByRole('group', { name: `${results.prize} 1`, exact: true });
    await prize.getByLabel(results.sideLabel).selectOption(results.side.overall);
    for (const team of ['Đội Sao Khuê', 'Đội Lá Chắn']) await prize.getByLabel(team).check();
    await press(organiser, results.publish);
    await confirm(organiser, results.publish, results.publishTyped);
    await expect(organiser.getByText(results.shared).first()).toBeVisible();
    await expect(hall.getByText(board.published).first()).toBeVisible();
  });

  await test.step('results and the sealed log are taken home; verify accepts the log', async () => {
    const saved = async (button: () => Promise<void>, name: string) => {
      const [download] = await Promise.all([organiser.waitForEvent('download'), button()]);
      await download.saveAs(info.outputPath(name));
      return info.outputPath(name);
    };
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(
      await saved(() => organiser.getByRole('link', { name: results.workbook }).click(), 'ket-qua.xlsx'),
    );
    expect(JSON.stringify(workbook.worksheets[0]?.getSheetValues())).toContain('Đội Sao Khuê');
    await printsWhole(organiser);
    await room(organiser, '/log');
    const file = await saved(() => press(organiser, log.export), 'nhat-ky.ndjson');
    const { stdout } = await promisify(execFile)(process.execPath, [cli, 'verify', file]);
    expect(stdout).not.toBe('');
  });
});
