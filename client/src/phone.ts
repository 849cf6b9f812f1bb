import 'vant/es/style/base.css';
import 'vant/es/button/index.css';
import 'vant/es/loading/index.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/phone.css';
import './features/phone/answers.css';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import { leaveFirstQuestion } from './features/file-complaint/first-question.ts';
import PhoneApp from './features/phone/phone-app.vue';
import { i18n, startI18n } from './i18n/index.ts';
import { createPhoneRouter } from './router/phone-router.ts';
import { showUnexpected } from './ui/unexpected.ts';

void startI18n({
  'zh-CN': () => import('./locales/zh-CN/phone.ts'),
  en: () => import('./locales/en/phone.ts'),
}).then(() => {
  const app = createApp(PhoneApp);
  showUnexpected(app);
  const router = createPhoneRouter();
  leaveFirstQuestion(router);
  app.use(createPinia()).use(i18n).use(router).mount('#app');
});
