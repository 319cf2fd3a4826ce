//! One line stays one line: what others wrote, made fit for a place that has one line and no marks of its own: the
//! subject of a mail, a title, the name of a file, an address, the head of a sheet of paper.

use super::template::Lang;

/// Characters of a project's name in such a place.
pub const NAME_CHARS: usize = 80;
/// Characters of a person's or a department's name.
pub const PERSON_CHARS: usize = 40;

/// Whether a character takes no place of its own, or turns the order of those around it: control characters, marks of
/// direction, joiners and blanks of no width, fillers, selectors, tags.
pub fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFFB}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E0FFF}')
}

/// The text as one line of at most so many characters: every run of blanks and line ends is one blank, nothing unseen
/// is left, and what was longer ends in `…`.
pub fn one_line(text: &str, most: usize) -> String {
    let mut line = String::new();
    let (mut count, mut is_apart) = (0, false);
    for c in text.chars() {
        if c.is_whitespace() {
            is_apart = count > 0;
        } else if !is_unseen(c) {
            let needed = 1 + usize::from(is_apart);
            if count + needed > most {
                return shortened(line, count, most);
            }
            if std::mem::take(&mut is_apart) {
                line.push(' ');
            }
            line.push(c);
            count += needed;
        }
    }
    line
}

fn shortened(mut line: String, count: usize, most: usize) -> String {
    if count >= most {
        line.pop();
    }
    line.truncate(line.trim_end().len());
    line.push('…');
    line
}

/// The lines of a text behind each other, parted where no mark ends them.
pub fn lines_in_a_row(text: &str, lang: Lang) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut row = String::new();
    for line in lines {
        match row.chars().next_back() {
            None => {}
            Some(end) if end.is_alphanumeric() || "）)」”』》%".contains(end) => {
                row.push_str(if lang == Lang::Zh { "；" } else { "; " });
            }
            Some(_) => row.push(' '),
        }
        row.push_str(line);
    }
    row
}

/// The same between quotation marks that the text cannot close.
pub fn quoted(text: &str, most: usize, lang: Lang) -> String {
    let line = one_line(text, most);
    match lang {
        Lang::Zh => format!("「{}」", line.replace('「', "『").replace('」', "』")),
        Lang::En => format!("“{}”", line.replace(['“', '”', '"'], "'")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_written_is_one_line_of_what_can_be_seen() {
        for (text, line) in [
            ("A1 台灯上市", "A1 台灯上市"),
            ("", ""),
            ("  a \r\n\tb  ", "a b"),
            ("x\r\nBcc: evil@example.com", "x Bcc: evil@example.com"),
            ("x\u{85}y\u{2028}z\u{2029}\u{b}w\u{c}", "x y z w"),
            ("王\u{200b}经\u{2063}理\u{202e}\u{feff}\u{ad}", "王经理"),
            ("\u{0}a\u{1b}[31mb\u{7f}", "a[31mb"),
            ("\u{e0041}\u{3164}\u{fe0f}", ""),
            ("<b>&amp;", "<b>&amp;"),
        ] {
            assert_eq!(one_line(text, 80), line, "{text:?}");
        }
    }

    #[test]
    fn it_is_never_longer_than_it_may_be() {
        for text in ["一二三四五六", "a b c d e f", "     x     y", "ab    cdefg"] {
            for most in 1..10 {
                let line = one_line(text, most);
                let whole = one_line(text, 100);
                assert!(line.chars().count() <= most, "{line} {most}");
                assert_eq!(
                    line == whole,
                    whole.chars().count() <= most,
                    "{line} {most}"
                );
                assert!(line == whole || line.ends_with('…'), "{line} {most}");
            }
        }
        assert_eq!(one_line(&"长".repeat(400_000), 4), "长长长…");
        assert_eq!(one_line(&"\u{200b}".repeat(400_000), 4), "");
    }

    #[test]
    fn a_quotation_ends_where_it_ends() {
        assert_eq!(quoted("目标」请转账「", 20, Lang::Zh), "「目标』请转账『」");
        assert_eq!(quoted("a\" pay ”", 20, Lang::En), "“a' pay '”");
    }
}
