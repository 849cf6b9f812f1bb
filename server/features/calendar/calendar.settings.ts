let regionCode: string | null = null;

/** Called once at start-up. */
export function configureCalendar(settings: { regionCode: string }): void {
  ({ regionCode } = settings);
}

/** The area this installation serves: the national list counts for all of it. */
export function servedRegion(): string {
  if (regionCode === null) throw new Error('configureCalendar has not been called');
  return regionCode;
}
