let demo = false;

/** Called once at start-up: outside of demo mode the demo inbox is not there. */
export function configureNotifications(settings: { demo: boolean }): void {
  demo = settings.demo;
}

export const isDemo = (): boolean => demo;
