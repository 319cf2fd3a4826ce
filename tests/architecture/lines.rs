//! How wide a line is: what does not fit is broken, by rustfmt or, where it looks away as in views, by hand.

use super::sources::{none, rust_files};

/// Characters of a line.
const MOST: usize = 120;

/// A text with what stands in its quotations left out, lines kept: `say("", 1)` of `say("one\ntwo", 1)`.
fn without_quotations(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let is_name = out.ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let fence = rest.strip_prefix('r').filter(|_| !is_name).and_then(|raw| {
            let marks = raw.len() - raw.trim_start_matches('#').len();
            raw[marks..].starts_with('"').then(|| &raw[..marks])
        });
        let (open, quoted) = if rest.starts_with("//") {
            (rest.find('\n').unwrap_or(rest.len()), None)
        } else if let Some(marks) = fence {
            let open = marks.len() + 2;
            (open, rest[open..].find(&format!("\"{marks}")))
        } else if c == '"' {
            (1, end_of_quotation(&rest[1..]))
        } else if rest.starts_with("'\"'") || rest.starts_with("'\\\"'") {
            (rest[1..].find('\'').unwrap_or_default() + 2, None)
        } else {
            (c.len_utf8(), None)
        };
        out.push_str(&rest[..open]);
        rest = &rest[open..];
        if let Some(len) = quoted {
            out.extend(rest[..len].matches('\n'));
            out.push('"');
            rest = &rest[len + 1..];
        }
    }
    out
}

/// How long a plain quotation is whose first sign is passed.
fn end_of_quotation(text: &str) -> Option<usize> {
    let mut is_escaped = false;
    text.find(|c| {
        let ends = c == '"' && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        ends
    })
}

/// Why a line may be wider: its place, the line, and what is left of it without quotations.
fn may_be_wide(path: &str, is_test: bool, line: &str, bare: &str) -> bool {
    let is_test = is_test || path.starts_with("tests/");
    // The cells of a table of a page of documentation cannot go over a line's end.
    line.starts_with("//! |")
        // A sentence stands whole, alone on its line: that is how it is found by whoever read it on a screen.
        || matches!(bare.trim(), "\"\"," | "\"\";" | "\"\"" | "\"\",)" | "\"\");")
        // Data of a test and scripts for its browser stand as they are given.
        || is_test && bare.chars().count() <= MOST
}

#[test]
fn a_line_fits_a_window() {
    let mut found = Vec::new();
    for (path, text) in rust_files(&["src", "tests", "xtask"]) {
        let bare = without_quotations(&text);
        let mut is_test = false;
        for (at, (line, bare)) in text.lines().zip(bare.lines()).enumerate() {
            is_test |= line.trim() == "#[cfg(test)]";
            let width = line.chars().count();
            if width > MOST && !may_be_wide(&path, is_test, line, bare) {
                found.push(format!("{path}:{}: {width} characters", at + 1));
            }
        }
    }
    none(
        "A line that does not fit beside another file is not read to its end. Break it; a text alone on its line may be wider.",
        &found,
    );
}

#[test]
fn quotations_are_passed_over_as_they_are_written() {
    let bare = without_quotations;
    assert_eq!(bare(r#"say("a\"b", 'x');"#), r#"say("", 'x');"#);
    assert_eq!(bare("let a = \"one\ntwo\";\n"), "let a = \"\n\";\n");
    assert_eq!(bare(r##"r#"a"b"# + '"' + "c""##), r##"r#""# + '"' + """##);
    assert_eq!(bare("x // it's \"so\n\"y\""), "x // it's \"so\n\"\"");
    assert!(may_be_wide("src/a.rs", false, "    \"long\",", "    \"\","));
    assert!(!may_be_wide(
        "src/a.rs",
        false,
        "say(\"long\");",
        "say(\"\");"
    ));
    assert!(may_be_wide(
        "src/a.rs",
        true,
        "say(\"long\");",
        "say(\"\");"
    ));
}
