// Loads networks with Cytoscape.js and prints its elements: node cytoscape.mjs FILE…
import { readFileSync } from 'node:fs';
import cytoscape from 'cytoscape';

const warnings = [];
console.warn = (...words) => warnings.push(words.join(' '));
console.error = console.warn;
const read = process.argv.slice(2).map((file) => {
  const { elements, data } = JSON.parse(readFileSync(file, 'utf8'));
  const cy = cytoscape({ headless: true, elements, data, layout: { name: 'preset' } });
  return {
    data: cy.data(),
    nodes: Object.fromEntries(cy.nodes().map((n) => [n.id(), { ...n.data(), position: n.position() }])),
    edges: cy.edges().map((e) => e.data()),
    components: cy.elements().components().length,
  };
});
console.log(JSON.stringify({ read, warnings }));
