/**
 * Media types of files that are read, as LIKE patterns: text, PDF, scanned pages and what office programs write. A TIFF is
 * one when it was kept as it came; of one page it became a picture.
 */
export const DOCUMENT_TYPES: readonly string[] = [
  'text/%',
  'image/tiff',
  'application/pdf',
  'application/rtf',
  'application/xml',
  'application/epub+zip',
  'application/postscript',
  'application/x-cfb',
  'application/vnd.apple.%',
  'application/vnd.ms-word.%',
  'application/vnd.ms-excel.%',
  'application/vnd.ms-powerpoint.%',
  'application/vnd.oasis.opendocument.%',
  'application/vnd.openxmlformats-officedocument.%',
];
