// Opens the page in every scene and says what it saw, as JSON.
"use strict";
const fs = require("fs");
const path = require("path");
const puppeteer = require("puppeteer-core");

const [, , executablePath, url, pictures] = process.argv;
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const SCENES = [["wide", 1360, 1000], ["phone", 390, 844]];
// As root there is no sandbox, and nothing is asked of the net.
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];
const rest = (page) => new Promise((done) => setTimeout(done, 250));

const open = async (browser, width, height, scheme, log) => {
  const page = await browser.newPage();
  page.on("console", (message) => log.console.push(message.text()));
  page.on("pageerror", (error) => log.console.push(error.message));
  page.on("request", (request) => { if (!/^(file|data):/.test(request.url())) log.requests.push(request.url()); });
  await page.setViewport({ width, height, isMobile: width < 500, hasTouch: width < 500 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }, { name: "prefers-reduced-motion", value: "reduce" }]);
  await page.goto(url);
  await rest();
  return page;
};

const scene = async (browser, name, width, height, scheme) => {
  const log = { console: [], requests: [] };
  const page = await open(browser, width, height, scheme, log);
  await page.screenshot({ path: path.join(pictures, `${name}-${scheme}.png`) });
  await page.screenshot({ path: path.join(pictures, `${name}-${scheme}-whole.png`), fullPage: true });
  log.sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  log.ties = await page.evaluate(() => document.querySelectorAll(".ties .leader").length);
  log.threads = await page.evaluate(() => document.querySelectorAll(".ties .thread").length);
  log.overlaps = await page.evaluate(() => {
    const boxes = [...document.querySelectorAll(".finding")].map((one) => one.getBoundingClientRect());
    return boxes.slice(1).filter((box, i) => box.top < boxes[i].bottom && box.left === boxes[i].left).length;
  });
  await page.evaluate(() => { const one = document.querySelector(".finding"); one.focus(); one.scrollIntoView({ block: "center" }); });
  await rest();
  await page.screenshot({ path: path.join(pictures, `${name}-${scheme}-held.png`) });
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
  await page.evaluate(axe);
  log.axe = await page.evaluate(async () => (await axe.run()).violations
    .filter((one) => ["serious", "critical"].includes(one.impact))
    .map((one) => `${one.id}: ${one.nodes[0].html}`));
  await page.close();
  return log;
};

const keys = async (page) => {
  const held = () => page.evaluate(() => document.querySelector(".finding.lit")?.id || null);
  const found = {};
  await page.keyboard.press("j"); found.j = await held();
  await page.keyboard.press("j"); found.jj = await held();
  await page.keyboard.press("k"); found.jjk = await held();
  found.lit = await page.evaluate(() => document.querySelectorAll(".place.lit").length > 1);
  await page.keyboard.press("Escape"); found.escape = await held();
  return found;
};

// An article that is gone to stands below the head of the page.
const jump = async (page) => {
  await page.click('.articles a[href="#a2"]');
  await rest();
  return page.evaluate(() => document.querySelector("#a2").getBoundingClientRect().top - document.querySelector(".desk").getBoundingClientRect().bottom);
};

const filters = async (page) => {
  const shown = (outcome) => page.evaluate((one) => [...document.querySelectorAll(`li[data-outcome="${one}"]`)].filter((node) => !node.hidden).length, outcome);
  const press = (outcome) => page.click(`.outcomes .${outcome}`);
  const found = { all: { error: await shown("error"), warning: await shown("warning") } };
  await press("error");
  found["errors off"] = { error: await shown("error"), warning: await shown("warning") };
  await press("error");
  found["passed"] = await shown("pass");
  await press("pass");
  found["passed off"] = await shown("pass");
  await press("pass");
  found["skipped"] = await shown("skip");
  await press("skip");
  found["skipped on"] = await shown("skip");
  await press("skip");
  await page.select(".rules select", "bridges/passengers-agree");
  found["one rule"] = await page.evaluate(() => [...document.querySelectorAll(".finding")].filter((node) => !node.hidden).length);
  await page.select(".rules select", "");
  return found;
};

const tip = async (page) => {
  const said = () => page.$eval("#tip", (node) => (node.hidden ? "" : node.textContent));
  const mark = (await page.$$("#a2 .fact"))[0];
  await mark.hover();
  const hover = await said();
  await page.mouse.move(0, 0);
  await mark.focus();
  return { hover, focus: await said(), described: await mark.evaluate((node) => node.getAttribute("aria-describedby")) };
};

// On a phone a finding comes up to the words that are touched, the next one after it, and goes.
const sheet = async (browser) => {
  const page = await open(browser, 390, 844, "light", { console: [], requests: [] });
  const up = () => page.evaluate(() => document.querySelector(".finding.up")?.id || null);
  const found = {};
  await (await page.$("#a2 .refs a")).tap(); found.tapped = await up();
  await rest();
  await page.screenshot({ path: path.join(pictures, "phone-light-up.png") });
  await (await page.$$(".turn button"))[1].tap(); found.next = await up();
  await (await page.$$(".turn button"))[2].tap(); found.closed = await up();
  await page.close();
  return found;
};

(async () => {
  const browser = await puppeteer.launch({ executablePath, args: FLAGS, headless: true });
  const found = {};
  try {
    for (const [name, width, height] of SCENES)
      for (const scheme of ["light", "dark"]) found[`${name}-${scheme}`] = await scene(browser, name, width, height, scheme);
    const page = await open(browser, 1360, 1000, "light", { console: [], requests: [] });
    found.jump = await jump(page);
    found.keys = await keys(page);
    found.filters = await filters(page);
    found.tip = await tip(page);
    found.sheet = await sheet(browser);
    await page.pdf({ path: path.join(pictures, "print.pdf"), format: "A4" });
  } finally {
    await browser.close();
  }
  process.stdout.write(JSON.stringify(found));
})();
