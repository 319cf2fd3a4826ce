//! A table of markup, cell by cell at its place: what spans several lines stands in each, and what was hidden is left
//! out and counted.

use super::CopiedCells;
use super::markup::joined;
use super::tags::Tag;
use super::text::ShownText;
use std::collections::{BTreeMap, BTreeSet};

/// Columns beyond which nothing is read, as in browsers.
const COLUMNS: usize = 1_000;
/// Bytes beyond which the text of a cell is not repeated in the lines that it spans.
const REPEATED_BYTES: usize = 1_000;

/// A table that is being read.
#[derive(Default)]
pub(super) struct MarkupTable {
    lines: Vec<MarkupLine>,
    /// It gets the letters that come.
    pub(super) open: Option<MarkupCell>,
    /// How many columns were described, and which of them are hidden.
    described: usize,
    hidden: BTreeSet<usize>,
    /// What stood in it outside of its cells.
    pub(super) beside: ShownText,
}

#[derive(Default)]
struct MarkupLine {
    cells: Vec<MarkupCell>,
    is_hidden: bool,
    is_open: bool,
}

#[derive(Default)]
pub(super) struct MarkupCell {
    pub(super) letters: ShownText,
    text: String,
    /// What the cell is, where its column is too narrow to show it.
    value: String,
    columns: usize,
    lines: usize,
    is_hidden: bool,
    /// The tables in it.
    pub(super) inner: Vec<CopiedCells>,
}

/// What a cell of an earlier line still spans of a column.
struct LineSpan {
    /// So many lines more.
    lines: usize,
    text: String,
    /// Whether the text stands in a line above that is not hidden.
    is_shown: bool,
}

fn number(tag: Tag<'_>, name: &str, most: usize) -> usize {
    let said = tag.says(name).unwrap_or_default().trim();
    let end = said
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(said.len());
    said[..end].parse().unwrap_or(1).clamp(1, most)
}

impl MarkupTable {
    pub(super) fn open_line(&mut self, is_hidden: bool) {
        self.close_line();
        self.lines.push(MarkupLine {
            is_hidden,
            is_open: true,
            ..MarkupLine::default()
        });
    }

    pub(super) fn close_line(&mut self) {
        self.close_cell();
        if let Some(line) = self.lines.last_mut() {
            line.is_open = false;
        }
    }

    pub(super) fn open_cell(&mut self, tag: Tag<'_>) {
        self.close_cell();
        if !self.lines.last().is_some_and(|line| line.is_open) {
            self.open_line(false);
        }
        let value = tag.says("x:num").or_else(|| tag.says("sdval"));
        self.open = Some(MarkupCell {
            value: value.unwrap_or_default().to_owned(),
            columns: number(tag, "colspan", COLUMNS),
            lines: number(tag, "rowspan", 65_534),
            is_hidden: tag.is_hidden(),
            ..MarkupCell::default()
        });
    }

    pub(super) fn close_cell(&mut self) {
        if let (Some(mut cell), Some(line)) = (self.open.take(), self.lines.last_mut()) {
            cell.text = cell.letters.take();
            let is_too_narrow = !cell.text.is_empty() && cell.text.chars().all(|c| c == '#');
            if is_too_narrow && !cell.value.is_empty() {
                cell.text = std::mem::take(&mut cell.value);
            }
            line.cells.push(cell);
        }
    }

    pub(super) fn describe(&mut self, tag: Tag<'_>) {
        let columns = number(tag, "span", COLUMNS);
        if tag.is_hidden() {
            self.hidden.extend(self.described..self.described + columns);
        }
        self.described = (self.described + columns).min(COLUMNS);
    }

    pub(super) fn end(mut self) -> CopiedCells {
        self.close_line();
        let beside = self.beside.take();
        let mut cells = self.layout().unwrap_or_else(|| self.cells());
        cells.outside.extend(
            beside
                .split('\n')
                .filter(|line| !line.is_empty())
                .map(str::to_owned),
        );
        cells
    }

    /// The cells of the tables within, where this one is there for the looks: it has no two cells with something in
    /// them side by side.
    fn layout(&mut self) -> Option<CopiedCells> {
        let is_full = |cell: &&MarkupCell| !cell.text.is_empty() || !cell.inner.is_empty();
        let is_narrow = |line: &MarkupLine| line.cells.iter().filter(is_full).count() < 2;
        let has_inner = |cell: &MarkupCell| cell.inner.iter().any(CopiedCells::is_table);
        let mut cells = self.lines.iter().flat_map(|line| &line.cells);
        if !self.lines.iter().all(is_narrow) || !cells.any(has_inner) {
            return None;
        }
        let mut inner = Vec::new();
        let mut around = Vec::new();
        for cell in self.lines.iter_mut().flat_map(|line| &mut line.cells) {
            around.extend(
                cell.text
                    .split('\n')
                    .filter(|line| !line.is_empty())
                    .map(str::to_owned),
            );
            inner.append(&mut cell.inner);
        }
        let mut cells = joined(inner)?;
        cells.outside.splice(..0, around);
        Some(cells)
    }

    /// Each cell at its place, without what was hidden.
    fn cells(&mut self) -> CopiedCells {
        let mut cells = CopiedCells::default();
        let mut hidden_columns = BTreeSet::new();
        // The columns that a cell of an earlier line still spans.
        let mut spanned: BTreeMap<usize, LineSpan> = BTreeMap::new();
        for line in std::mem::take(&mut self.lines) {
            let is_hidden = line.is_hidden;
            let from_above = std::mem::take(&mut spanned);
            let below = |(at, span): (&usize, &LineSpan)| Some((*at, span.below(is_hidden)?));
            spanned.extend(from_above.iter().filter_map(below));
            let mut placed = PlacedTexts::new();
            for (at, mut text, cell) in line.placed(&from_above) {
                if cell.lines > 1 {
                    spanned.insert(at, LineSpan::begun(cell, &text, is_hidden));
                }
                if cell.is_hidden || self.hidden.contains(&at) {
                    hidden_columns.extend((!text.is_empty()).then_some(at));
                    text.clear();
                }
                placed.insert(at, (text, false));
            }
            if is_hidden {
                cells.hidden.0 += usize::from(placed.values().any(|(text, _)| !text.is_empty()));
                continue;
            }
            let repeated = from_above.into_iter();
            placed.extend(repeated.map(|(at, span)| (at, (span.text, span.is_shown))));
            cells.take_line(placed);
        }
        cells.hidden.1 = hidden_columns.len();
        cells.without(&hidden_columns, &self.hidden);
        cells.trim();
        cells
    }
}

/// The texts of a line by column, and whether each repeats the one above.
type PlacedTexts = BTreeMap<usize, (String, bool)>;

impl LineSpan {
    /// What a cell spans below its own line.
    fn begun(cell: &MarkupCell, text: &str, is_hidden: bool) -> Self {
        let is_short = text.len() <= REPEATED_BYTES;
        Self {
            lines: cell.lines - 1,
            text: if is_short { text } else { "" }.to_owned(),
            is_shown: !is_hidden,
        }
    }

    /// What is left of it below one more line.
    fn below(&self, is_hidden: bool) -> Option<Self> {
        (self.lines > 1).then(|| Self {
            lines: self.lines - 1,
            text: self.text.clone(),
            is_shown: self.is_shown || !is_hidden,
        })
    }
}

impl MarkupLine {
    /// Each column that a cell takes beside those that are spanned from above, with the text there.
    fn placed(&self, from_above: &BTreeMap<usize, LineSpan>) -> Vec<(usize, String, &MarkupCell)> {
        let mut all = Vec::new();
        let mut column = 0;
        for cell in &self.cells {
            while from_above.contains_key(&column) {
                column += 1;
            }
            let mut text = cell.whole_text();
            for at in column..(column + cell.columns).min(COLUMNS) {
                all.push((at, std::mem::take(&mut text), cell));
            }
            column += cell.columns;
        }
        all
    }
}

impl CopiedCells {
    fn take_line(&mut self, placed: PlacedTexts) {
        let width = placed.keys().next_back().map_or(0, |last| last + 1);
        let mut texts = vec![String::new(); width];
        for (at, (text, is_repeated)) in placed {
            if is_repeated && !text.is_empty() {
                self.repeated.push((self.lines.len(), at));
            }
            texts[at] = text;
        }
        self.lines.push(texts);
    }
}

impl MarkupCell {
    /// Its text, with that of a table in it.
    fn whole_text(&self) -> String {
        let inner = self.inner.iter().map(CopiedCells::to_text);
        let all: Vec<String> = [self.text.clone()].into_iter().chain(inner).collect();
        all.join("\n").trim().to_owned()
    }
}

impl CopiedCells {
    /// Takes hidden columns out: what stood right of them moves to the left.
    fn without(&mut self, with_text: &BTreeSet<usize>, described: &BTreeSet<usize>) {
        let is_hidden = |at: &usize| {
            described.contains(at) || with_text.contains(at) && self.is_empty_column(*at)
        };
        let hidden: BTreeSet<usize> = (0..self.width()).filter(is_hidden).collect();
        for line in &mut self.lines {
            let texts = std::mem::take(line).into_iter().enumerate();
            line.extend(
                texts
                    .filter(|(at, _)| !hidden.contains(at))
                    .map(|(_, text)| text),
            );
        }
        self.repeated.retain(|(_, at)| !hidden.contains(at));
        for (_, at) in &mut self.repeated {
            *at -= hidden.range(..*at).count();
        }
    }

    fn is_empty_column(&self, at: usize) -> bool {
        self.lines
            .iter()
            .all(|line| line.get(at).is_none_or(String::is_empty))
    }
}
