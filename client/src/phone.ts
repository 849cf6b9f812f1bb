import './styles/tokens.css';
import './styles/base.css';
import './styles/phone.css';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import PhoneApp from './features/phone/phone-app.vue';
import { i18n, startI18n } from './i18n/index.ts';
import { createPhoneRouter } from './router/phone-router.ts';

void startI18n({
  'zh-CN': () => import('./locales/zh-CN/phone.ts'),
  en: () => import('./locales/en/phone.ts'),
}).then(() => {
  createApp(PhoneApp).use(createPinia()).use(i18n).use(createPhoneRouter()).mount('#app');
});
