/** Runs in the task pane's frame between Microsoft's client library and the add-in. */
import { afterOffice, type ClientWindow } from "../hosts/embedded/client/frame";
import { hostOf } from "../hosts/embedded/client/host-of";

afterOffice(window as unknown as ClientWindow, hostOf(window));
