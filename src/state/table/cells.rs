//! The cells of copied lines, as the clipboard has them.

/// The cells of copied lines: parted by tabs and line ends; a cell that holds one of those stands in quotes. Empty
/// lines and columns at the end are no part of the table.
pub(super) fn cells_of(text: &str) -> Vec<Vec<String>> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut lines: Vec<Vec<String>> = vec![Vec::new()];
    let mut rest = text.as_str();
    loop {
        let (cell, after) = first_cell(rest);
        let line = lines.last_mut().expect("it begins with a line");
        line.push(cell);
        match after.chars().next() {
            Some('\t') => {}
            Some(_) => lines.push(Vec::new()),
            None => break,
        }
        rest = &after[1..];
    }
    for line in &mut lines {
        while line.last().is_some_and(String::is_empty) {
            line.pop();
        }
    }
    while lines.last().is_some_and(Vec::is_empty) {
        lines.pop();
    }
    lines
}

/// The first cell, and what follows it from its tab or line end on.
fn first_cell(text: &str) -> (String, &str) {
    if let Some(inner) = text.strip_prefix('"') {
        let mut from = 0;
        while let Some(at) = inner[from..].find('"').map(|at| from + at) {
            let after = &inner[at + 1..];
            if after.starts_with('"') {
                from = at + 2;
            } else if after.is_empty() || after.starts_with(['\t', '\n']) {
                return (inner[..at].replace("\"\"", "\"").trim().to_owned(), after);
            } else {
                break;
            }
        }
    }
    let end = text.find(['\t', '\n']).unwrap_or(text.len());
    (text[..end].trim().to_owned(), &text[end..])
}
