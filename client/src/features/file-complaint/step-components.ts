import type { Component } from 'vue';
import type { StepId } from './steps.ts';
import CheckStep from './steps/check-step.vue';
import ContactStep from './steps/contact-step.vue';
import EmployerStep from './steps/employer-step.vue';
import IdentityStep from './steps/identity-step.vue';
import KindStep from './steps/kind-step.vue';
import MoneyStep from './steps/money-step.vue';
import MonthsStep from './steps/months-step.vue';
import NameStep from './steps/name-step.vue';
import PeopleStep from './steps/people-step.vue';
import PhotosStep from './steps/photos-step.vue';
import PlaceStep from './steps/place-step.vue';
import StoryStep from './steps/story-step.vue';
import WorkplaceStep from './steps/workplace-step.vue';

/** All questions come in one piece: a line that dies halfway must not stop a worker at the next one. */
export const STEP_COMPONENTS: Record<Exclude<StepId, 'phone'>, Component> = {
  kind: KindStep,
  identity: IdentityStep,
  name: NameStep,
  employer: EmployerStep,
  workplace: WorkplaceStep,
  place: PlaceStep,
  people: PeopleStep,
  months: MonthsStep,
  money: MoneyStep,
  story: StoryStep,
  photos: PhotosStep,
  contact: ContactStep,
  check: CheckStep,
};
