//! The coach of goals and actions: advice, never a reproach.

use crate::analysis::words::labels::catalogue;

catalogue! {
    LOOSE: "「{words}」各人理解会不一样", "\"{words}\" can mean different things to different people";
    COULD_SAY: "还可以写明{what}", "It could also say {what}";
    AND_THEN: "；", ". ";
    HOW_MUCH: "多少", "how much";
    BY_WHEN: "哪天前", "by when";
    BY_WHOM: "由谁", "who";
    FRAME: "。例如：{text}", ". For example: {text}";
    TAKE_FRAME: "换成这一句再填空", "Use this and fill the gaps";
    WORDS_FINE: "这样就好", "It is fine as it is";
}
