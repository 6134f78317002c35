// Style and script of the HTML report. Colours are those of Okabe and Ito, which people with any colour vision tell
// apart; every status has a line style and a sign besides. Nothing is loaded from elsewhere.
#include "report/html_parts.hpp"

namespace claimcheck::report {

std::string_view const html_style = R"css(
:root { --ink: #1b1b1b; --paper: #fff; --faint: #5b5b5b; --line: #c8c8c8; --wash: #f4f4f2;
  --good: #00724f; --bad: #b34700; --tension: #8a6100; --plain: #0062a3; --link: #0050a0; }
@media (prefers-color-scheme: dark) { :root { --ink: #ececec; --paper: #161616; --faint: #b0b0b0; --line: #4a4a4a; --wash: #222;
  --good: #3ecf9f; --bad: #ff9a5c; --tension: #f0c14b; --plain: #6cb8f0; --link: #8ec5ff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 1.5rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.55 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; } .skip:focus { position: static; }
h1 { font-size: 1.6rem; margin: 0 0 .3rem; } h2 { font-size: 1.3rem; overflow-wrap: anywhere; margin: 2.2rem 0 .5rem; border-bottom: 2px solid var(--line); }
h3 { font-size: 1.05rem; margin: 1.6rem 0 .5rem; }
nav a { overflow-wrap: anywhere; }
.facts { color: var(--faint); margin: 0 0 1rem; }
.numbers { display: flex; flex-wrap: wrap; gap: .75rem; padding: 0; margin: 1rem 0; list-style: none; }
.numbers li { border: 1px solid var(--line); border-radius: .4rem; padding: .4rem .8rem; min-width: 6.5rem; }
.numbers b { display: block; font-size: 1.5rem; line-height: 1.2; }
.chart { width: 100%; height: 1.6rem; border: 1px solid var(--line); border-radius: .3rem; }
.finding { border: 1px solid var(--line); border-left: .4rem solid var(--plain); border-radius: .3rem; padding: .6rem 1rem; margin: .8rem 0; background: var(--wash); }
.finding.error { border-left-color: var(--bad); } .finding.warning { border-left-color: var(--tension); }
.finding h4 { margin: 0 0 .3rem; font-size: 1rem; } .finding dl { margin: .3rem 0; display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; }
.finding dt { color: var(--faint); } .finding dd { margin: 0; overflow-wrap: anywhere; }
.level { text-transform: uppercase; font-size: .8rem; letter-spacing: .04em; font-weight: 700; }
.error .level { color: var(--bad); } .warning .level { color: var(--tension); } .note .level { color: var(--plain); }
.text { max-width: 46rem; font: 1.08rem/1.75 Georgia, "Times New Roman", serif; border: 1px solid var(--line); border-radius: .3rem; padding: .5rem 1.4rem 1rem; }
.text .headline { font-size: 1.5rem; line-height: 1.3; font-weight: 700; } .text .heading { font-weight: 700; }
.text .caption, .text .byline, .text .boilerplate, .text .front_matter { color: var(--faint); font-size: .95rem; }
.text .list_item { margin-left: 1.5rem; } .text .code { font-family: ui-monospace, monospace; font-size: .9rem; }
.text blockquote { margin: 1rem 0 1rem 1rem; padding-left: 1rem; border-left: .25rem solid var(--line); }
.text table, .ledger { border-collapse: collapse; } .text td, .text th { border: 1px solid var(--line); padding: .15rem .6rem; }
.claim { position: relative; cursor: help; text-decoration: underline; text-decoration-thickness: .13em; text-underline-offset: .2em; }
.claim::after { font: .7em/1 system-ui, sans-serif; vertical-align: super; margin-left: .1em; }
.claim.consistent { text-decoration-color: var(--good); } .claim.consistent::after { content: "✓"; color: var(--good); }
.claim.contradicted { text-decoration: underline wavy var(--bad); font-weight: 600; } .claim.contradicted::after { content: "✗"; color: var(--bad); }
.claim.tension { text-decoration: underline double var(--tension); } .claim.tension::after { content: "≈"; color: var(--tension); }
.claim.unbound { text-decoration: underline dotted var(--plain); } .claim.unchecked { text-decoration: underline dashed var(--faint); }
.evidence { outline: 1px dashed var(--bad); }
:target { background: #ffe9a8; color: #1b1b1b; } tr:target td { background: #ffe9a8; color: #1b1b1b; }
.card { display: none; position: absolute; z-index: 5; left: 0; top: 1.7em; width: max-content; max-width: min(24rem, 80vw); padding: .6rem .8rem;
  font: .88rem/1.45 system-ui, sans-serif; text-align: left; background: var(--paper); color: var(--ink); border: 1px solid var(--ink); border-radius: .3rem; box-shadow: 0 .3rem 1rem #0004; white-space: normal; }
.claim:hover > .card, .claim:focus > .card, .claim:focus-within > .card { display: block; }
.card span { display: block; } .card b { font-weight: 600; color: var(--faint); margin-right: .4em; }
.legend { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; padding: 0; list-style: none; font-size: .9rem; } .legend .claim { cursor: default; }
.timeline { border-left: 3px solid var(--line); list-style: none; padding: 0 0 0 1.2rem; max-width: 46rem; }
.timeline li { margin: .35rem 0; } .timeline time { font-weight: 600; margin-right: .6rem; } .timeline .gap { color: var(--faint); font-size: .88rem; }
.map { margin: 0; max-width: 46rem; } .map svg { width: 100%; height: auto; border: 1px solid var(--line); border-radius: .3rem; background: var(--wash); }
.map text { font: 13px system-ui, sans-serif; fill: var(--ink); paint-order: stroke; stroke: var(--wash); stroke-width: 3px; } .map .number { font-weight: 700; }
.map .dot { fill: var(--ink); } .map .ghost { fill: none; stroke: var(--bad); stroke-width: 2; } .map .bar { fill: none; stroke: var(--faint); stroke-width: 1.5; }
.map .way { stroke: var(--good); stroke-width: 2; } .map .contradicted { stroke: var(--bad); } .map .note { stroke: var(--tension); }
.map .as-stated { stroke: var(--bad); stroke-width: 2; stroke-dasharray: 6 5; } .map figcaption { color: var(--faint); font-size: .9rem; margin: .3rem 0; }
.wide { overflow-x: auto; } .ledger { width: 100%; font-size: .9rem; } .ledger th, .ledger td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: left; vertical-align: top; }
.ledger th { background: var(--wash); position: sticky; top: 0; } .ledger th button { all: unset; cursor: pointer; font-weight: 700; } .ledger th button:focus-visible { outline: 3px solid var(--link); }
.ledger td:nth-child(3) { font-weight: 600; } .filter { margin: .5rem 0; display: flex; gap: 1rem; flex-wrap: wrap; } .filter input, .filter select { font: inherit; padding: .15rem .4rem; }
.ledger td:nth-child(8) { min-width: 15rem; }
.said { display: block; color: var(--faint); }
.s-consistent { color: var(--good); } .s-contradicted { color: var(--bad); font-weight: 700; } .s-tension { color: var(--tension); }
.sign { display: grid; grid-template-columns: repeat(3, 1fr); gap: 1.5rem; margin-top: 2rem; max-width: 46rem; } .sign div { border-top: 1px solid var(--ink); padding-top: .2rem; margin-top: 2.4rem; font-size: .9rem; }
@media print { body { max-width: none; padding: 0; font-size: 10pt; } .card, .filter, .skip, nav { display: none !important; }
  .wide { overflow: visible; } .ledger { font-size: 7pt; } .ledger th, .ledger td { padding: .15rem .25rem; overflow-wrap: anywhere; } .ledger thead { display: table-row-group; }
  h2, h3, h4 { break-after: avoid; } .map, .timeline li { break-inside: avoid; } .map svg { max-height: 11cm; } .ledger td:nth-child(8) { min-width: 0; }
  .ledger th button { display: inline; } .finding, tr, .sign { break-inside: avoid; } h2 { break-before: page; } h2:first-of-type { break-before: auto; } a { color: inherit; text-decoration: none; } .ledger th { position: static; } :target { background: none; } }
)css";

std::string_view const html_script = R"js(
"use strict";
for (const table of document.querySelectorAll("table.ledger")) {
  const body = table.tBodies[0], rows = [...body.rows];
  table.querySelectorAll("thead th").forEach((head, column) => {
    if (head.dataset.fixed !== undefined) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.textContent = "";
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of table.querySelectorAll("thead th")) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const key = row => row.cells[column].dataset.key ?? row.cells[column].textContent;
      rows.sort((a, b) => key(a).localeCompare(key(b), "en", {numeric: true}) * (down ? -1 : 1));
      body.append(...rows);
    });
  });
  const filter = table.closest("section").querySelector(".filter");
  const words = filter.querySelector("input"), status = filter.querySelector("select"), shown = filter.querySelector("output");
  const apply = () => {
    const wanted = words.value.toLowerCase();
    let n = 0;
    for (const row of rows) {
      row.hidden = !(row.textContent.toLowerCase().includes(wanted) && (status.value === "" || row.dataset.status === status.value));
      n += row.hidden ? 0 : 1;
    }
    shown.textContent = n + " of " + rows.length + " rows";
  };
  words.addEventListener("input", apply);
  status.addEventListener("change", apply);
  filter.hidden = false;
  apply();
}
document.addEventListener("keydown", event => {
  if (event.key === "Escape" && document.activeElement?.closest(".claim")) document.activeElement.blur();
});
)js";

} // namespace claimcheck::report
