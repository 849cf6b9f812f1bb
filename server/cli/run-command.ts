import { toldOnScreen } from '../platform/told-on-screen.ts';

/** Runs one command line: help on request; when it fails exit code 1, and the sentence that says why last, next to the prompt. */
export async function runCommand(help: string, work: (args: string[]) => Promise<void>): Promise<void> {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) {
    console.log(help);
    return;
  }
  try {
    await work(args);
  } catch (error) {
    console.error(`${help}\n${toldOnScreen(error)}`);
    process.exitCode = 1;
  }
}
