type Source = { article: string; number: string };
type Words = {
  article: string;
  form: string;
  act: Readonly<Record<string, string>>;
  within: (p: { where: string; act: string }) => string;
};

/** What kind of act a number belongs to, by the letters it ends with (Nghị định 30/2020/NĐ-CP). */
const kinds = [
  [/\/NĐ-CP$/, 'decree'],
  [/\/QH\d+$/, 'law'],
  [/\/TT-/, 'circular'],
  [/\/QĐ-/, 'decision'],
] as const;

/** "Điều 31.2.d Nghị định 331/2026/NĐ-CP", "Article 31.2.d, Decree 331/2026/NĐ-CP". */
export function cite({ article, number }: Source, words: Words): string {
  const kind = kinds.find(([ending]) => ending.test(number))?.[1];
  const where = article.replaceAll('Điều', words.article).replaceAll(/Mẫu( số)?/g, words.form);
  const act = [kind && words.act[kind], number].filter(Boolean).join(' ');
  return where && act ? words.within({ where, act }) : where || act;
}
