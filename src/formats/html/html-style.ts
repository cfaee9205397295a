/**
 * The look of the page by itself; a website that takes the text over has its own. Nothing is fetched: fonts are those
 * of the reader's machine.
 */
export const pageStyle = [
  `body{margin:0;background:#fff;color:#1a1a1a;font:16px/1.9 "Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif}`,
  `main{max-width:60em;margin:0 auto;padding:2em 1.25em 3em}`,
  `h1{font-size:1.6em;line-height:1.5;text-align:center;margin:0 0 1.2em}h1 span{display:block}`,
  `h2{font-size:1.15em;margin:1.8em 0 .5em}h3{font-size:1em;margin:1em 0 .2em}`,
  `p{margin:0 0 .4em;text-indent:2em;text-align:justify}`,
  `mark{background:#fff2b3;outline:1px dashed #8a6d00}`,
  `.wide{overflow-x:auto;margin:.6em 0}`,
  `table{border-collapse:collapse;width:100%;min-width:44em;font-size:.875em;line-height:1.5}`,
  `caption{text-align:center;font-weight:bold;padding:.3em}`,
  `.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}`,
  `th,td{border:1px solid #444;padding:.3em .4em;text-align:center;font-weight:normal;vertical-align:middle}`,
  `thead th,.head th{background:#e7eef7}th.left{text-align:left}`,
  `.in1{padding-left:1.4em}.in2{padding-left:2.4em}.in3{padding-left:3.4em}`,
  `.down{writing-mode:vertical-rl;text-orientation:upright;letter-spacing:.1em}`,
  `.note{text-indent:0;font-size:.875em}.note span{display:inline-block;min-width:45%;margin-right:1em}`,
  `@media print{@page{size:A4;margin:37mm 26mm 35mm 28mm}body{font:16pt/28pt FangSong,"仿宋",STFangsong,serif}` +
    `main{max-width:none;padding:0}h1{font:22pt/36pt "方正小标宋简体",STZhongsong,SimSun,serif}` +
    `h2{font:16pt/28pt SimHei,"黑体",sans-serif}h3{font:16pt/28pt KaiTi,"楷体",serif}h1,h2,h3,caption,.head{break-after:avoid}` +
    `p{orphans:2;widows:2}.wide{overflow:visible}table{min-width:0;font:9pt/12pt SimSun,"宋体",serif;break-inside:avoid}` +
    `th,td{padding:2pt}thead{display:table-header-group}tr{break-inside:avoid}}`,
].join("");

/** For pages that keep no style sheet of what is pasted into them. */
export const pastedStyle = {
  table: "border-collapse:collapse;width:100%",
  cell: "border:1px solid #444;padding:4px 6px;text-align:center;font-weight:normal;vertical-align:middle",
  left: "border:1px solid #444;padding:4px 6px;text-align:left;font-weight:normal;vertical-align:middle",
  title: "text-align:center",
  line: "display:block",
  paragraph: "text-indent:2em",
} as const;
