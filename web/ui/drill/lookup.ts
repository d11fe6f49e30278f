import { call } from '#api/contract/call.ts';
import { accountList } from '#api/contract/people.ts';
import { organisationList } from '#api/contract/organisations.ts';
import { systemList } from '#api/contract/systems.ts';
import { fetchInWords } from '#web/i18n/blanked.ts';

type Choice = { value: string; label: string; note?: string };

const send = fetchInWords((input, init) => fetch(input, init));
const query = (search: string) => ({ query: { search, limit: 20 } });

/** Organisations by name, without regard to marks. */
export async function searchOrganisations(search: string): Promise<Choice[]> {
  const { items } = await call(send, organisationList, query(search));
  return items.map(({ id, name, shortName }) => ({ value: id, label: name, note: shortName ?? undefined }));
}

/** Systems of the registry with their owner. */
export async function searchSystems(search: string): Promise<Choice[]> {
  const { items } = await call(send, systemList, query(search));
  return items.map(({ id, name, owner }) => ({ value: id, label: name, note: owner.name }));
}

/** Accounts by name or login. */
export async function searchAccounts(search: string): Promise<Choice[]> {
  const { items } = await call(send, accountList, query(search));
  return items.map(({ id, name, login, organisation }) => ({
    value: id,
    label: name,
    note: [login, organisation?.name].filter(Boolean).join(' · '),
  }));
}
