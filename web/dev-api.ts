import { getRequestListener } from '@hono/node-server';
import type { Plugin } from 'vite';

type DevApp = { fetch: (request: Request, env?: unknown) => Response | Promise<Response>; close: () => unknown };

const key = Symbol.for('thao-truong.api');

/** Mounts the API from source in the development server, one runtime at a time: an edit disposes of the old one. */
export function devApi(): Plugin {
  let app: Promise<DevApp> | undefined;
  return {
    name: 'thao-truong-dev-api',
    apply: 'serve',
    configureServer(server) {
      const load = () =>
        (app ??= server.ssrLoadModule('/api/dev.ts').then((module) => module.createDevApp() as Promise<DevApp>));
      const dispose = async () => {
        const old = app;
        app = undefined;
        if (old) await (await old).close();
      };
      const handle = async (request: Request, env?: unknown) => {
        try {
          return await (await load()).fetch(request, env);
        } catch (error) {
          app = undefined;
          server.config.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
          throw error;
        }
      };
      Reflect.set(globalThis, key, { fetch: handle });
      const listener = getRequestListener(handle, { overrideGlobalObjects: false });
      server.middlewares.use((req, res, next) => {
        // Modules of contract and domain are served to the browser from the same folder names.
        if (req.url?.startsWith('/api/') && !/\.ts(\?|$)/.test(req.url)) void listener(req, res);
        else next();
      });
      server.watcher.on('change', (file) => {
        if (/[\\/](api|db)[\\/]/.test(file)) void dispose();
      });
      server.httpServer?.on('close', () => void dispose());
    },
  };
}
