// Runs in a copy of the HTML report (run.sh) and writes what it found into the page.
const problems = [];
let probes = 0;
const expect = (good, what) => { probes += 1; if (!good) problems.push(what); };
const visible = element => getComputedStyle(element).display !== "none" && element.getBoundingClientRect().height > 0;

const links = [...document.querySelectorAll('a[href^="#"]')];
expect(links.length > 5, "hardly any link");
for (const link of links) expect(document.getElementById(link.getAttribute("href").slice(1)) !== null, "no target for " + link.getAttribute("href"));

const claims = [...document.querySelectorAll(".text .claim")];
expect(claims.length > 5, "hardly any claim is marked");
for (const claim of claims) {
  const card = claim.querySelector(".card");
  expect(card !== null && document.getElementById(claim.getAttribute("aria-describedby")) === card, "no card for " + claim.textContent);
  claim.focus();
  expect(document.activeElement === claim && visible(card), "the card does not open on focus: " + claim.id);
  claim.blur();
  expect(!visible(card), "the card does not close: " + claim.id);
}
expect(document.querySelector(".text .claim.contradicted") !== null, "no contradicted claim in an article that has some");

const finding = document.querySelector(".finding dd a");
finding.click();
expect(location.hash === finding.getAttribute("href"), "a finding's link does not lead to its place");

const table = document.querySelector("table.ledger");
const rows = () => [...table.tBodies[0].rows];
const count = rows().length;
const head = table.querySelector("thead th:nth-child(2) button");
expect(head !== null, "the ledger's headings are no buttons");
head.click();
const kinds = rows().map(row => row.cells[1].textContent);
expect(kinds.join() === [...kinds].sort((a, b) => a.localeCompare(b, "en", {numeric: true})).join(), "the ledger does not sort");
expect(table.querySelector("thead th:nth-child(2)").getAttribute("aria-sort") === "ascending", "aria-sort is missing");
const filter = table.closest("section").querySelector(".filter");
filter.querySelector("select").value = "contradicted";
filter.querySelector("select").dispatchEvent(new Event("change"));
const shown = rows().filter(row => !row.hidden);
expect(shown.length > 0 && shown.length < count && shown.every(row => row.dataset.status === "contradicted"), "the ledger does not filter");

expect(document.querySelectorAll("h1").length === 1, "not one h1");
for (const input of document.querySelectorAll("input, select")) expect(input.labels?.length > 0 || input.hasAttribute("aria-label"), "an input has no label");
for (const image of document.querySelectorAll('svg[role="img"]')) {
  const named = (image.getAttribute("aria-labelledby") ?? "").split(" ").map(id => document.getElementById(id)?.textContent ?? "");
  expect(image.getAttribute("aria-label") || (named[0] && named.every(text => text !== "")), "a chart has no text");
}
for (const label of document.querySelectorAll(".map text")) {
  const box = label.getBBox(), sketch = label.ownerSVGElement.viewBox.baseVal;
  expect(box.x >= 0 && box.x + box.width <= sketch.width && box.y >= 0 && box.y + box.height <= sketch.height, "a name leaves the sketch: " + label.textContent);
}
expect(document.documentElement.lang === "en", "no language");
expect(performance.getEntriesByType("resource").length === 0, "something was fetched");

const result = document.createElement("pre");
result.id = "probe-result";
result.textContent = problems.length === 0 ? "all " + probes + " probes passed" : problems.join("\n");
document.body.append(result);
