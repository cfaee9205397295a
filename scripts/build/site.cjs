// A static web server for the try-out page, reachable from this machine only.
const fs = require("node:fs");
const http = require("node:http");
const path = require("node:path");

const types = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".md": "text/plain; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
  ".xml": "application/xml; charset=utf-8",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/**
 * Serves files on the loopback interfaces.
 * @param mounts folders by address, longest address first: [["/tryout/", "/…/.cache/tryout"], ["/", "/…/dist"]]
 * @param pages addresses that are answered otherwise: { "/": () => ({ type: ".html", body }) }
 * @param port first port to try; the next free one is taken
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
async function serve({ mounts, pages, port }) {
  const listener = (request, response) => {
    respond({ mounts, pages }, request, response).catch((error) => {
      if (!response.headersSent) response.writeHead(500, { "Content-Type": types[".txt"] });
      response.end(error.message);
    });
  };
  for (let tried = port; tried < 65536; tried += 1) {
    const servers = await listenOnLoopback(listener, tried);
    if (servers === undefined) continue;
    return { url: `http://localhost:${tried}/`, close: () => closeAll(servers) };
  }
  throw new Error(`no free port from ${port} on`);
}

/** Both loopback addresses, for browsers resolve `localhost` to either; undefined when one of them is taken. */
async function listenOnLoopback(listener, port) {
  const servers = [];
  for (const host of ["127.0.0.1", "::1"]) {
    try {
      servers.push(await listen(listener, port, host));
    } catch (error) {
      const noIpv6 = host === "::1" && ["EADDRNOTAVAIL", "EAFNOSUPPORT"].includes(error.code);
      if (noIpv6) continue;
      await closeAll(servers);
      if (error.code === "EADDRINUSE" || error.code === "EACCES") return undefined;
      throw error;
    }
  }
  return servers;
}

function listen(listener, port, host) {
  return new Promise((resolve, reject) => {
    const server = http.createServer(listener);
    server.once("error", reject);
    server.listen({ port, host, ipv6Only: true }, () => resolve(server));
  });
}

async function closeAll(servers) {
  await Promise.all(
    servers.map(
      (server) =>
        new Promise((resolve) => {
          server.close(resolve);
          server.closeAllConnections();
        }),
    ),
  );
}

async function respond({ mounts, pages }, request, response) {
  const refuse = (status, text) => {
    response.writeHead(status, { "Content-Type": types[".txt"] }).end(text);
  };
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, "GET or HEAD");
  // A page elsewhere may point a name of its own at this machine; it does not get our files.
  if (!/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(request.headers.host ?? ""))
    return refuse(403, "localhost only");
  const address = decoded(request.url);
  if (address === undefined) return refuse(400, "bad address");
  const send = (type, body) => {
    response.writeHead(200, {
      "Content-Type": types[type] ?? "application/octet-stream",
      "Content-Length": body.length,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    });
    response.end(request.method === "HEAD" ? undefined : body);
  };
  const page = pages[address];
  if (page !== undefined) {
    const { type, body } = await page();
    return send(type, Buffer.from(body));
  }
  const file = fileAt(mounts, address);
  if (file === undefined) return refuse(404, "not found");
  return send(path.extname(file).toLowerCase(), await fs.promises.readFile(file));
}

/** The path of an address without its query, or undefined when it is not well formed. */
function decoded(url) {
  try {
    const address = decodeURIComponent(url.split(/[?#]/, 1)[0]);
    return address.startsWith("/") && !/[\0\\]/.test(address) ? address : undefined;
  } catch {
    return undefined;
  }
}

/** The file behind an address; links and `..` that lead out of the mounted folder give nothing. */
function fileAt(mounts, address) {
  const mount = mounts.find(([prefix]) => address.startsWith(prefix));
  if (mount === undefined) return undefined;
  const [prefix, folder] = mount;
  const wanted = path.join(folder, address.slice(prefix.length));
  if (!fs.statSync(wanted, { throwIfNoEntry: false })?.isFile()) return undefined;
  const [home, file] = [fs.realpathSync(folder), fs.realpathSync(wanted)];
  return file.startsWith(home + path.sep) ? file : undefined;
}

module.exports = { serve };
