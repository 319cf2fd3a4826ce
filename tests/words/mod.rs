//! The rules for words (ux.md §4.1), for texts in the catalogue and for what stands on a screen.

/// Never in Chinese.
const BANNED: &str = "往来 部门包 回执包 合并台账 更新码 待我处理 需要处理 试合并 升级 基线 现行 SPI 浮动 胜出 副本 缓存 接口人 已提醒 已通知 已再次提醒 自动发送 自动代管 冲突 同步 上传 登录 你 超时 超期 裁决 延期任务";
/// Never in English.
const BANNED_ENGLISH: &str = "was notified|were notified|was reminded|were reminded|was escalated|were escalated|replica|slip|token|commit|baseline|asap";
/// Where a banned word is part of another: the change request, two causes.
const ALLOWED: &[&str] = &[
    "变更申请",
    "需求变更",
    "信息不同步",
    "不上传",
    "没有上传",
    "不是登录",
];

/// What the texts of sending, receiving, deciding and history must not say besides.
const BANNED_ON_SCREEN: &str =
    "合并 导入 导出 本地 远程 我的版本 对方版本 最新版 localStorage PWA 版本向量 冲突";
const BANNED_ON_SCREEN_ENGLISH: &str = "merge|diff |conflict|sync|import|export|mine|theirs|upload";

/// A Chinese character.
pub(crate) fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// Half-width punctuation beside a Han character, or beside Chinese punctuation.
pub(crate) fn half_width(text: &str) -> bool {
    let is_chinese = |c: &char| is_han(*c) || "，。；：！？（）「」、".contains(*c);
    let chars: Vec<char> = text.chars().collect();
    chars.iter().enumerate().any(|(at, c)| {
        let beside = [at.checked_sub(1), Some(at + 1)]
            .into_iter()
            .flatten()
            .filter_map(|at| chars.get(at));
        ",:;?!()\"".contains(*c) && beside.into_iter().any(is_chinese)
    })
}

/// The first banned word of a text in both languages.
pub(crate) fn banned_in(zh: &str, en: &str) -> Option<&'static str> {
    let zh = ALLOWED
        .iter()
        .fold(zh.to_owned(), |text, word| text.replace(word, ""));
    let en = en.to_lowercase().replace("nothing is uploaded", "");
    BANNED
        .split(' ')
        .find(|word| zh.contains(word))
        .or_else(|| BANNED_ENGLISH.split('|').find(|word| en.contains(word)))
}

/// The first word that is besides banned where files are sent, taken and decided on.
pub(crate) fn banned_on_screen(zh: &str, en: &str) -> Option<&'static str> {
    let en = en
        .to_lowercase()
        .replace("nothing is uploaded", "")
        .replace("no upload", "");
    BANNED_ON_SCREEN
        .split(' ')
        .find(|word| zh.contains(word))
        .or_else(|| {
            BANNED_ON_SCREEN_ENGLISH
                .split('|')
                .find(|word| en.contains(word))
        })
}

/// `ISS-04`: codes of the specification are never shown.
pub(crate) fn shows_a_code(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-')
        .any(|word| {
            word.split_once('-').is_some_and(|(letters, digits)| {
                letters.len() >= 3
                    && letters.bytes().all(|b| b.is_ascii_uppercase())
                    && digits.len() == 2
                    && digits.bytes().all(|b| b.is_ascii_digit())
            })
        })
}
