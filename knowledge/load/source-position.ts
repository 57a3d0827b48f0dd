import { LineCounter, isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml';

/** The steps from the top of an entry to a field: `['pay', 2, 'low']`. */
export type FieldPath = readonly PropertyKey[];

/** A line and a column, both from 1. */
export interface SourcePosition {
  readonly line: number;
  readonly column: number;
}

/** Reads `text` for the positions of its fields. A field that is not there is pointed at where it should be: what would hold it. */
export function positionFinder(text: string): (path: FieldPath) => SourcePosition {
  const lines = new LineCounter();
  const { contents } = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  return (path) => {
    const { line, col } = lines.linePos(offsetOf(contents, path));
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
}

function offsetOf(contents: unknown, path: FieldPath): number {
  let node = contents;
  let offset = startOf(contents) ?? 0;
  for (const step of path) {
    const next = stepInto(node, step);
    if (next === undefined) break;
    offset = startOf(next.mark) ?? offset;
    node = next.node;
  }
  return offset;
}

/** The node below `step`, and what to point at: the key of a field, or the item itself. */
function stepInto(node: unknown, step: PropertyKey): { mark: unknown; node: unknown } | undefined {
  if (isSeq(node) && typeof step === 'number') {
    const item = node.items[step];
    return item === undefined ? undefined : { mark: item, node: item };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
  return pair && { mark: pair.key, node: pair.value };
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
