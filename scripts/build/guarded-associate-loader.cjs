// The generator appends `CustomFunctions.associate(…)` to the functions module. Outside Excel there is no such global,
// and the pane must still open there to say so.
module.exports = (source) =>
  source.replace(
    /^CustomFunctions\.associate\(/gm,
    'typeof CustomFunctions !== "undefined" && CustomFunctions.associate(',
  );
