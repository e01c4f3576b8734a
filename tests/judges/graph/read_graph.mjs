// Reads a network as Mermaid and as graphology do. Each line of the input is JSON, {"reader": …, "text": …}; each line
// of the output is JSON, {"nodes": {id: label}, "ties": [[id, id, label], …]}, or a text that says what is wrong.
import { createInterface } from "node:readline";
import Graph from "graphology";
import gexf from "graphology-gexf";
import { JSDOM } from "jsdom";

const { window } = new JSDOM("");
Object.assign(globalThis, { window, document: window.document }); // Mermaid looks for a browser as soon as it is loaded
const { default: mermaid } = await import("mermaid");

// Mermaid writes the numbers of signs in a way of its own until it draws.
const plain = (text) => text.replace(/ﬂ°°(\d+)¶ß/g, (_, number) => String.fromCodePoint(Number(number)));

async function flowchart(text) {
  const { diagramType } = await mermaid.parse(text);
  if (!diagramType.startsWith("flowchart")) throw new Error(`a ${diagramType}, no flowchart`);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  const nodes = [...db.getVertices().values()].map((node) => [node.id, plain(node.text)]);
  return { nodes: Object.fromEntries(nodes), ties: db.getEdges().map((tie) => [tie.start, tie.end, plain(tie.text)]) };
}

function gephi(text) {
  const graph = gexf.parse(Graph, text, { allowUndeclaredAttributes: false });
  const nodes = graph.mapNodes((node, facts) => [node, facts.label]);
  return { nodes: Object.fromEntries(nodes), ties: graph.mapEdges((_, facts, one, other) => [one, other, facts.tie]) };
}

async function gantt(text) {
  const { diagramType } = await mermaid.parse(text);
  if (diagramType !== "gantt") throw new Error(`a ${diagramType}, no gantt`);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  const day = (date) => [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  const tasks = db.getTasks().map((task) => [task.task, day(task.startTime), day(task.endTime), Boolean(task.crit)]);
  return { nodes: { title: db.getDiagramTitle() }, ties: tasks };
}

const readers = { mermaid: flowchart, gexf: gephi, gantt };

for await (const line of createInterface({ input: process.stdin })) {
  const { reader, text } = JSON.parse(line);
  let answer;
  try {
    answer = await readers[reader](text);
  } catch (error) {
    answer = String(error.stack);
  }
  process.stdout.write(JSON.stringify(answer) + "\n");
}
