/** At most the first 60 characters of `text`, for a message. */
export function excerpt(text: string): string {
  const start = [...text.slice(0, 130)];
  return start.length > 60 ? `${start.slice(0, 60).join("")}…` : text;
}
