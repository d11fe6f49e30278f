import type { organisationList } from '#api/contract/organisations.ts';
import type { OutputOf } from '#api/contract/operation.ts';

type Answer = OutputOf<typeof organisationList>;
export type Organisation = Answer['items'][number];
export type Branch = Organisation & { branches: readonly Branch[] | null };

/**
 * The tops with their children, and below them what is `open`; branches that were not asked for are null. The count of
 * children is today's: of a day in the past nobody knows it before asking.
 */
export async function loadTree(
  childrenOf: (parent: string) => Promise<Answer>,
  open: readonly string[],
  past = false,
): Promise<Branch[]> {
  const grow = async (parent: string, depth: number): Promise<Branch[]> => {
    const { items } = await childrenOf(parent);
    return Promise.all(
      items.map(async (one) => ({
        ...one,
        branches:
          (past || one.children > 0) && (open.includes(one.id) || (depth === 0 && one.kind === 'province'))
            ? await grow(one.id, depth + 1)
            : null,
      })),
    );
  };
  return grow('root', 0);
}
