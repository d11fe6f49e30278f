/** Headers of every answer, assets and errors included. The page renderer adds its own Content-Security-Policy with nonces. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()',
  'x-frame-options': 'DENY',
};

/** The policy of answers that are not pages: nothing in them may run or load. */
export const inertPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

/** The headers of every answer of the process; a page replaces the policy with its own. */
export const everywhere = new Map(Object.entries({ ...securityHeaders, 'content-security-policy': inertPolicy }));
