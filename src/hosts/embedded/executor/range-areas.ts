import { cellCount } from "./address";
import type { Book } from "./book";
import type { ObjectType } from "./object-type";
import { fullAddress } from "./range";
import { type AreasTarget, ref } from "./targets";

function address({ sheetId, areas }: AreasTarget, book: Book): string {
  return areas.map((area) => fullAddress({ sheetId, area }, book)).join(",");
}

export const rangeAreasType: ObjectType<AreasTarget> = {
  isTrackable: true,
  properties: {
    address: { get: address },
    addressLocal: { get: address },
    areaCount: { get: ({ areas }) => areas.length },
    cellCount: { get: ({ areas }) => areas.reduce((sum, area) => sum + cellCount(area), 0) },
  },
  navigation: {
    areas: (target) => ref("RangeCollection", target),
    worksheet: ({ sheetId }) => ref("Worksheet", { sheetId }),
  },
};

export const rangeCollectionType: ObjectType<AreasTarget> = {
  items: ({ sheetId, areas }) => areas.map((area) => ref("Range", { sheetId, area })),
  methods: {
    getCount: ({ areas }) => areas.length,
    getItemAt: ({ sheetId, areas }, args) => {
      const area = areas[args.integer(0)];
      return area === undefined ? null : ref("Range", { sheetId, area });
    },
  },
};
