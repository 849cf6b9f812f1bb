import { readFileSync } from 'node:fs';
import type { Plugin, Rollup } from 'vite';
import common from './src/locales/zh-CN/common.ts';
import filing from './src/locales/zh-CN/filing.ts';
import worker from './src/locales/zh-CN/worker.ts';
import { ICON_SHAPES, type IconName } from './src/ui/icon-shapes.ts';

export const FIRST_QUESTION_STYLES = './src/features/file-complaint/first-question.css';

const MARKUP = new URL('./src/features/file-complaint/first-question.html', import.meta.url);
const HELP_NUMBER = '12333';
const WORDS: Record<string, unknown> = { common, filing, worker };

/** What belongs to the app and nothing else: on the page it comes after the question, which waits for none of it. */
const OF_THE_APP =
  /^ *<(?:script type="module"|link rel="(?:modulepreload|stylesheet)")[^>]*>(?:<\/script>)?\n/gm;

/** Below a whole screen of question nobody would find it. */
const WITHOUT_SCRIPT = / *<noscript\b[\s\S]*?<\/noscript\s*>\n/;

/**
 * Writes `first-question.html`, the phone's page with the complaint form's first question in it: on a weak line that is
 * there, and can be answered, seconds before the app. The app takes the answer over when it draws the same question
 * (client/src/features/file-complaint/first-question.ts). Nothing can be known of the reader without a script: who reads
 * English, or large letters, has them when the app is there.
 */
export function firstQuestion(): Plugin {
  return {
    name: 'first-question',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const phone = bundle['phone.html'];
        if (phone?.type !== 'asset') throw new Error('The first question is built from phone.html');
        const source = withQuestion(String(phone.source), firstQuestionStyles(bundle));
        this.emitFile({ type: 'asset', fileName: 'first-question.html', source });
      },
    },
  };
}

/** The style sheet of the question alone, as the build has named it. */
export function firstQuestionStyles(bundle: Rollup.OutputBundle): string {
  const found = Object.keys(bundle).find((file) => /\/first-question-[\w-]+\.css$/.test(file));
  if (found === undefined) throw new Error(`No style sheet was made from ${FIRST_QUESTION_STYLES}`);
  return found;
}

function withQuestion(page: string, styles: string): string {
  const app = page.match(OF_THE_APP)?.join('') ?? '';
  const [sentence = ''] = WITHOUT_SCRIPT.exec(page) ?? [];
  const title = `${filing.title} · ${common.product}`;
  return page
    .replace(OF_THE_APP, '')
    .replace(/<title>.*<\/title>/, `<title>${title}</title>\n    <link rel="stylesheet" href="/${styles}">`)
    .replace(WITHOUT_SCRIPT, '')
    .replace('<div id="app">', () => `${sentence.trim()}\n${question()}    <div id="app">`)
    .replace(/ *<\/body>/, () => `${app}  </body>`);
}

const question = (): string =>
  readFileSync(MARKUP, 'utf8').replace(/\{\{([\w.]+)\}\}/g, (_all, key: string) => {
    const [, icon, size] = /^icon\.(\w+)\.(\d+)$/.exec(key) ?? [];
    return icon === undefined ? said(key) : drawn(icon as IconName, size ?? ''); // the build fails below if it is none
  });

function said(key: string): string {
  const found = key.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], WORDS); // a missing one ends in the error below
  if (typeof found !== 'string') throw new Error(`No words for ${key} in the first question`);
  return found.replace('{number}', HELP_NUMBER).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function drawn(name: IconName, size: string): string {
  const shape = ICON_SHAPES[name] as string | undefined; // the name comes from the markup
  if (shape === undefined) throw new Error(`No icon ${name} for the first question`);
  return `<svg class="ui-icon" viewBox="0 0 24 24" width="${size}" height="${size}" aria-hidden="true" focusable="false"><path d="${shape}" /></svg>`;
}
