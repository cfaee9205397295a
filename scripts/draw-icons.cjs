// Draws assets/icon-*.png from the two designs in assets/: node scripts/draw-icons.cjs
// The small sizes have a design of their own, with fewer and thicker strokes on whole pixels.
const fs = require("node:fs");
const path = require("node:path");
const { chromium } = require("playwright-core");

const assets = path.resolve(__dirname, "../assets");
const small = new Set([16, 20, 24]);
const sizes = [16, 20, 24, 32, 40, 48, 64, 80, 128];

async function main() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  try {
    for (const size of sizes) {
      const svg = fs.readFileSync(path.join(assets, small.has(size) ? "icon-small.svg" : "icon.svg"), "utf8");
      const page = await browser.newPage({ viewport: { width: size, height: size } });
      await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
      await page.screenshot({ path: path.join(assets, `icon-${size}.png`), omitBackground: true });
      await page.close();
    }
  } finally {
    await browser.close();
  }
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
