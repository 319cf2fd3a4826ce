//! The tables that stand in markup, as cells. Of tables in a table the one counts that holds the cells: mails are laid
//! out by tables around tables.

use super::CopiedCells;
use super::table::MarkupTable;
use super::tags::{MarkupPart, MarkupParts, Tag, is};
use super::text::ShownText;

/// Elements whose text stands on lines of its own.
const BLOCKS: &str = "p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 pre blockquote hr section article header footer \
                      caption table tr";

/// Elements that hold nothing.
const VOID: &[&str] = &[
    "br", "col", "hr", "img", "input", "link", "meta", "wbr", "base", "area",
];

fn is_block(name: &str) -> bool {
    BLOCKS
        .split(' ')
        .any(|block| block.eq_ignore_ascii_case(name))
}

/// The cells of the tables in some markup; nothing where there is no table.
pub(super) fn read(markup: &str) -> Option<CopiedCells> {
    let mut reading = MarkupReading::default();
    let mut parts = MarkupParts(markup);
    while let Some(part) = parts.next() {
        match part {
            MarkupPart::Open(tag) => {
                if reading.hides(tag) {
                    skip(&mut parts, tag.name);
                } else {
                    reading.open(tag);
                }
            }
            MarkupPart::Close(name) => reading.close(name),
            MarkupPart::Letters(text) => reading.letters().push(text),
        }
    }
    reading.end()
}

/// Passes over an element that is not to be seen, with everything in it, and no further than its cell.
fn skip(parts: &mut MarkupParts<'_>, name: &str) {
    let (mut depth, mut tables) = (1, 0);
    while depth > 0 {
        let here = parts.clone();
        let Some(part) = parts.next() else { return };
        let (named, by) = match part {
            MarkupPart::Open(tag) => (tag.name, 1),
            MarkupPart::Close(name) => (name, -1),
            MarkupPart::Letters(_) => continue,
        };
        let is_table = is(named, &["table"]);
        if is(named, &[name]) {
            depth += by;
        } else if tables == 0 && (is(named, &["td", "th", "tr"]) || is_table && by < 0) {
            *parts = here;
            return;
        } else if is_table {
            tables += by;
        }
    }
}

#[derive(Default)]
struct MarkupReading {
    /// The tables that are open, each within the one before.
    open: Vec<MarkupTable>,
    /// Those outside of all others.
    whole: Vec<CopiedCells>,
    outside: ShownText,
    around: Vec<String>,
}

impl MarkupReading {
    /// Whether what a tag opens is left out with all that is in it. Lines, cells and columns keep their place.
    fn hides(&self, tag: Tag<'_>) -> bool {
        let keeps_place = tag.is(&[
            "tr", "td", "th", "col", "colgroup", "tbody", "thead", "tfoot",
        ]);
        let is_within = keeps_place && !self.open.is_empty();
        tag.is_hidden() && !tag.is(VOID) && !is_within
    }

    /// Where letters go.
    fn letters(&mut self) -> &mut ShownText {
        match self.open.last_mut() {
            Some(MarkupTable {
                open: Some(cell), ..
            }) => &mut cell.letters,
            Some(table) => &mut table.beside,
            None => &mut self.outside,
        }
    }

    fn open(&mut self, tag: Tag<'_>) {
        if tag.is(&["table"]) {
            self.letters().part();
            return self.open.push(MarkupTable::default());
        }
        match self.open.last_mut() {
            Some(table) if tag.is(&["tr"]) => table.open_line(tag.is_hidden()),
            Some(table) if tag.is(&["td", "th"]) => table.open_cell(tag),
            Some(table) if tag.is(&["col"]) => table.describe(tag),
            _ if tag.is(&["br"]) => self.letters().end_line(),
            _ if is_block(tag.name) => self.letters().part(),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if is(name, &["table"]) {
            if let Some(table) = self.open.pop() {
                self.closed(table.end());
            }
        } else if let Some(table) = self.open.last_mut()
            && is(name, &["td", "th"])
        {
            table.close_cell();
        } else if let Some(table) = self.open.last_mut()
            && is(name, &["tr"])
        {
            table.close_line();
        } else if is_block(name) {
            self.letters().part();
        }
    }

    fn closed(&mut self, cells: CopiedCells) {
        match self.open.last_mut().and_then(|table| table.open.as_mut()) {
            Some(cell) => {
                cell.letters.part();
                cell.inner.push(cells);
            }
            None => self.whole.push(cells),
        }
        self.letters().part();
    }

    fn end(mut self) -> Option<CopiedCells> {
        while let Some(table) = self.open.pop() {
            self.closed(table.end());
        }
        self.around.push(self.outside.take());
        let mut cells = joined(std::mem::take(&mut self.whole))?;
        let around = self.around.iter().flat_map(|text| text.split('\n'));
        let around = around.filter(|line| !line.is_empty()).map(str::to_owned);
        cells.outside.splice(..0, around);
        Some(cells)
    }
}

/// Several tables as one: those of the same width, below each other; of others the largest, and the rest around it.
pub(super) fn joined(tables: Vec<CopiedCells>) -> Option<CopiedCells> {
    let size = |cells: &CopiedCells| cells.lines.len() * cells.width();
    let most = tables.iter().map(size).max()?;
    let main = tables.iter().position(|cells| size(cells) == most)?;
    let width = tables[main].width();
    let mut whole = CopiedCells::default();
    for mut cells in tables {
        whole.outside.append(&mut cells.outside);
        if cells.width() == width {
            let before = whole.lines.len();
            whole.lines.extend(cells.lines);
            whole.repeated.extend(
                cells
                    .repeated
                    .into_iter()
                    .map(|(line, at)| (before + line, at)),
            );
        } else {
            let texts = cells
                .lines
                .iter()
                .map(|line| line.join(" ").trim().to_owned());
            whole.outside.extend(texts.filter(|text| !text.is_empty()));
        }
        whole.hidden.0 += cells.hidden.0;
        whole.hidden.1 += cells.hidden.1;
    }
    Some(whole)
}
