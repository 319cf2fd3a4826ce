//! What is said of searching, of what can be done from it, and of the keys of a page.

use crate::analysis::words::labels::catalogue;

catalogue! {
    ON_THIS_PAGE: "这一页能做的", "On this page";
    PAGES: "页面", "Pages";
    DEEDS: "命令", "Commands";
    PROJECTS: "其他项目", "Other projects";
    NEW_ONE: "新建：{what}", "New: {what}";
    HOW_TO_FIND:
        "编号、名称、文字、人名、页面、命令都可以；拼音首字母也行，例如 T-17、物料、wl、打印",
        "A number, name, text, person, page or command: T-17, packaging, Li, print";
    FINDING_KEYS: "↑ ↓ 选，回车打开，Esc 关掉", "↑ ↓ choose, Enter opens, Esc closes";
    OFFERED: "{n} 项可以直接打开，或者打字查找", "{n} {n|thing|things} to open at once; type to find more";
    NONE:
        "没有找到「{text}」。换一个说法，少打几个字，或者只打编号。",
        "Nothing found for \"{text}\". Try another word, fewer letters, or only the number.";
    KEYS_HERE: "这一页的按键", "Keys on this page";
    PRINT_IT: "打印这一页", "Print this page";
    LOOK_IS: "外观：{look}", "Appearance: {look}";
    LANGUAGE: "换成英文", "Switch to Chinese";

    EVERYWHERE: "哪里都能用", "Everywhere";
    SEARCH_KEY: "搜索和命令", "Search and commands";
    KEYS_KEY: "这一页的按键", "The keys of this page";
    UNDO_KEY: "撤销", "Undo";
    REDO_KEY: "重做", "Redo";
    CLOSE_KEY: "关掉打开的", "Close what is open";
    TAB_KEY: "往后、往前一处", "On, and back";

    IN_TABLE: "在表格里", "In the table";
    CELLS_KEY: "一格一格地走", "From cell to cell";
    EDIT_KEY: "下一行；在行上是打开这一行", "Next row; on a row, open it for typing";
    WITHIN_KEY: "进到字里改", "Into the letters";
    ABOVE_KEY: "同上一行", "As in the row above";
    PASTE_KEY: "粘贴从 Excel 复制的多行", "Paste rows copied from Excel";

    ON_BOARD: "在看板上", "On the board";
    CARDS_KEY: "一张卡片一张卡片地走", "From card to card";
    CARRY_CARD_KEY: "拿起这张：左右键选列，回车放下，Esc 放回", "Carry it: left and right, Enter drops it, Esc puts it back";
    SELECT_CARD_KEY: "选中", "Select";
    OPEN_KEY: "打开全表", "Open the sheet";
    IN_CALENDAR: "在日历里", "In the calendar";
    DAYS_KEY: "一天一天地走", "From day to day";
    MONTHS_KEY: "前一月、后一月", "The month before, after";
    BACK_TO_TODAY_KEY: "回到今天", "To today";
    DAY_KEY: "看这一天的全部，再按 Tab 走到任务上", "All of the day; Tab leads to its tasks";
    CARRY_DUE_KEY: "在任务上：拿起来，方向键换一天，回车定下", "On a task: carry it, arrows choose the day, Enter keeps it";
    REST_KEY: "移动时：可以用休息日", "While carrying: allow rest days";

    IN_CHARTS: "在图表里", "In a chart";
    SPOTS_KEY: "从一处走到另一处", "From place to place";
    END_SPOTS_KEY: "第一处、最后一处", "First place, last place";
    SPOT_KEY: "打开那一处算的是哪几项", "Open what that place counts";

    IN_ROWS: "在表单的小表里", "In the rows of a form";
    MOVE_ROW_KEY: "这一行往上、往下移", "Move the row up, down";

    IN_ROLES: "在分工表里", "In the role table";
    LETTERS_KEY: "写上或换成这个字母", "Write that letter, or change to it";
    CLEAR_KEY: "清空", "Clear";
    BLOCK_KEY: "选一块，再复制、粘贴", "Choose a block, then copy and paste";

    IN_CHOICE: "定不一致的地方", "Where people differ";
    NUMBER_KEY: "选第几个", "Choose that one";
    DECIDE_KEY: "定下", "Decide";
}
