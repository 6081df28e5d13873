import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize, sep } from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".gz": "application/gzip",
};

/** A folder served on this machine only, at a port that was free. */
export interface Served {
  readonly url: string;
  close(): void;
}

/** What a server answers otherwise than a plain one does. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Serves the files of a folder, as any plain web server would serve dist/, but for what `answer` has for a file's name. */
export async function serve(folder: string, answer: (file: string) => Answer = () => ({})): Promise<Served> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname));
    const file = join(folder, path);
    const type = TYPES[extname(file)];
    if (!file.startsWith(folder + sep) || type === undefined) {
      response.writeHead(404).end();
      return;
    }
    readFile(file).then(
      (content) => {
        const { status = 200, headers, body } = answer(path.slice(1).replaceAll("\\", "/"));
        response.writeHead(status, { "content-type": type, ...headers }).end(body ?? content);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
