// The time as the site says it: that of the Netherlands, whatever the computer says.

export const timeNow = () =>
  new Date().toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Amsterdam" });
