// Has Lighthouse look at pages of a folder that is served on this machine:
//   node lighthouse.js BROWSER PROFILE FOLDER ADDRESS PAGE…
// ADDRESS is what the pages take for their own; the server's stands in for it. Prints, by page and
// category, the score and the audits that took something from it.

import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import lighthouse from "lighthouse";

const [browser, profile, folder, address, ...pages] = process.argv.slice(2);

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".svg": "image/svg+xml",
};

const CATEGORIES = ["accessibility", "best-practices", "performance", "seo"];

// As root there is no sandbox; nothing but the pages is to be asked for.
const ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-extensions",
  "--disable-sync",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
  "--remote-debugging-port=0",
  `--user-data-dir=${profile}`,
  "about:blank",
];

const serve = async () => {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, origin(server)).pathname);
    try {
      const file = path.endsWith("/") ? `${path}index.html` : path;
      let body = await readFile(join(folder, file));
      const type = TYPES[extname(file)] ?? "image/*";
      if (type.startsWith("text/html")) body = `${body}`.replaceAll(address, origin(server));
      response.writeHead(200, { "content-type": type, "cache-control": "max-age=31536000" });
      response.end(body);
    } catch {
      response.writeHead(404, { "content-type": "text/plain" }).end();
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return server;
};

const origin = (server) => `http://127.0.0.1:${server.address().port}`;

const start = async () => {
  const started = spawn(browser, ARGUMENTS, { stdio: ["ignore", "ignore", "pipe"] });
  const port = await new Promise((found, failed) => {
    let said = "";
    started.stderr.on("data", (data) => {
      said += data;
      const address = /DevTools listening on ws:\/\/[^:]+:(\d+)/.exec(said);
      if (address) found(Number(address[1]));
    });
    started.on("exit", () => failed(new Error(`the browser ended: ${said}`)));
  });
  return { started, port };
};

const verdict = ({ categories, audits, runtimeError }) => {
  if (runtimeError) throw new Error(runtimeError.message);
  const of = ({ id, score, auditRefs }) => {
    const lost = auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id].score ?? 1) < 1);
    const faults = lost.map(({ id }) => `${id}: ${audits[id].title} ${details(audits[id])}`);
    return [id, { score, faults }];
  };
  return Object.fromEntries(Object.values(categories).map(of));
};

const details = ({ displayValue, explanation, details }) =>
  [displayValue, explanation, JSON.stringify(details?.items)].filter(Boolean).join(" ");

const server = await serve();
const { started, port } = await start();
const verdicts = {};
for (const page of pages) {
  const flags = { port, logLevel: "error", onlyCategories: CATEGORIES };
  const { lhr } = await lighthouse(`${origin(server)}/${page}`, flags);
  verdicts[page] = verdict(lhr);
}
started.removeAllListeners("exit").kill();
server.close();
console.log(JSON.stringify(verdicts));
