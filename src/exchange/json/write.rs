//! Writes a project file. The same changes and header give the same bytes.

use super::header::Header;
use super::sum::{LineSum, of_current};
use crate::exchange::limits::CURRENT_CHANGES;
use crate::exchange::slip::Part;
use crate::model::canonical::push_text;
use crate::model::log::{Current, record_text};
use crate::model::{Change, Log};

/// Everything in force as a file.
pub fn write(log: &Log, header: &Header) -> String {
    write_part(&Part::whole(log), header)
}

/// A part of a project as a file: a slip or an update.
pub fn write_part(part: &Part<'_>, header: &Header) -> String {
    let wants_current = header
        .current
        .unwrap_or(part.changes.len() <= CURRENT_CHANGES);
    let current = wants_current.then(|| part.current());
    let length: usize = part
        .changes
        .iter()
        .map(|change| change.line().len() + 6)
        .sum();
    let mut out = String::with_capacity(length + length / 2 * usize::from(wants_current) + 2048);
    out.push_str("{\n");
    out.push_str(&header.lines());
    push_sum(&mut out, &part.changes, current.as_ref());
    push_lines(
        &mut out,
        "  \"changes\": [",
        "]",
        part.changes.iter().map(|change| change.line()),
    );
    if let Some(current) = current {
        out.push_str(",\n");
        let records = current.iter().map(|(record, fields)| {
            let mut line = String::new();
            push_text(&mut line, record.as_str());
            line.push_str(": ");
            line.push_str(&record_text(fields));
            line
        });
        push_lines(&mut out, "  \"current\": {", "}", records);
    }
    out.push_str("\n}\n");
    out
}

fn push_sum(out: &mut String, changes: &[&Change], current: Option<&Current>) {
    let mut sum = LineSum::new();
    for change in changes {
        sum.add(change);
    }
    out.push_str(&format!("  \"sum\": {{\"changes\": \"{}\"", sum.text()));
    if let Some(current) = current {
        out.push_str(&format!(", \"current\": \"{}\"", of_current(current)));
    }
    out.push_str("},\n");
}

fn push_lines(
    out: &mut String,
    open: &str,
    close: &str,
    lines: impl Iterator<Item = impl AsRef<str>>,
) {
    out.push_str(open);
    let mut is_empty = true;
    for line in lines {
        out.push_str(if is_empty { "\n    " } else { ",\n    " });
        out.push_str(line.as_ref());
        is_empty = false;
    }
    if !is_empty {
        out.push_str("\n  ");
    }
    out.push_str(close);
}
