import type { Executor } from "../executor/create-executor";
import type { RequestBody } from "../executor/wire";

/**
 * The object by which a native host talks to Office.js. The library finds it under the global name
 * `_richApiNativeBridge` when it is loaded, and exchanges JSON texts with it (`OfficeExtension.HostBridge`).
 */
export type NativeBridge = {
  sendMessageToHost(text: string): void;
  /** Set by the library. */
  onMessageFromHost?: (text: string) => void;
};

/** Kinds of messages on the bridge. */
const MESSAGE = { request: 1, response: 2, event: 3 } as const;

type BridgeMessage = {
  readonly id: number;
  readonly type: number;
  readonly flags?: number;
  readonly message: {
    readonly url: string;
    readonly headers: Readonly<Record<string, string>> | null;
    readonly body: RequestBody;
  };
};

export type BridgeConnection = { readonly bridge: NativeBridge; readonly close: () => void };

/** Connects a copy of Office.js to an executor. Answers and events arrive later, never within the call. */
export function createNativeBridge(executor: Executor): BridgeConnection {
  let isOpen = true;
  const bridge: NativeBridge = {
    sendMessageToHost(text): void {
      const message = JSON.parse(text) as BridgeMessage;
      if (message.type === MESSAGE.request) {
        void answer(message);
      }
    },
  };

  const send = (message: object): void => {
    if (isOpen) {
      bridge.onMessageFromHost?.(JSON.stringify(message));
    }
  };

  const answer = async ({ id, flags = 0, message }: BridgeMessage): Promise<void> => {
    const { Body: body } = await executor.executeAsync("", flags, { Headers: message.headers, Body: message.body });
    send({ id, type: MESSAGE.response, message: { statusCode: 200, headers: {}, body } });
  };

  const stop = executor.onEvent((entry) => {
    send({ type: MESSAGE.event, message: { entries: [entry] } });
  });

  return {
    bridge,
    close(): void {
      isOpen = false;
      stop();
    },
  };
}
