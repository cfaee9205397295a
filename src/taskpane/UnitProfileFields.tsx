import { makeStyles } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { UnitProfile } from "../app/session-state";
import type { UnitType } from "../core/rules/rule";
import { pane } from "../messages/pane";
import { Disclosure } from "./Disclosure";
import { ChoiceField } from "./Field";
import { useSurface } from "./surface";

const useStyles = makeStyles({
  fields: { display: "flex", flexDirection: "column", gap: "12px", marginTop: "10px" },
});

const unitTypes: readonly UnitType[] = ["government", "department", "township", "agency"];

type UnitProfileFieldsProps = {
  readonly profile: UnitProfile;
  readonly busy: boolean;
  readonly onDescribe: (profile: UnitProfile) => Promise<boolean>;
};

/** 单位情况: what some rules need to know before they can be asked. */
export function UnitProfileFields({ profile, busy, onDescribe }: UnitProfileFieldsProps): ReactElement {
  const styles = useStyles();
  const surface = useSurface();
  const { unitType, rulemaking } = profile;
  return (
    <Disclosure title={pane.unitProfile.title} note={summary(profile)}>
      <p className={surface.quiet}>{pane.unitProfile.why}</p>
      <div className={styles.fields}>
        <ChoiceField
          label={pane.unitProfile.type}
          value={unitType ?? ""}
          onChange={(value) => {
            const chosen = unitTypes.find((type) => type === value) ?? null;
            if (!busy) void onDescribe({ unitType: chosen, rulemaking: chosen === "township" ? false : rulemaking });
          }}
        >
          <option value="">{pane.unitProfile.unknown}</option>
          {unitTypes.map((type) => (
            <option key={type} value={type}>
              {pane.unitProfile.typeOption[type]}
            </option>
          ))}
        </ChoiceField>
        {unitType === "township" ? (
          <p className={surface.quiet}>{pane.unitProfile.township}</p>
        ) : (
          <ChoiceField
            label={pane.unitProfile.rulemaking}
            value={rulemaking === null ? "" : rulemaking ? "yes" : "no"}
            onChange={(value) => {
              if (!busy) void onDescribe({ unitType, rulemaking: value === "" ? null : value === "yes" });
            }}
          >
            <option value="">{pane.unitProfile.unknown}</option>
            <option value="yes">{pane.unitProfile.rulemakingOption.yes}</option>
            <option value="no">{pane.unitProfile.rulemakingOption.no}</option>
          </ChoiceField>
        )}
      </div>
    </Disclosure>
  );
}

function summary({ unitType, rulemaking }: UnitProfile): string {
  const said = [
    unitType === null ? "" : pane.unitProfile.typeOption[unitType],
    rulemaking === null || unitType === "township" ? "" : pane.unitProfile.rulemakingSaid[rulemaking ? "yes" : "no"],
  ].filter((part) => part !== "");
  return said.length === 0 ? pane.unitProfile.unknown : said.join("，");
}
