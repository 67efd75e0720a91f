// Words in a source of the client that a reader would see or hear; for texts.mjs.
import ts from 'typescript';
import { wordsInTemplate } from './words-in-template.mjs';

/** A sentence, a word as a button has it, some words one after the other, or Chinese. */
const WORDS = /^\p{Lu}\p{Ll}+(?:$|[\s,.…])|^\p{Ll}+ \p{Ll}+ |\p{Script=Han}/u;
/** Names that are the same in every language: of products, languages, keys, headers and what is dragged. */
const NAMES =
  /^(?:Roomers|English|简体中文|Edge|Opera|Firefox|Chrome|Safari|Windows|Android|Linux|Esc|Del|Ctrl|Enter|Escape|Tab|Home|End|Page\w+|Arrow\w*|Backspace|Delete|Insert|Control|Shift|Alt|Meta|Process|Key\w|Files|Bearer.*|Authorization|Retry-After|Content-\w+)$/;
/** Parts of a decorator that are read by nobody; its template is looked at as a template. */
const METADATA = new Set(['selector', 'styles', 'styleUrl', 'templateUrl', 'template', 'name']);

/** @param {string} text of a source @returns {{ line: number, words: string }[]} */
export function wordsInCode(text) {
  const file = ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest, true);
  const lineOf = (node) => file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
  const found = [];
  const visit = (node) => {
    const template = templateOf(node);
    if (template !== undefined) found.push(...wordsInTemplate(template.text, lineOf(template)));
    if (isUnread(node)) return;
    const words = ownWords(node);
    if (words !== undefined && WORDS.test(words) && !NAMES.test(words.trim()))
      found.push({ line: lineOf(node), words });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function ownWords(node) {
  const isText =
    ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node);
  return isText ? node.text.trimStart() : undefined;
}

function templateOf(node) {
  const isTemplate = ts.isPropertyAssignment(node) && node.name.getText() === 'template' && isOfDecorator(node);
  return isTemplate && ts.isStringLiteralLike(node.initializer) ? node.initializer : undefined;
}

function isUnread(node) {
  return (
    ts.isImportDeclaration(node) ||
    ts.isLiteralTypeNode(node) ||
    ts.isThrowStatement(node) ||
    isKeyOfText(node) ||
    isCompared(node) ||
    (ts.isPropertyAssignment(node) && METADATA.has(node.name.getText()) && isOfDecorator(node))
  );
}

/** What `t()` is asked for, where the key is put together. */
function isKeyOfText(node) {
  const call = node.parent;
  if (!ts.isTemplateExpression(node) || !ts.isCallExpression(call)) return false;
  return ['t', 'textParts'].includes(call.expression.getText()) && call.arguments[0] === node;
}

function isCompared(node) {
  const { parent } = node;
  if (parent !== undefined && ts.isCaseClause(parent)) return parent.expression === node;
  const isComparison =
    parent !== undefined && ts.isBinaryExpression(parent) && /^[!=]==?$/.test(parent.operatorToken.getText());
  return isComparison && ts.isStringLiteralLike(node);
}

function isOfDecorator({ parent }) {
  return ts.isDecorator(parent?.parent?.parent ?? parent);
}
