import type { ControlTotal } from "../../core/model/template";

function total(id: string, label: string, unit: string): ControlTotal {
  return { id, label, unit, cells: [`s.${id}.value`] };
}

/** 政府信息公开情况统计表 in six figures. */
export const controlTotals2014: readonly ControlTotal[] = [
  total("pubTotal", "主动公开", "条"),
  total("recv", "收到申请", "件"),
  total("done", "申请办结", "件"),
  total("reply", "申请答复", "件"),
  total("review", "行政复议", "件"),
  total("suit", "行政诉讼", "件"),
];

/** 政务公开情况统计表 in five figures. */
export const controlTotals2017: readonly ControlTotal[] = [
  total("doc", "制发公文", "件"),
  total("pub", "公开公文类信息", "件"),
  total("recv", "收到申请", "件"),
  total("recvDone", "申请办结", "件"),
  total("recvReply", "申请答复", "件"),
];
