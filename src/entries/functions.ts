/** Bundle of the custom functions: importing the module associates them with their names in functions.json. */
import "../functions/functions";
