/** What must be said to Chromium before the app is ready. */
import type { App } from 'electron';

/**
 * No host name leads anywhere, so nothing that Chromium does on its own account leaves the machine; the other switches
 * keep it from trying.
 */
export function setupSwitches(app: App): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('no-proxy-server');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('disable-domain-reliability');
  app.commandLine.appendSwitch('no-pings');
  // Root can have no sandbox, and says so with this switch; Chromium would start its processes in vain otherwise.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
}
