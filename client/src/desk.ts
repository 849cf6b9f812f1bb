import './styles/tokens.css';
import './styles/base.css';
import 'element-plus/theme-chalk/base.css';
import './styles/desk.css';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import DeskApp from './features/frame/desk-app.vue';
import { i18n, startI18n } from './i18n/index.ts';
import { createDeskRouter } from './router/desk-router.ts';
import { showUnexpected } from './ui/unexpected.ts';

void startI18n({
  'zh-CN': () => import('./locales/zh-CN/desk.ts'),
  en: () => import('./locales/en/desk.ts'),
}).then(() => {
  const app = createApp(DeskApp);
  showUnexpected(app);
  app.use(createPinia()).use(i18n).use(createDeskRouter()).mount('#app');
});
