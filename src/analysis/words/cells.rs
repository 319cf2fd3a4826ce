//! What was copied from another program's table, cell by cell: from its markup where there is a table in it, for that
//! says where cells begin; else from its letters, parted by tabs. Knows no field, and no clipboard.

mod entities;
mod letters;
mod markup;
mod table;
mod tags;
mod text;

/// Cells as they were copied.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CopiedCells {
    /// Line by line. Empty lines around, and empty cells at the end of a line, are no part of it.
    pub lines: Vec<Vec<String>>,
    /// Line and column of each cell that repeats the one above, with which it was one cell.
    pub repeated: Vec<(usize, usize)>,
    /// How many lines and columns with something in them were hidden where they were copied: they are left out.
    pub hidden: (usize, usize),
    /// What stood around the table.
    pub outside: Vec<String>,
}

impl CopiedCells {
    /// What was copied: its letters, and its markup, "" where it has none.
    pub fn copied(text: &str, markup: &str) -> Self {
        let letters = Self::of_text(text);
        let cells = markup::read(markup).filter(|cells| !cells.lines.is_empty());
        // Around one cell alone the table may be there for the looks.
        cells
            .filter(|cells| cells.is_table() || !letters.is_table())
            .unwrap_or(letters)
    }

    /// Cells parted by tabs and line ends.
    pub fn of_text(text: &str) -> Self {
        let mut cells = Self {
            lines: letters::read(text),
            ..Self::default()
        };
        cells.trim();
        cells
    }

    /// How many columns there are.
    pub fn width(&self) -> usize {
        self.lines.iter().map(Vec::len).max().unwrap_or_default()
    }

    /// Whether it is more than one cell.
    pub fn is_table(&self) -> bool {
        self.lines.len() > 1 || self.width() > 1
    }

    /// As lines of letters, the cells parted by tabs: what the place takes that knows no cells.
    pub fn to_text(&self) -> String {
        let cell = |cell: &String| cell.split(['\n', '\t']).collect::<Vec<_>>().join(" ");
        let line = |line: &Vec<String>| line.iter().map(cell).collect::<Vec<_>>().join("\t");
        self.lines.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    fn trim(&mut self) {
        for line in &mut self.lines {
            while line.last().is_some_and(String::is_empty) {
                line.pop();
            }
        }
        while self.lines.last().is_some_and(Vec::is_empty) {
            self.lines.pop();
        }
        let before = self.lines.iter().take_while(|line| line.is_empty()).count();
        self.lines.drain(..before);
        self.repeated.retain_mut(|(line, _)| {
            let is_in = *line >= before;
            *line = line.saturating_sub(before);
            is_in
        });
    }
}
