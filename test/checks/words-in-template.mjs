// Words in a template of Angular that a reader would see or hear; for texts.mjs.
import {
  LiteralPrimitive,
  parseTemplate,
  RecursiveAstVisitor,
  TmplAstRecursiveVisitor,
  tmplAstVisitAll,
} from '@angular/compiler';

/** Attributes and inputs whose value is read or spoken, whatever it looks like. */
const SPOKEN =
  /^(?:aria-(?:label|description|roledescription|valuetext|placeholder)|placeholder|matTooltip|title|alt|label|heading|hint)$/;
const LETTER = /\p{L}/u;
/** A sentence, or a word as a button has it. */
const SENTENCE = /^\p{Lu}\p{Ll}+(?:$|[\s,.…])|\p{Script=Han}/u;
/** The names of the product and of keys are the same everywhere. */
const isName = (text) => /^(?:Roomers|Esc|Enter)$/.test(text.trim());

/**
 * @param {string} template @param {number} firstLine of the template in its file
 * @returns {{ line: number, words: string }[]}
 */
export function wordsInTemplate(template, firstLine = 1) {
  const { nodes, errors } = parseTemplate(template, 'template.html', { preserveWhitespaces: true });
  if (errors?.length) throw new Error(errors.map(({ msg }) => msg).join('; '));
  const words = new Words(firstLine);
  tmplAstVisitAll(words, nodes);
  return words.found;
}

class Words extends TmplAstRecursiveVisitor {
  found = [];

  constructor(firstLine) {
    super();
    this.firstLine = firstLine;
  }

  visitText(text) {
    this.judge(text, text.value, LETTER);
  }

  visitBoundText(text) {
    const { strings, expressions } = text.value.ast;
    for (const piece of strings) this.judge(text, piece, LETTER);
    for (const expression of expressions) for (const piece of literalsOf(expression)) this.judge(text, piece, LETTER);
  }

  visitTextAttribute(attribute) {
    this.judge(attribute, attribute.value, SPOKEN.test(attribute.name) ? LETTER : SENTENCE);
  }

  visitBoundAttribute(attribute) {
    const pattern = SPOKEN.test(attribute.name) ? LETTER : SENTENCE;
    for (const piece of literalsOf(attribute.value)) this.judge(attribute, piece, pattern);
  }

  visitBoundEvent(event) {
    for (const piece of literalsOf(event.handler)) this.judge(event, piece, SENTENCE);
  }

  judge({ sourceSpan }, text, pattern) {
    if (pattern.test(text) && !isName(text))
      this.found.push({ line: sourceSpan.start.line + this.firstLine, words: text.trim() });
  }
}

/** The strings that an expression may come to; keys of texts and what is only compared are none. */
function literalsOf(expression) {
  const found = [];
  const visitor = new (class extends RecursiveAstVisitor {
    visitLiteralPrimitive(literal) {
      if (typeof literal.value === 'string') found.push(literal.value);
    }
    visitTemplateLiteralElement(element) {
      found.push(element.text);
    }
    visitCall(call, context) {
      const isText = ['t', 'textParts'].includes(call.receiver.name);
      this.visitAll(isText ? call.args.filter((arg) => !isKey(arg)) : [call.receiver, ...call.args], context);
    }
    visitBinary(binary, context) {
      if (!/^[!=]==?$/.test(binary.operation)) super.visitBinary(binary, context);
    }
    visitKeyedRead(read, context) {
      this.visit(read.receiver, context);
    }
  })();
  visitor.visit(expression);
  return found;
}

/** What `t()` is asked for: a key, or a choice of two. */
function isKey(argument) {
  if (argument instanceof LiteralPrimitive) return /^[\w-]+\.\w+$/.test(argument.value);
  return argument.trueExp !== undefined && isKey(argument.trueExp) && isKey(argument.falseExp);
}
