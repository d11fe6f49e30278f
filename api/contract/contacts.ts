import { z } from 'zod';
import { done, id, line, optionalLine } from './fields.ts';
import { operation } from './operation.ts';
import { created } from './registry-fields.ts';

const system = z.object({ system: id() });

const contactFields = z.strictObject({
  accountId: id().nullable().default(null),
  name: line(200),
  duty: optionalLine(200).default(''),
  phone: optionalLine(50).default(''),
  email: z.union([z.literal(''), z.email().max(200)]).default(''),
});

export const contactAdd = operation({
  name: 'contact.add',
  method: 'POST',
  path: '/systems/:system/contacts',
  roles: ['admin', 'officer'],
  summary: 'Adds whom to call about a system; counts as confirmed today.',
  params: system,
  body: contactFields,
  output: created,
});

const contact = z.object({ system: id(), contact: id() });

export const contactSet = operation({
  name: 'contact.set',
  method: 'PUT',
  path: '/systems/:system/contacts/:contact',
  roles: ['admin', 'officer'],
  summary: 'Corrects a contact; counts as confirmed today.',
  params: contact,
  body: contactFields,
  output: done,
});

export const contactConfirm = operation({
  name: 'contact.confirm',
  method: 'POST',
  path: '/systems/:system/contacts/:contact/confirm',
  roles: ['user'],
  summary: 'Says that a contact is still right: by the officer, the head, or the person named.',
  params: contact,
  output: done,
});

export const contactRemove = operation({
  name: 'contact.remove',
  method: 'DELETE',
  path: '/systems/:system/contacts/:contact',
  roles: ['admin', 'officer'],
  summary: 'Removes a contact.',
  params: contact,
  output: done,
});

export const contactsOperations = [contactAdd, contactSet, contactConfirm, contactRemove] as const;
