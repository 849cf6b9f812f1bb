/** What a field says of its text before it is sent: wrong, doubtful, or what was read off it. Never in the way. */
export interface Finding {
  tone: 'bad' | 'doubt' | 'good';
  text: string;
}
