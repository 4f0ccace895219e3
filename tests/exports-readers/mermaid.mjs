// Reads flowcharts with Mermaid's own parser and prints what it made of each: node mermaid.mjs FILE…
import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('<!doctype html><body></body>', { pretendToBeVisual: true });
for (const name of ['window', 'document', 'Element', 'HTMLElement', 'SVGElement', 'Node', 'DOMParser', 'NodeFilter', 'HTMLTemplateElement', 'DocumentFragment', 'NamedNodeMap', 'HTMLFormElement']) {
  globalThis[name] = name === 'window' ? window : window[name];
}

const { default: mermaid } = await import('mermaid');
mermaid.initialize({ startOnLoad: false, maxTextSize: 10_000_000, maxEdges: 100_000 });
const settings = async (text) => {
  await mermaid.parse(text);
  return JSON.stringify(mermaid.mermaidAPI.getConfig());
};
const untouched = await settings('flowchart LR\n  a --> b');

// Mermaid writes numbered characters so while it parses; a browser reads them as characters when it draws.
const plain = (text) => text.replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCodePoint(Number(code))).replace(/ﬂ°(\w+)¶ß/g, '&$1;');

const read = [];
for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, 'utf8');
  // A text that got into the chart's settings would show there.
  const sameSettings = (await settings(text)) === untouched;
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  read.push({
    nodes: Object.fromEntries([...db.getVertices().values()].map((v) => [v.id, { label: plain(v.text), shape: v.type, labelType: v.labelType }])),
    edges: db.getEdges().map((e) => ({ source: e.start, target: e.end, label: plain(e.text), stroke: e.stroke, arrow: e.type, labelType: e.labelType })),
    sameSettings,
    classes: [...(db.getClasses?.().keys() ?? [])],
  });
}
console.log(JSON.stringify(read));
