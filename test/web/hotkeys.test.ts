import { expect, test } from 'vitest';
import { pressedKey } from '#web/hotkeys.ts';

const press = (part: Partial<KeyboardEvent>) =>
  pressedKey({
    key: '',
    code: '',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    isComposing: false,
    keyCode: 0,
    ...part,
  });

test('names a key as it is shown', () => {
  expect(press({ key: 'c', code: 'KeyC' })).toBe('C');
  expect(press({ key: '?', code: 'Slash' })).toBe('?');
  expect(press({ key: 'Enter', ctrlKey: true })).toBe('Ctrl Enter');
  expect(press({ key: 'k', code: 'KeyK', metaKey: true })).toBe('Ctrl K');
});

test('hears nothing while an input method composes', () => {
  expect(press({ key: 'c', code: 'KeyC', isComposing: true })).toBeNull();
  expect(press({ key: 'c', code: 'KeyC', keyCode: 229 })).toBeNull();
  expect(press({ key: 'Process', code: 'KeyC' })).toBeNull();
  expect(press({ key: 'Dead', code: 'Quote' })).toBeNull();
});

test('takes the place of the key when the input method gives another letter', () => {
  expect(press({ key: 'đ', code: 'KeyD' })).toBe('D');
});

test('leaves Alt to the browser', () => {
  expect(press({ key: 'c', code: 'KeyC', altKey: true })).toBeNull();
});
