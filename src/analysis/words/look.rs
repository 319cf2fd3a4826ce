//! What a text that others wrote looks like: marks in place of what cannot be seen, and whether two names look alike.
//! A text is shown with its marks; what is stored is never altered.

use crate::model::line;

/// What stands in place of a character that cannot be seen, or that turns others around.
pub const MARK: char = '□';

/// A text as it is shown: with a mark for each character without a shape of its own, and held together where it is
/// written from right to left, so that it cannot turn what stands around it.
pub fn marked(text: String) -> String {
    let is_plain = |c: char| c.is_ascii_graphic() || matches!(c, ' ' | '\u{3000}'..='\u{FAFF}');
    if text.chars().all(is_plain) {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.chars() {
        out.push(if is_hidden(c, before) { MARK } else { c });
        before = c;
    }
    if out.chars().any(is_from_right_to_left) {
        out.insert(0, '\u{2068}');
        out.push('\u{2069}');
    }
    out
}

/// Whether something in a text cannot be seen.
pub fn has_unseen(text: &str) -> bool {
    let mut before = ' ';
    text.chars().any(|c| {
        let is_so = is_hidden(c, before);
        before = c;
        is_so
    })
}

/// Whether a character has no shape of its own or turns others around. What joins and colours pictures is seen in them.
fn is_hidden(c: char, before: char) -> bool {
    let is_picture = before >= '\u{1F000}' || ('\u{2190}'..'\u{3000}').contains(&before);
    match c {
        '\n' | '\t' => false,
        '\u{200D}' | '\u{FE0F}' => !is_picture && before != '\u{FE0F}',
        '\u{FFFC}' | '\u{2800}' => true,
        _ => line::is_unseen(c),
    }
}

fn is_from_right_to_left(c: char) -> bool {
    matches!(
        c,
        '\u{0590}'..='\u{08FF}'
            | '\u{FB1D}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFC}'
            | '\u{10800}'..='\u{10FFF}'
            | '\u{1E800}'..='\u{1EFFF}'
    )
}

/// At most so many characters of a text, with … where it goes on.
pub fn shortened(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

/// A letter, digit or sign of the width of Chinese characters in the width of Latin ones.
pub fn narrow(wide: char) -> char {
    match wide {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(wide) - 0xFEE0).unwrap_or(wide),
        _ => wide,
    }
}

/// The same of a name, in which a curled apostrophe is one like any other.
pub fn narrow_in_name(wide: char) -> char {
    match wide {
        '\u{2018}' | '\u{2019}' | '\u{02BC}' | '`' => '\'',
        _ => narrow(wide),
    }
}

/// What two names have in common that look alike: without what cannot be seen, of one width and case, with one letter
/// for each group of letters that are taken for each other.
pub fn skeleton(name: &str) -> String {
    let is_han = name.chars().any(is_ideograph);
    let mut out = String::new();
    for c in name.chars() {
        let c = narrow_in_name(c);
        // A mark, a sign, a blank has no letter of its own; among Chinese letters neither has what is of no script that
        // stands beside them.
        let is_letter = c.is_alphanumeric() || is_radical(c);
        if is_letter && !is_accent(c) && (!is_han || is_beside_ideographs(c)) {
            out.extend(as_written_alone(c).to_lowercase().map(alike));
        }
    }
    match out.is_empty() {
        true => name.to_owned(),
        false => out,
    }
}

const fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{2FD5}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

const fn is_radical(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{2FD5}')
}

/// What is written among Chinese letters: these, kana, Latin, Greek and Cyrillic letters, digits.
const fn is_beside_ideographs(c: char) -> bool {
    is_ideograph(c) || matches!(c, '0'..='\u{52F}' | '\u{3031}'..='\u{30FF}')
}

/// The usual letter for one that has another number and the same shape.
fn as_written_alone(c: char) -> char {
    let nth = |all: &str, from: u32| all.chars().nth((u32::from(c) - from) as usize);
    match c {
        '\u{2F00}'..='\u{2FD5}' => nth(RADICALS, 0x2F00),
        '\u{F900}'..='\u{FAD9}' => nth(COMPATIBLE, 0xF900),
        '\u{2E9F}' => Some('母'),
        '\u{2EA9}' => Some('王'),
        '\u{2EF3}' => Some('龟'),
        _ => None,
    }
    .unwrap_or(c)
}

/// Marks that sit on the letter before them.
const fn is_accent(c: char) -> bool {
    matches!(c,
        '\u{0300}'..='\u{036F}' | '\u{0483}'..='\u{0489}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20FF}' | '\u{302A}'..='\u{302F}' | '\u{3099}' | '\u{309A}' | '\u{FE20}'..='\u{FE2F}')
}

/// The first of the group of letters that are taken for each other.
fn alike(c: char) -> char {
    let mut groups = ALIKE.iter();
    let group = groups.find(|group| group.contains(c));
    group.and_then(|group| group.chars().next()).unwrap_or(c)
}

/// Letters that are taken for each other, in small letters.
const ALIKE: &[&str] = &[
    "aаαɑ",
    "bвЬь",
    "cсϲ",
    "dԁ",
    "eеє",
    "gɡ",
    "hһн",
    "jј",
    "kкκ",
    "li1|ıіιӏ",
    "mм",
    "nոп",
    "oоο0օ",
    "pрρ",
    "qԛ",
    "sѕ",
    "tтτ",
    "uυս",
    "vνѵ",
    "wԝω",
    "xхχ",
    "yуγ",
    "-‐‑‒–—−",
    "'’‘`",
    "工エ",
    "力カ刀",
    "口ロ囗",
    "二ニ",
    "八ハ",
    "夕タ",
    "卜ト",
    "一ー―",
    "匕ヒ",
    "才オ",
    "乂メ",
    "大太犬",
    "市巿",
    "理埋",
    "管菅",
    "帅师師帥",
    "主玊",
    "员貟員",
    "总総總",
    "经経經",
    "专専專",
    "张張",
    "赵趙",
    "杨楊",
    "黄黃",
    "吴吳",
    "孙孫",
    "马馬",
    "郑鄭",
    "谢謝",
    "韩韓",
    "冯馮",
    "邓鄧",
    "许許",
    "萧蕭",
    "叶葉",
    "苏蘇",
    "蒋蔣",
    "贾賈",
    "邹鄒",
    "钟鐘鍾",
    "谭譚",
    "汤湯",
    "严嚴",
    "顾顧",
    "龚龔",
    "万萬",
    "钱錢",
    "己已巳",
    "未末",
    "土士",
    "日曰",
    "戊戌戍",
    "人入",
    "干千于",
    "王玉壬",
    "天夭",
    "免兔",
    "治冶",
    "晴睛",
    "侯候",
    "茶荼",
    "洒酒",
    "崇祟",
    "李季\u{F9E1}",
    "余佘",
    "沈沉",
    "官宫",
    "毫亳",
    "陈阵陳",
    "郎郞\u{F92C}",
    "金\u{F90A}",
    "林\u{F9F4}",
    "刘劉\u{F9C7}",
    "梁\u{F97A}",
    "吕呂\u{F980}",
    "卢盧\u{F933}",
    "罗羅\u{F90F}",
    "柳\u{F9C9}",
    "陆陸\u{F9D3}",
    "龙龍\u{F9C4}",
    "黎\u{F989}",
    "廉\u{F9A2}",
];

/// The letters that the radicals U+2F00 to U+2FD5 are taken for, in their order.
const RADICALS: &str = "\
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴\
    廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿\
    目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵\
    邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// The letters that U+F900 to U+FAD9 are the same as, in their order (Unicode's canonical equivalents).
const COMPATIBLE: &str = "\
    豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎來冷勞擄櫓爐盧老蘆虜路露魯鷺碌祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧怒率異北\
    磻便復不泌數索參塞省葉說殺辰沈拾若掠略亮兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉\
    杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀﨎﨏塚﨑晴﨓﨔凞猪益礼神祥福靖精羽﨟蘒﨡諸﨣﨤逸都﨧﨨﨩飯飼\
    館鶴郞隷侮僧免勉勤卑喝嘆器塀墨層屮悔慨憎懲敏既暑梅海渚漢煮爫琢碑社祉祈祐祖祝禍禎穀突節練縉繁署者臭艹艹著褐視謁謹賓贈辶逸難響頻恵𤋮舘﩮﩯並况全侀充冀勇勺喝啕喙嗢塚墳奄奔婢嬨廒廙彩徭惘慎愈憎慠懲戴揄搜摒\
    敖晴朗望杖歹殺流滛滋漢瀞煮瞧爵犯猪瑱甆画瘝瘟益盛直睊着磌窱節类絛練缾者荒華蝹襁覆視調諸請謁諾諭謹變贈輸遲醙鉶陼難靖韛響頋頻鬒龜𢡊𢡄𣏕㮝䀘䀹𥉉𥳐𧻓齃龎";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_marked_and_nothing_else_is_touched() {
        for (text, shown) in [
            ("王经理", "王经理"),
            ("王\u{200B}经理", "王□经理"),
            ("王经\u{2063}理", "王经□理"),
            ("\u{202E}gnp.exe", "□gnp.exe"),
            ("A\u{00AD}B\u{2066}C\u{2069}\r", "A□B□C□□"),
            ("第一行\n第二行\t字", "第一行\n第二行\t字"),
            ("👨\u{200D}👩 ❤\u{FE0F} José", "👨\u{200D}👩 ❤\u{FE0F} José"),
            ("王\u{FE0F}", "王□"),
            ("\u{E0041}", "□"),
            ("דוד", "\u{2068}דוד\u{2069}"),
        ] {
            assert_eq!(marked(text.to_owned()), shown, "{text:?}");
            assert_eq!(has_unseen(text), shown.contains(MARK), "{text:?}");
        }
    }

    #[test]
    fn names_that_look_alike_have_one_skeleton() {
        for (a, b) in [
            ("王经理", "王\u{200B}经理"),
            ("王经理", "王 经理"),
            ("王经理", "玉经理"),
            ("王小己", "王小已"),
            ("Wang", "Ｗａｎｇ"),
            ("Wang", "Wаng"),
            ("Bill 10", "BiII lO"),
            ("玉山", "\u{2F5F}山"),
            ("金工", "\u{2FA6}工"),
            ("李主管", "\u{F9E1}主管"),
        ] {
            assert_eq!(skeleton(a), skeleton(b), "{a} {b}");
        }
        for (a, b) in [("王经理", "李经理"), ("Wang", "Wong"), ("陈专员", "陈主管")] {
            assert_ne!(skeleton(a), skeleton(b), "{a} {b}");
        }
    }

    #[test]
    fn a_long_text_is_shortened_by_characters() {
        assert_eq!(shortened("王经理", 3), "王经理");
        assert_eq!(shortened("王经理和李主管", 3), "王经理…");
    }
}
