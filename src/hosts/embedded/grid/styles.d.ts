/** Style sheets are bundled by webpack; importing one gives nothing to the program. */
declare module "*.css";
