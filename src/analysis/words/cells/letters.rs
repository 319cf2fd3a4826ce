//! Cells parted by tabs and line ends; one that holds a line end stands between quotes, as spreadsheets write it.

pub(super) fn read(text: &str) -> Vec<Vec<String>> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut lines: Vec<Vec<String>> = Vec::new();
    let mut line: Vec<String> = Vec::new();
    let mut rest = text.as_str();
    loop {
        let (cell, after) = first_cell(rest);
        line.push(cell);
        let Some(sign) = after.chars().next() else {
            break;
        };
        if sign == '\n' {
            lines.push(std::mem::take(&mut line));
        }
        rest = &after[1..];
    }
    lines.push(line);
    lines
}

/// The first cell, and what follows it from its tab or line end on.
fn first_cell(text: &str) -> (String, &str) {
    if let Some((inner, after)) = quoted(text) {
        return (cell(&inner.replace("\"\"", "\"")), after);
    }
    let end = text.find(['\t', '\n']).unwrap_or(text.len());
    (cell(&text[..end]), &text[end..])
}

/// A cell between quotes, and what follows it. A quote spans no tab, and alone in its cell it is data: 同上.
fn quoted(text: &str) -> Option<(&str, &str)> {
    let inner = text
        .strip_prefix('"')
        .filter(|inner| !inner.starts_with('\n'))?;
    let most = inner.find('\t').unwrap_or(inner.len());
    let mut from = 0;
    loop {
        let at = from + inner[from..most].find('"')?;
        let after = &inner[at + 1..];
        if !after.starts_with('"') {
            let is_whole = after.is_empty() || after.starts_with(['\t', '\n']);
            return is_whole.then_some((&inner[..at], after));
        }
        from = at + 2;
    }
}

/// Word parts the lines of a cell by another sign.
fn cell(text: &str) -> String {
    text.replace(['\u{b}', '\u{2028}'], "\n").trim().to_owned()
}
