/** Where each thing that waits in a drill is done. */
export const actPaths: Readonly<Record<string, string>> = {
  accept_rules: '',
  sign_pledge: '',
  claims_need_info: '/claims?status=needs_info',
  claims_to_verify: '/claims?status=submitted',
  claims_to_judge: '/judge',
  tickets_open: '/tickets?status=open',
};
