export type Site = {
  /** Address of the page, with a final slash. */
  readonly url: string;
  readonly close: () => Promise<void>;
};

type Page = { readonly type: string; readonly body: string | Uint8Array };

export function serve(options: {
  /** Folders by address, longest address first. */
  readonly mounts: readonly (readonly [address: string, folder: string])[];
  readonly pages: Readonly<Record<string, () => Page | Promise<Page>>>;
  readonly port: number;
}): Promise<Site>;
