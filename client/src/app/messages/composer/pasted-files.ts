/** Files of a paste. What an office program copies is text, though a picture of it comes along. */
export function pastedFiles(data: DataTransfer | null): File[] {
  if (data === null) return [];
  const isDocument = data.types.includes('text/html') && data.getData('text/plain') !== '';
  return isDocument ? [] : [...data.files];
}
