/** Runs in the task pane's frame before Microsoft's client library, in place of Excel. */
import { beforeOffice, type ClientWindow } from "../hosts/embedded/client/frame";
import { hostOf } from "../hosts/embedded/client/host-of";

beforeOffice(window as unknown as ClientWindow, hostOf(window));
