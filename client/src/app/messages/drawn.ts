/** A text as it is drawn, and as it is spoken. */
export interface Drawn {
  /** Safe to show. */
  html: string;
  /** Without any markup. */
  plain: string;
  /** Whether it holds code or tables, which get more than their HTML once they are on the page. */
  hasBlocks: boolean;
}
