import { asFlag, oneOf } from "./arguments";
import { EVENT, WORKBOOK_TARGET } from "./event-hub";
import { eventMethods } from "./event-methods";
import { invalidArgument } from "./api-error";
import type { ObjectType } from "./object-type";
import type { NoTarget } from "./targets";

export const applicationType: ObjectType<NoTarget> = {
  properties: {
    calculationMode: {
      get: (_target, book) => book.document.calculationMode,
      set: (_target, value, book) => {
        const mode = oneOf(value, ["Automatic", "AutomaticExceptTables", "Manual"]);
        book.store(() => {
          book.document.calculationMode = mode;
        });
      },
    },
    calculationState: {
      get: async (_target, book) => {
        await book.settled();
        return "Done";
      },
    },
    calculationEngineVersion: { get: () => 191_029 },
  },
  methods: {
    /** Univer computes what depends on a change by itself; this computes everything once more. */
    calculate: (_target, args, book) => {
      args.choice(0, ["Recalculate", "Full", "FullRebuild"]);
      book.grid.univerAPI.getFormula().executeCalculation();
      book.markDirty();
    },
    // Hints for speed: the grid draws and computes after the batch anyway.
    suspendApiCalculationUntilNextSync: () => undefined,
    suspendScreenUpdatingUntilNextSync: () => undefined,
  },
};

export const runtimeType: ObjectType<NoTarget> = {
  properties: {
    enableEvents: {
      get: (_target, book) => book.events.enabled,
      set: (_target, value, book) => {
        book.events.enabled = asFlag(value);
      },
    },
  },
};

export const workbookProtectionType: ObjectType<NoTarget> = {
  properties: { protected: { get: (_target, book) => book.document.structurePassword !== null } },
  methods: {
    protect: (_target, args, book) => {
      const password = args.optionalText(0) ?? "";
      book.store(() => {
        book.document.structurePassword = password;
      });
    },
    unprotect: (_target, args, book) => {
      const wanted = book.document.structurePassword;
      if (wanted !== null && wanted !== "" && wanted !== args.optionalText(0)) {
        throw invalidArgument("the password is wrong");
      }
      book.store(() => {
        book.document.structurePassword = null;
      });
    },
  },
};

export const workbookEvents = eventMethods<NoTarget>(() => WORKBOOK_TARGET, { Activated: EVENT.workbookActivated });
