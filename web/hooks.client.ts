// zod would try `new Function` once, which the page's policy forbids and every browser reports.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
