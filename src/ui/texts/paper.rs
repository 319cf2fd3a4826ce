//! Printing the Gantt and saving it as a picture.

use crate::analysis::words::labels::catalogue;

catalogue! {
    MANY_PAGES: "要打 {n} 页。", "That is {n} {n|page|pages}.";
    TOO_MANY_PAGES:
        "要打 {n} 页；一次最多 {most} 页。可以只打一部分，或者存成图片。",
        "That is {n} {n|page|pages}; at most {most} can be printed at once. Print a part, or save a picture.";
    PRINT_ALL_PAGES: "全部", "All of them";
    PRINT_CRITICAL: "只打关键任务线", "Critical path only";
    PRINT_HEADINGS: "只打阶段和里程碑", "Stages and milestones only";
    PAGES_LEFT_OUT:
        "共 {n} 页，一次最多打 {most} 页，后面的没有打。可以只打一部分，或者存成图片。",
        "{n} {n|page|pages} in all; at most {most} are printed at once, those after them were left out. Print a part, or save a picture.";
    AS_SVG_FILE: "存成 SVG 图片（整张）", "Save the whole as SVG";
    AS_PNG_FILE: "存成 PNG 图片（整张）", "Save the whole as PNG";
}
